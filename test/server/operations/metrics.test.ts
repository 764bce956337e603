import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DATABASE_NAME } from '../../../server/store/open.ts'
import { peopleVote } from '../public-step.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const token = 'a-token-of-the-test-0123456789'

/** The metrics as numbers by name and labels. */
async function read(port: number, headers: Record<string, string> = {}): Promise<Map<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )
}

test('by default nobody reads the metrics, not even from this machine', async () => {
  const { port, metricsPort } = await testService()
  expect(metricsPort).toBeNull()
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
})

test('with a token they are given to those who know it', async () => {
  const { port } = await testService({ metricsToken: token })
  for (const Authorization of ['', 'Bearer', `Bearer ${token}x`, `Basic ${token}`]) {
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { Authorization } })
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('folkmoot_')
  }
  expect((await read(port, { Authorization: `Bearer ${token}` })).size).toBeGreaterThan(20)
})

test('votes, refusals, commits, sockets, queues, maps, the event loop and the process are measured', async () => {
  const { metricsPort, port } = await testService({ metricsPort: 0 })
  const client = await TestSocket.open(port)
  await client.enter(townSquare.id)
  client.vote(0, 1, 'mutation-1')
  client.vote(1, -1, 'mutation-2')
  client.vote(99, 1, 'mutation-3')
  await client.next('vote-accepted')
  await client.next('vote-accepted')
  await fetch(`http://127.0.0.1:${port}/c/nowhere`)
  const metrics = await read(metricsPort!)
  expect(metrics.get('folkmoot_votes_accepted_total')).toBe(2)
  expect(metrics.get('folkmoot_votes_refused_total{code="unknown-statement"}')).toBe(1)
  expect(metrics.get('folkmoot_refusals_total{code="unknown-conversation"}')).toBe(1)
  expect(metrics.get('folkmoot_vote_acknowledgement_seconds_count')).toBe(2)
  expect(metrics.get('folkmoot_commit_duration_seconds_count')).toBeGreaterThan(0)
  expect(metrics.get('folkmoot_commit_writes_sum')).toBeGreaterThanOrEqual(2)
  expect(metrics.get('folkmoot_sockets_open')).toBe(1)
  for (const name of [
    'folkmoot_writes_waiting',
    'folkmoot_map_refreshes_waiting',
    'folkmoot_map_age_seconds',
    'folkmoot_map_refresh_seconds_count',
    'folkmoot_event_loop_delay_seconds{quantile="0.99"}',
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
  ]) {
    expect(metrics.get(name), name).toBeGreaterThanOrEqual(0)
  }
})

test('the age of the maps grows from votes that no map includes yet, and ends with the map', async () => {
  const service = await testService({ metricsPort: 0, analysis: { beatMs: 60_000 } })
  const client = await TestSocket.open(service.port)
  await client.enter(townSquare.id)
  await client.next('snapshot')
  expect((await read(service.metricsPort!)).get('folkmoot_map_age_seconds')).toBe(0)
  await peopleVote(service, townSquare.id)
  await expect
    .poll(async () => (await read(service.metricsPort!)).get('folkmoot_map_age_seconds'))
    .toBeGreaterThan(0)
})

test('a service whose database is locked by somebody else is alive, not ready, and says so', async () => {
  const dataFolder = temporaryFolder()
  const { port } = await testService({ dataFolder })
  const other = new Database(join(dataFolder, DATABASE_NAME))
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ready: false, reasons: ['storage-unavailable'] })
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})
