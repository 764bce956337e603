// By which way people take part, over real sockets and HTTP: the server decides it, and no client claims another.
import { expect, test } from 'vitest'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import { ArrivalMarks, JOINING_MS } from '../../../server/participation/arrival-marks.ts'
import type { Boot } from '../../../server/protocol/boot.ts'
import { PROTOCOL_VERSION } from '../../../server/protocol/version.ts'
import type { Service } from '../../../server/service.ts'
import { BrowserWithoutScript } from '../forms/browser-without-script.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const { id } = townSquare
const FRAMED = { 'Sec-Fetch-Dest': 'iframe' }

function get({ port }: Service, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })
}

/** What the page at this address is marked with. */
async function markOf(service: Service, path: string, headers: Record<string, string> = {}) {
  const html = await (await get(service, path, headers)).text()
  return (JSON.parse(/id="boot"[^>]*>([\s\S]*?)<\/script>/.exec(html)![1]!) as Boot).arrival // of every page
}

/** The way that the person's own copy tells. */
async function channelOf(service: Service, token: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}` }
  const copy = await (await get(service, `/api/conversations/${id}/own-data`, headers)).json()
  return (copy as { channel?: unknown }).channel
}

/** Somebody who votes by a socket of a page with this mark. */
async function voteWith(service: Service, arrival: string | null, token = newParticipantToken()) {
  const client = await TestSocket.open(service.port)
  await client.enter(id, { token, ...(arrival !== null && { arrival }) })
  client.vote(1, 1, arrival === null ? 'mutation-unmarked' : 'mutation-marked')
  await client.next('vote-accepted')
  return token
}

test('whoever votes on the conversation’s own page has come by the page', async () => {
  const service = await testService()
  expect(await markOf(service, `/c/${id}`)).toBeNull()
  expect(await channelOf(service, await voteWith(service, null))).toBe('page')
})

test('in a frame the page is marked, and who votes there has come by another site; the first way stays', async () => {
  const service = await testService()
  const mark = await markOf(service, `/c/${id}`, FRAMED)
  expect(mark).toMatch(/^embedded\./)
  expect(await markOf(service, `/c/${id}`, FRAMED)).toBe(mark)
  const token = await voteWith(service, mark)
  expect(await channelOf(service, token)).toBe('embedded')
  await voteWith(service, null, token)
  expect(await channelOf(service, token)).toBe('embedded')
})

test('a forged mark, and that of another conversation or another way, count as the page', async () => {
  const service = await testService()
  const mark = (await markOf(service, `/c/${id}`, FRAMED))!
  const elsewhere = (await markOf(service, `/c/${emptySquare.id}`, FRAMED))!
  const forged = [
    elsewhere,
    mark.replace('embedded', 'event'),
    `embedded.${'A'.repeat(22)}`,
    `form.${mark.slice(-22)}`,
  ]
  for (const each of forged) {
    expect([each, await channelOf(service, await voteWith(service, each))]).toEqual([each, 'page'])
  }
})

test('whoever votes without a script has come by form, in a frame too', async () => {
  const service = await testService()
  for (const headers of [{}, FRAMED]) {
    const browser = new BrowserWithoutScript(service, `/c/${id}`, { headers })
    await browser.open()
    const { token } = browser.fields('vote')
    await browser.submit('vote', { vote: '1' })
    expect(await channelOf(service, token!)).toBe('form')
  }
})

test('the letters of a screen lead to a marked page, typed or scanned; its mark holds over plain HTTP too', async () => {
  const service = await testService()
  await service.store.stage.joinCode(id, 'BCDFGH')
  const joined = (await get(service, '/join?code=bcd-fgh&lang=cy')).headers.get('Location')!
  expect(joined).toMatch(new RegExp(`^/c/${id}\\?lang=cy&came=`))
  const mark = await markOf(service, joined)
  expect(mark).toMatch(/^event\./)
  expect(await markOf(service, `/c/${id}?came=BCDFGH`)).toBe(mark)
  expect(await markOf(service, `/c/${id}?came=BCDFGK`)).toBeNull()
  expect(await markOf(service, `/c/${emptySquare.id}?came=BCDFGH`)).toBeNull()
  expect(await markOf(service, joined.replace(id, emptySquare.id))).toBeNull()

  const token = newParticipantToken()
  const hello = { type: 'hello', protocol: PROTOCOL_VERSION, conversation: id, role: 'participant', token }
  const vote = { type: 'cast-vote', statement: 1, vote: 1, mutation: 'mutation-1' }
  const post = (body: unknown) =>
    fetch(`http://127.0.0.1:${service.port}/api/exchange`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post({ received: 0, messages: [{ ...hello, arrival: mark }, vote] })).status).toBe(200)
  await expect.poll(() => channelOf(service, token)).toBe('event')
})

test('the way from the letters to the page holds for ten minutes, and neither sooner nor for others', async () => {
  const { store } = await testService()
  const marks = new ArrivalMarks(store)
  const mark = (await marks.ofJoining(id, 1_000_000))!
  expect(await marks.hasJoined(id, mark, 1_000_000 + JOINING_MS)).toBe(true)
  expect(await marks.hasJoined(id, mark, 1_000_001 + JOINING_MS)).toBe(false)
  expect(await marks.hasJoined(id, mark, 999_999)).toBe(false)
  expect(await marks.hasJoined(emptySquare.id, mark, 1_000_000)).toBe(false)
  expect(await marks.hasJoined(id, '.', 1_000_000)).toBe(false)
})

test('whoever writes before they vote has come by the way of the page they wrote on', async () => {
  const service = await testService()
  const arrival = await markOf(service, `/c/${id}`, FRAMED)
  const token = newParticipantToken()
  const written = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${id}/statements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ mutation: 'mutation-own', text: 'A bandstand, please.', arrival }),
  })
  expect(written.status).toBe(200)
  expect(await channelOf(service, token)).toBe('embedded')
})
