// Which pages of other origins may read the API: those that the conversation lists, and never with credentials.
import { expect, test } from 'vitest'
import { endpoints } from '../../../server/api/endpoints.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { publishMap } from '../export/published-conversation.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()
const LISTED = 'https://council.example'
const OTHER = 'https://elsewhere.example'

async function service() {
  const { port } = await testService({
    prepare: async (store) => {
      await store.importConversation({ ...sample, id: 'one', settings: { origins: [LISTED] } })
      await store.importConversation({ ...sample, id: 'two' })
      await publishMap(store, 'one')
    },
  })
  return (path: string, origin: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, Origin: origin },
    })
}

const addressOf = (path: string) => {
  const filled = path
    .replace('{id}', 'one')
    .replace('{report}', 'rone')
    .replace('{file}', 'summary.csv')
    .replace(/\{\w+\}/g, '1')
  return path.startsWith('/api/v3/') ? `${filled}?conversation_id=one` : filled
}

test('every public address may be read from the origins that the conversation lists, and from no other', async () => {
  const ask = await service()
  for (const { path } of endpoints) {
    const [listed, other] = [await ask(addressOf(path), LISTED), await ask(addressOf(path), OTHER)]
    for (const answer of [listed, other]) {
      await answer.arrayBuffer()
      expect([path, answer.headers.get('Vary')]).toEqual([path, expect.stringMatching(/\bOrigin\b/)])
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    }
    expect([path, listed.headers.get('Access-Control-Allow-Origin')]).toEqual([path, LISTED])
    expect([path, other.headers.get('Access-Control-Allow-Origin')]).toEqual([path, null])
  }
})

test('another conversation is not opened by it', async () => {
  const ask = await service()
  const answer = await ask('/api/conversations/two', LISTED)
  expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null])
})

test('a browser that asks first is told what it may send, for reading alone', async () => {
  const ask = await service()
  const first = (path: string, origin: string, method = 'GET') =>
    ask(path, origin, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': method } })
  const told = await first('/api/conversations/one/report', LISTED)
  expect(told.status).toBe(204)
  expect(told.headers.get('Access-Control-Allow-Origin')).toBe(LISTED)
  expect(told.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD')
  expect(told.headers.get('Access-Control-Allow-Headers')).toBe('Authorization, If-None-Match')
  expect(
    (await first('/api/conversations/one/report', OTHER)).headers.get('Access-Control-Allow-Origin'),
  ).toBeNull()
})

test('what is one’s own is for pages of ours alone', async () => {
  const ask = await service()
  for (const path of ['own-data', 'answers', 'statements/own']) {
    const answer = await ask(`/api/conversations/one/${path}`, LISTED)
    expect([path, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([path, null])
  }
  const asked = await ask('/api/conversations/one/votes', LISTED, {
    method: 'OPTIONS',
    headers: { 'Access-Control-Request-Method': 'POST' },
  })
  expect(asked.headers.get('Access-Control-Allow-Origin')).toBeNull()
})
