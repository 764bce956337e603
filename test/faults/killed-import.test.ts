// The service is killed in the middle of an import by the page: nothing of it is left, and the same import can be made again. The
// long form imports a million votes and prints what that took.
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { startServiceProcess, type ServiceProcess } from '../../bench/load/service-process.ts'
import { importApi, type ImportStage, type ImportState } from '../../server/protocol/imports.ts'
import { DATABASE_NAME, inspectStore } from '../../server/store/open.ts'
import { ownRequest } from '../../server/protocol/staff/own-request.ts'
import { signedInCookie } from '../server/staff/signed-in.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { times } from './how-often.ts'

const STATEMENTS = 100
const VOTES = times(60_000, 1_000_000)

const files = {
  'summary.csv': 'topic,A large conversation\n',
  'comments.csv': [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    ...Array.from({ length: STATEMENTS }, (_, id) => `1500000000000,,${id},,0,0,1,"Statement, ${id}"`),
  ].join('\n'),
  'votes.csv': [
    'timestamp,datetime,comment-id,voter-id,vote',
    ...Array.from({ length: VOTES }, (_, vote) => {
      const person = Math.floor(vote / 50)
      return `${1_500_000_000_000 + vote},,${(vote + person) % STATEMENTS},${3 * person},${(vote % 3) - 1}`
    }),
  ].join('\n'),
}

test(`${VOTES} votes that were being imported are gone after a kill, and imported again without a gap`, async () => {
  const folder = temporaryFolder()
  const first = await startServiceProcess(folder)
  onTestFinished(() => void first.stop('SIGKILL'))
  const before = await facilitator(folder, first)
  const { stage } = await before.until('storing', (found) => found.kind === 'storing' && found.share > 0.2)
  expect(stage).toMatchObject({ kind: 'storing', id: 'large' })
  await first.stop('SIGKILL')
  expect(rowsIn(folder)).toBeGreaterThan(0)

  const second = await startServiceProcess(folder)
  onTestFinished(() => void second.stop('SIGKILL'))
  expect(rowsIn(folder)).toBe(0)
  const began = performance.now()
  const again = await facilitator(folder, second)
  await again.until('stored', (found) => found.kind === 'stored')
  const seconds = (performance.now() - began) / 1000
  console.info(
    `${VOTES} votes by the page, from the first byte sent: ${seconds.toFixed(1)} s, ${memoryOf(second)} at most`,
  )
  const answer = await fetch(`http://127.0.0.1:${second.port}/api/conversations/large`)
  expect(await answer.json()).toMatchObject({
    isOpen: false,
    counts: { participants: VOTES / 50, statements: STATEMENTS },
  })
  await second.stop()
  expect(rowsIn(folder)).toBe(VOTES)
  expect(await inspectStore(folder)).toEqual([])
}, 600_000)

/** Sends the files, has them checked, and begins to store them. */
async function facilitator(folder: string, { port }: ServiceProcess) {
  const origin = `http://127.0.0.1:${port}`
  const { name, value } = await signedInCookie(folder, origin, 'owner', { isStrong: true })
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { Cookie: `${name}=${value}`, [ownRequest.name]: ownRequest.value, ...init.headers }
    const answer = await fetch(`${origin}${path}`, { ...init, headers })
    expect(answer.status, await answer.clone().text()).toBe(200)
    return answer.json()
  }
  const { name: begun } = (await ask(importApi.imports(), { method: 'POST' })) as { name: string }
  for (const [file, body] of Object.entries(files)) {
    await ask(importApi.file(begun, file), { method: 'PUT', body })
  }
  const wish = { id: 'large', invert: false, columns: null }
  const headers = { 'Content-Type': 'application/json' }
  await ask(importApi.check(begun), { method: 'POST', body: JSON.stringify(wish), headers })
  const state = async () => (await ask(importApi.import(begun))) as ImportState
  const until = async (wanted: ImportStage['kind'], is: (stage: ImportStage) => boolean) => {
    for (;;) {
      const found = await state()
      if (is(found.stage)) return found
      if (found.stage.kind === 'ready') await ask(importApi.finish(begun), { method: 'POST' })
      if (['refused', 'failed', 'stored'].includes(found.stage.kind)) {
        throw new Error(`Waited for ${wanted}, got ${JSON.stringify(found.stage)}.`)
      }
    }
  }
  return { until }
}

/** Entries of all vote logs. */
function rowsIn(folder: string): number {
  const database = new Database(join(folder, DATABASE_NAME), { readonly: true })
  try {
    return database.prepare<[], number>('SELECT count(*) FROM vote_log').pluck().get()!
  } finally {
    database.close()
  }
}

/** The most memory that a process has had, as Linux says it. */
function memoryOf({ pid }: ServiceProcess): string {
  return /VmHWM:\s+(.*)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 'unknown memory'
}
