// Reports over HTTP: who sees them, how they are kept fresh, what facilitators add, and versions that stay as they are.
import { parse } from 'csv-parse/sync'
import { createHash } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { fileNames } from '../../../server/export/export-files.ts'
import { openStaff } from '../../../server/staff/staff.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Service } from '../../../server/service.ts'
import { signedIn } from '../staff/signed-in.ts'
import { unzip } from '../export/unzip.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()
const TIME = { timeout: 120_000 }

async function sampleService() {
  const service = await testService({ conversations: [sample] })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${service.port}${path}`, { headers, redirect: 'manual' })
  const staff = openStaff(service.store)
  return { service, get, staff, path: `/r/${sample.id}`, api: `/api/staff/conversations/${sample.id}` }
}

/** Asks for the conversation, so that its map is made. */
async function mapMade(service: Service): Promise<void> {
  await fetch(`http://127.0.0.1:${service.port}/api/conversations/${sample.id}`)
  await expect.poll(() => service.store.newestSnapshot(sample.id)).not.toBeNull()
}

test('a report is confirmed by its tag as long as nothing changes', TIME, async () => {
  const { service, get, path } = await sampleService()
  await mapMade(service)
  await expect
    .poll(async () => (await get(path)).text(), { timeout: 60_000 })
    .toContain('Stability of the groups')
  const first = await get(path)
  expect(first.status).toBe(200)
  const tag = first.headers.get('ETag')!
  expect((await get(path, { 'If-None-Match': tag })).status).toBe(304)
  expect((await get(`${path}?lang=cy`, { 'If-None-Match': tag })).status).toBe(200)
})

test(
  'results that are hidden are hidden in the report and all its files; staff see a draft',
  TIME,
  async () => {
    const { service, get, staff, path } = await sampleService()
    await service.store.saveSettings(sample.id, { resultsVisible: 'when-closed' })
    const hidden = [
      path,
      `${path}/files/report.json`,
      `${path}/files/statements.csv`,
      `${path}/files/map.en.svg`,
    ]
    for (const each of hidden) expect([each, (await get(each)).status]).toEqual([each, 403])
    const picture = await get(`${path}/files/sharing.en.png`)
    expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    const viewer = await signedIn({ port: service.port, staff }, 'viewer')
    const draft = await viewer.request(path)
    expect(draft.status).toBe(200)
    expect(draft.headers.get('Cache-Control')).toContain('private')
    expect(await draft.text()).toContain('Only staff can read this now')
  },
)

test(
  'names and notes of facilitators stand in the report; who may only read changes nothing',
  TIME,
  async () => {
    const { service, get, staff, path, api } = await sampleService()
    await mapMade(service)
    const owner = await signedIn({ port: service.port, staff }, 'owner')
    const viewer = await signedIn({ port: service.port, staff }, 'viewer')
    const words = { introduction: { en: 'We asked *everybody*.' }, groups: { A: { en: 'Gardeners' } } }
    const write = (by: typeof owner, body: unknown) =>
      by.request(`${api}/report/words`, { method: 'PUT', body })
    expect((await write(viewer, words)).status).toBe(403)
    expect((await write(owner, { ...words, votes: 5 })).status).toBe(400)
    expect((await write(owner, words)).status).toBe(200)
    const html = await (await get(`${path}?lang=en`)).text()
    expect(html).toContain('We asked <em>everybody</em>.')
    expect(html).toContain('Group A, “Gardeners”')
  },
)

test('a published version stays as it is, file by file, while votes go on', TIME, async () => {
  const { service, get, staff, path, api } = await sampleService()
  await mapMade(service)
  const owner = await signedIn({ port: service.port, staff }, 'owner')
  const published = await owner.request(`${api}/report/versions`, { method: 'POST' })
  expect(await published.json()).toMatchObject({ number: 1 })
  const sums = await (await get(`${path}/v/1/SHA256SUMS`)).text()
  const names = sums
    .trim()
    .split('\n')
    .map((line) => line.split('  '))
  expect(names.length).toBeGreaterThan(20)
  const before = await (await get(`${path}/v/1/report.en.html`)).text()
  const { sequence } = (await service.store.reports.versions(sample.id))[0]!

  await service.store.append({
    conversation: sample.id,
    participant: null,
    tokenHash: 'somebody-new',
    statement: sample.statements[0]!.id,
    vote: 1,
    mutation: 'm1',
    timeMs: Date.now(),
  })
  for (const [sum, name] of names) {
    const body = new Uint8Array(await (await get(`${path}/v/1/${name}`)).arrayBuffer())
    expect([name, createHash('sha256').update(body).digest('hex')]).toEqual([name, sum])
  }
  const page = await (await get(`${path}/v/1?lang=en`)).text()
  expect(page).toBe(before.replace('<!-- later notes -->', ''))
  expect(page).toContain(`href="${path}/v/1/report.css"`)
  const method = (await (await get(`${path}/v/1/method.json`)).json()) as { log: { sequence: number } }
  expect(method.log.sequence).toBe(sequence)

  expect(names.map(([, name]) => name)).toEqual(
    expect.arrayContaining(fileNames.results.map((name) => `results/${name}`)),
  )
  expect(names.map(([, name]) => name)).not.toContain('open-data.zip')
  const kept = JSON.parse(await (await get(`${path}/v/1/results/method.json`)).text()) as {
    log: { sequence: number }
  }
  expect(kept.log.sequence).toBe(sequence)
  const comments = await get(`${path}/v/1/results/comments.csv`)
  expect(comments.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(parse(await comments.text())).toHaveLength(1 + sample.statements.length)
  for (const [, name] of names) {
    if (!/^report\.(..\.html|css|js)$/.test(name!)) expect(page).toContain(`href="${path}/v/1/${name}"`)
  }
  expect(page).toMatch(/results\/summary\.csv<\/a> · 1 kB/)

  const again = await owner.request(`${api}/report/versions`, { method: 'POST' })
  expect(await again.json()).toMatchObject({ number: 2 })
  const comparison = await (await get(`${path}/compare?from=1&to=2&lang=en`)).text()
  expect(comparison).toContain('What changed: version 1 and version 2')
  expect((await get(`${path}/compare?from=1&to=9`)).status).toBe(404)
  expect((await get(`${path}/v/3`)).status).toBe(404)
})

test('a version of a conversation with open data holds every vote, and stays as it was', TIME, async () => {
  const service = await testService({
    prepare: async (store) => {
      await store.importConversation({ ...sample, settings: { openData: true } })
    },
  })
  await mapMade(service)
  const owner = await signedIn({ port: service.port, staff: openStaff(service.store) }, 'owner')
  const address = `/api/staff/conversations/${sample.id}/report/versions`
  expect((await owner.request(address, { method: 'POST' })).status).toBe(200)
  const get = async () => {
    const file = await fetch(`http://127.0.0.1:${service.port}/r/${sample.id}/v/1/open-data.zip`)
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/zip'])
    return file.arrayBuffer()
  }
  const first = await get()
  const files = await unzip(first)
  expect([...files.keys()]).toEqual(fileNames['open-data'])
  expect(files.get('method.json')).toContain('folkmoot reproduce')
  expect(Buffer.from(await get()).equals(Buffer.from(first))).toBe(true)
})

test('published versions go with a conversation that is deleted, and come back with it', TIME, async () => {
  const { service, get, staff, path, api } = await sampleService()
  await mapMade(service)
  const owner = await signedIn({ port: service.port, staff }, 'owner')
  await owner.request(`${api}/report/versions`, { method: 'POST' })
  const addresses = [`${path}/v/1`, `${path}/v/1/report.json`, `${path}/compare?from=1&to=1`]
  const statuses = () => Promise.all(addresses.map(async (address) => (await get(address)).status))
  const want = (isWanted: boolean) =>
    owner.request(`${api}/deletion`, { method: 'POST', body: JSON.stringify({ isWanted }) })
  expect(await statuses()).toEqual([200, 200, 200])
  expect((await want(true)).status).toBe(200)
  expect(await statuses()).toEqual([404, 404, 404])
  expect((await want(false)).status).toBe(200)
  expect(await statuses()).toEqual([200, 200, 200])
})

test('who erases themselves after a version is told on it, and its figures stay', TIME, async () => {
  const { service, get, staff, path, api } = await sampleService()
  await mapMade(service)
  const vote = { conversation: sample.id, participant: null, tokenHash: 'leaver', timeMs: Date.now() }
  const cast = await service.store.append({
    ...vote,
    statement: sample.statements[0]!.id,
    vote: 1,
    mutation: 'm1',
  })
  if (cast.kind !== 'stored') throw new Error('The vote was refused.')
  const owner = await signedIn({ port: service.port, staff }, 'owner')
  await owner.request(`${api}/report/versions`, { method: 'POST' })
  const before = await (await get(`${path}/v/1/report.en.html`)).text()
  await service.store.participation.erase({
    conversation: sample.id,
    participant: cast.participant,
    respondent: 'nobody',
    withdrawStatements: false,
    timeMs: Date.now() + 1,
  })
  const page = await (await get(`${path}/v/1?lang=en`)).text()
  const wantsNote = (await service.store.reports.versions(sample.id))[0]!.sequence >= cast.sequence
  if (wantsNote) expect(page).toContain('1 person withdrew after this version was published')
  expect(await (await get(`${path}/v/1/report.en.html`)).text()).toBe(before)
})

test('the database itself refuses to change or delete a published version', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  await store.importConversation(sample)
  const file = { name: 'a', type: 'text/plain', sha256: 'x', bytes: new Uint8Array([1]) }
  const version = { number: 1, publishedAtMs: 1, sequence: 1, logHash: 'h', files: [file] }
  expect(await store.reports.publish(sample.id, version)).toBe(true)
  expect(await store.reports.publish(sample.id, { ...version, files: [] })).toBe(false)
  expect((await store.reports.file(sample.id, 1, 'a'))?.bytes).toEqual(new Uint8Array([1]))
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(`${folder}/folkmoot.sqlite`)
  onTestFinished(() => void database.close())
  const orders = [
    'DELETE FROM report_file',
    "UPDATE report_file SET sha256 = 'y'",
    'DELETE FROM report_version',
    'UPDATE report_version SET sequence = 2',
  ]
  for (const order of orders)
    expect(() => database.exec(order)).toThrow('A published version stays as it is.')
})
