import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { schemas } from '../../../server/api/endpoints.ts'
import { openApi } from '../../../server/api/open-api.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { publishMap } from '../export/published-conversation.ts'
import { signedIn } from '../staff/signed-in.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()

/** The address of a path of the description, in the conversation "one". */
function addressOf(path: string): string {
  const isPolis = path.startsWith('/api/v3/')
  const filled = path
    .replace('{id}', 'one')
    .replace('{number}', '1')
    .replace('{version}', '1')
    .replace('{report}', 'rone')
    .replace('{file}', 'summary.csv')
  return isPolis ? `${filled}?conversation_id=one` : filled
}

/** Whether what stands at a path is hidden together with the results. */
function isHiddenAt(path: string): boolean {
  if (path.includes('reportExport')) return false
  return /snapshot|components|report$|exports|v3/.test(path)
}

async function service() {
  return testService({
    prepare: async (store) => {
      for (const id of ['one', 'two']) {
        await store.importConversation({ ...sample, id, settings: { resultsVisible: 'when-revealed' } })
        await publishMap(store, id)
      }
    },
  })
}

test('the API describes itself in both languages, and every path that it names is there', async () => {
  const running = await service()
  const origin = `http://127.0.0.1:${running.port}`
  const described = v.object({
    openapi: v.literal('3.1.0'),
    paths: v.record(v.string(), v.object({ get: v.object({ summary: v.string() }) })),
    components: v.object({ schemas: v.record(v.string(), v.object({ type: v.string() })) }),
  })
  const read = async (language: string) =>
    v.parse(described, await (await fetch(`${origin}/api/openapi.json?lang=${language}`)).json())
  const [document, welsh] = [await read('en'), await read('cy')]
  expect(Object.keys(document.components.schemas)).toEqual(Object.keys(schemas))
  expect(document.paths['/api/conversations']!.get.summary).toBe('All conversations.')
  expect(welsh.paths['/api/conversations']!.get.summary).toBe('Pob sgwrs.')
  for (const path of Object.keys(document.paths)) {
    const answer = await fetch(origin + addressOf(path), { redirect: 'manual' })
    await answer.arrayBuffer()
    // Results that are hidden, a version that nobody has published, open data that was not declared.
    const isVersion = path.includes('/v/') || path.includes('{number}')
    expect(isVersion ? [404] : [200, 302, 403], path).toContain(answer.status)
    if (isVersion) continue
    const code = answer.status === 403
    expect([path, code]).toEqual([path, isHiddenAt(path)])
  }
})

test('every example is one that its schema accepts', () => {
  for (const [name, schema] of Object.entries(schemas)) {
    const document = openApi({ version: '1', address: null, language: 'en' })
    const [example] = document.components.schemas[name]!.examples
    expect([name, v.safeParse(schema, example).issues]).toEqual([name, undefined])
  }
})

test('what somebody has already is confirmed by its tag', async () => {
  const { port } = await service()
  for (const path of ['', '/one', '/one/statements']) {
    const address = `http://127.0.0.1:${port}/api/conversations${path}`
    const first = await fetch(address)
    await first.arrayBuffer()
    const again = await fetch(address, { headers: { 'If-None-Match': first.headers.get('ETag')! } })
    expect(again.status, path).toBe(304)
  }
})

describe('a token', () => {
  test('reads the hidden results of its conversation and no other, until it is revoked', async () => {
    const running = await service()
    const owner = await signedIn(running, 'owner', { isStrong: true })
    const made = await owner.request('/api/staff/conversations/one/tokens', {
      body: { name: 'Dashboard', scopes: ['read:results'] },
    })
    const { id, token } = v.parse(v.object({ id: v.number(), token: v.string() }), await made.json())
    const read = async (conversation: string, bearer?: string) => {
      const headers = new Headers(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` })
      const address = `http://127.0.0.1:${running.port}/api/conversations/${conversation}/snapshot`
      return (await fetch(address, { headers })).status
    }
    expect(await read('one')).toBe(403)
    expect(await read('one', token)).toBe(200)
    expect(await read('two', token)).toBe(403)
    expect(await read('one', `${token}x`)).toBe(403)
    const listed = await (await owner.request('/api/staff/conversations/one/tokens')).text()
    expect(listed).toContain('Dashboard')
    expect(listed).not.toContain(token)
    const gone = await owner.request(`/api/staff/conversations/one/tokens/${id}`, { method: 'DELETE' })
    expect(gone.status).toBe(200)
    expect(await read('one', token)).toBe(403)
  })

  test('is made by owners only', async () => {
    const running = await service()
    const analyst = await signedIn(running, 'analyst')
    const body = { name: 'Dashboard', scopes: ['read:results'] }
    expect((await analyst.request('/api/staff/conversations/one/tokens', { body })).status).toBe(403)
  })
})
