import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { publishMap } from '../export/published-conversation.ts'
import { signedIn } from '../staff/signed-in.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()

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

test('the API describes itself, and every path that it names is there', async () => {
  const running = await service()
  const origin = `http://127.0.0.1:${running.port}`
  const document = v.parse(
    v.object({
      openapi: v.literal('3.1.0'),
      paths: v.record(v.string(), v.object({ get: v.object({ summary: v.string() }) })),
      components: v.object({ schemas: v.record(v.string(), v.object({ type: v.string() })) }),
    }),
    await (await fetch(`${origin}/api/openapi.json`)).json(),
  )
  expect(Object.keys(document.components.schemas)).toContain('Snapshot')
  for (const path of Object.keys(document.paths)) {
    const address = path.replace('{id}', 'one').replace('{version}', '1').replace('{file}', 'summary.csv')
    const answer = await fetch(origin + address)
    await answer.arrayBuffer()
    expect([200, 403], path).toContain(answer.status)
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
