import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { fileNames } from '../../../server/export/export-files.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { signedIn } from '../staff/signed-in.ts'
import { testService } from '../test-service.ts'
import { Exports } from '../../../server/export/exports.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { publishMap, storeWithMap } from './published-conversation.ts'
import { unzip } from './unzip.ts'

const sample = sampleConversation()

async function service(settings: Readonly<Record<string, unknown>> = {}) {
  const running = await testService({
    prepare: async (store) => {
      await store.importConversation({ ...sample, settings })
      await publishMap(store, sample.id)
    },
  })
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${running.port}/api/conversations/${sample.id}/exports/${path}`, init)
  return { running, get }
}

describe('exports over HTTP', () => {
  test('everybody gets the results as a zip and as single files, confirmed by their tag the second time', async () => {
    const { get } = await service()
    const zip = await get('results.zip')
    expect(zip.status).toBe(200)
    expect(zip.headers.get('content-disposition')).toBe('attachment; filename="high-street-results.zip"')
    const files = await unzip(await zip.arrayBuffer())
    expect([...files.keys()]).toEqual(fileNames.results)
    const one = await get('results/comments.csv')
    expect(one.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((parse(await one.text()) as string[][]).length).toBeGreaterThan(10)
    const etag = one.headers.get('etag')!
    expect((await get('results/comments.csv', { headers: { 'If-None-Match': etag } })).status).toBe(304)
    const book = await get('results/results.xlsx')
    expect([...(await unzip(await book.arrayBuffer())).keys()]).toContain('xl/workbook.xml')
  })

  test('who asks for the head of an export alone keeps nobody from it', async () => {
    const { running, get } = await service()
    const owner = await signedIn(running, 'owner', { isStrong: true })
    const full = `/api/staff/conversations/${sample.id}/full-export`
    expect((await owner.request(full, { method: 'HEAD' })).status).toBe(200)
    const heads = await Promise.all([1, 2, 3].map(() => get('results.zip', { method: 'HEAD' })))
    const zip = await get('results.zip')
    expect(zip.status).toBe(200)
    for (const { status, headers } of heads) {
      expect(status).toBe(200)
      for (const name of ['content-type', 'content-disposition', 'etag', 'cache-control'])
        expect(headers.get(name)).toBe(zip.headers.get(name))
    }
    await zip.body!.cancel()
  })

  test('nobody gets single votes where open data was not declared', async () => {
    const { get } = await service()
    for (const path of ['open-data.zip', 'open-data/votes.csv', 'results/votes.csv', 'everything.zip']) {
      expect((await get(path)).status, path).toBeGreaterThanOrEqual(403)
    }
    expect(await (await get('open-data.zip')).json()).toMatchObject({ error: { code: 'no-open-data' } })
  })

  test('everybody gets single votes under pseudonyms where it was', async () => {
    const { get } = await service({ openData: true })
    const answer = await get('open-data/participant-votes.csv')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const [header, ...rows] = parse(await answer.text()) as string[][]
    expect(header!.slice(0, 3)).toEqual(['participant', 'group-id', 'n-comments'])
    expect(rows).toHaveLength(400)
  })

  test('results that are hidden are exported to staff only', async () => {
    const { running, get } = await service({ resultsVisible: 'when-revealed' })
    expect((await get('results.zip')).status).toBe(403)
    const analyst = await signedIn(running, 'analyst')
    const address = `/api/staff/conversations/${sample.id}/exports/results.zip`
    expect((await analyst.request(address)).status).toBe(200)
    const host = await signedIn(running, 'host')
    expect((await host.request(address)).status).toBe(403)
  })

  test('an owner gets everything, marked confidential and written into the audit log', async () => {
    const { running } = await service()
    const owner = await signedIn(running, 'owner', { isStrong: true })
    const address = `/api/staff/conversations/${sample.id}/full-export`
    const answer = await owner.request(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain('CONFIDENTIAL-high-street-everything.zip')
    const files = await unzip(await answer.arrayBuffer())
    expect([...files.keys()]).toEqual(fileNames.everything)
    expect(files.get('method.json')).toContain('CONFIDENTIAL')
    const log = await running.store.staff.auditLog({}, null, 10)
    expect(log.map(({ action, code }) => [action, code])).toContainEqual([
      'export-everything',
      'exported-everything',
    ])
    const analyst = await signedIn(running, 'analyst')
    expect((await analyst.request(address)).status).toBe(403)
  })
})

describe('the threads of exports', () => {
  test('are two at a time, a third for staff, and end when their readers go away', async () => {
    const dataFolder = temporaryFolder()
    await storeWithMap(dataFolder, sample)
    const exports = new Exports({ dataFolder, onFailure: (error) => expect.unreachable(String(error)) })
    const order = {
      conversation: sample.id,
      kind: 'everything',
      file: 'votes.csv',
      formulaSafe: false,
      url: '',
    } as const
    const [one, two] = await Promise.all([
      exports.start(order, { isStaff: false }),
      exports.start(order, { isStaff: false }),
    ])
    expect(await exports.start(order, { isStaff: false })).toBe('busy')
    const third = await exports.start(order, { isStaff: true })
    expect(exports.running).toBe(3)
    for (const made of [one, two, third]) {
      if (typeof made === 'string') throw new Error(made)
      await made.stream.cancel()
    }
    expect(exports.running).toBe(0)
    expect(await exports.start({ ...order, conversation: 'nowhere' }, { isStaff: false })).toBe('unknown')
    await exports.close()
  })
})
