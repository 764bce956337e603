// The report and its versions as JSON: hidden with the results, confirmed by their tags, as the schemas say.
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { reportFacts } from '../../../server/report/facts.ts'
import { publishedVersion, versionList } from '../../../server/report/version-documents.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { publishMap } from '../export/published-conversation.ts'
import { signedIn } from '../staff/signed-in.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()
const TIME = { timeout: 120_000 }

async function service(settings: Readonly<Record<string, unknown>> = {}) {
  const running = await testService({
    prepare: async (store) => {
      await store.importConversation({ ...sample, settings: { ...sample.settings, ...settings } })
      await publishMap(store, sample.id)
    },
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${running.port}/api/conversations/${sample.id}${path}`, { headers })
  return { running, get }
}

test('the report is what its schema says, and is confirmed by its tag', TIME, async () => {
  const { get } = await service()
  await expect
    .poll(async () => v.parse(reportFacts, await (await get('/report')).json()).confidence, {
      timeout: 60_000,
    })
    .not.toBeNull()
  const answer = await get('/report')
  const facts = v.parse(reportFacts, await answer.json())
  expect(facts.people.voters).toBeGreaterThan(100)
  expect(answer.headers.get('Cache-Control')).toBe('no-cache')
  expect((await get('/report', { 'If-None-Match': answer.headers.get('ETag')! })).status).toBe(304)
})

test('a hidden report says why, and is read with a token that nobody else may keep', TIME, async () => {
  const { running, get } = await service({ resultsVisible: 'when-closed' })
  const hidden = await get('/report')
  expect(hidden.status).toBe(403)
  expect(await hidden.json()).toMatchObject({ error: { code: 'results-when-closed' } })
  const owner = await signedIn(running, 'owner', { isStrong: true })
  const made = await owner.request(`/api/staff/conversations/${sample.id}/tokens`, {
    body: { name: 'Dashboard', scopes: ['read:results'] },
  })
  const { token } = v.parse(v.object({ token: v.string() }), await made.json())
  const read = await get('/report', { Authorization: `Bearer ${token}` })
  expect(read.status).toBe(200)
  expect(read.headers.get('Cache-Control')).toBe('private, no-store')
})

test('versions are listed, and each tells its figures and the hashes of its files', TIME, async () => {
  const { running, get } = await service()
  expect(await (await get('/versions')).json()).toEqual({ versions: [] })
  expect((await get('/versions/1')).status).toBe(404)
  const owner = await signedIn(running, 'owner')
  const published = await owner.request(`/api/staff/conversations/${sample.id}/report/versions`, { body: {} })
  expect(published.status).toBe(200)
  const { versions } = v.parse(versionList, await (await get('/versions')).json())
  expect(versions).toMatchObject([{ number: 1, page: `/r/${sample.id}/v/1`, withdrewLater: 0 }])
  const answer = await get('/versions/1')
  const version = v.parse(publishedVersion, await answer.json())
  expect(version.report.log.sequence).toBe(version.sequence)
  const file = version.files.find(({ name }) => name === 'statements.csv')!
  const bytes = await (await fetch(`http://127.0.0.1:${running.port}${file.path}`)).arrayBuffer()
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
  expect(digest).toBe(file.sha256)
  expect((await get('/versions/1', { 'If-None-Match': answer.headers.get('ETag')! })).status).toBe(304)
})
