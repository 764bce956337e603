// The stage over HTTP: hosts direct, screens follow, and a hall joins by letters.
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../../server/protocol/privileges.ts'
import { stageFrame, type StageFrame } from '../../../server/protocol/stage.ts'
import { newScreen, stageDesk, type StageDesk } from '../../../server/protocol/stage-desk.ts'
import type { Service } from '../../../server/service.ts'
import { signedIn, type SignedIn } from '../staff/signed-in.ts'
import { testService } from '../test-service.ts'
import { hallOfPeople } from './hall-of-people.ts'

const hall = '/api/staff/conversations/hall/stage'

async function openHall(role: Role = 'host', people = 40) {
  const service = await testService({ conversations: [hallOfPeople(people)], stage: { beatMs: 50 } })
  const host = await signedIn(service, role, { name: 'Hannah' })
  return { service, host }
}

async function deskOf(host: SignedIn, path = hall, body?: unknown): Promise<StageDesk> {
  const answer = await host.request(path, body === undefined ? {} : { body })
  expect(answer.status).toBe(200)
  return v.parse(stageDesk, await answer.json())
}

/** Directs the stage as somebody who has seen all that was done before. */
async function direct(host: SignedIn, direction: object, door = 'directions'): Promise<StageDesk> {
  const { revision } = await deskOf(host)
  return deskOf(host, `${hall}/${door}`, { ...direction, seen: revision })
}

async function screenOf(host: SignedIn): Promise<{ token: string; number: number }> {
  const answer = await host.request(`${hall}/screens`, { body: { name: 'Left' } })
  const { path, number } = v.parse(newScreen, await answer.json())
  expect(path).toMatch(/^\/p\/hall#[\w-]{43}$/)
  return { token: path.split('#')[1]!, number }
}

function ask(service: Service, token?: string, after = -1): Promise<Response> {
  return fetch(`http://127.0.0.1:${service.port}/api/conversations/hall/stage?after=${after}&screen=one`, {
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  })
}

async function frameOf(service: Service, token?: string, after?: number): Promise<StageFrame> {
  const answer = await ask(service, token, after)
  expect(answer.status).toBe(200)
  return v.parse(stageFrame, await answer.json())
}

/** The frame once it is as wanted; each answer waits for news by itself. */
async function frameWhere(
  service: Service,
  token: string | undefined,
  isWanted: (frame: StageFrame) => boolean,
) {
  let frame = await frameOf(service, token)
  while (!isWanted(frame)) {
    const answer = await ask(service, token, frame.version)
    if (answer.status === 200) frame = v.parse(stageFrame, await answer.json())
  }
  return frame
}

test('a screen shows what the host has chosen, at once, and what the hall may see of the map', async () => {
  const { service, host } = await openHall()
  const { token } = await screenOf(host)
  const first = await frameWhere(service, token, ({ map }) => map !== null)
  expect(first).toMatchObject({ scene: 'join', people: 40, isDirected: true, results: 'shown' })
  const next = ask(service, token, first.version)
  await direct(host, { do: 'scene', scene: 'statement', statement: 3 })
  const shown = v.parse(stageFrame, await (await next).json())
  expect(shown.scene).toBe('statement')
  expect(shown.statement?.text).toBe('The hall needs improvement number 4.')
  expect(shown.statement?.bars?.map(({ letter }) => letter)).toEqual(['A', 'B'])
})

test('I6: however many look at the public map, a screen of the hall has its place', async () => {
  const { service, host } = await openHall()
  const { token } = await screenOf(host)
  const seen = (await frameWhere(service, undefined, ({ map }) => map !== null)).version
  const gone = new AbortController()
  onTestFinished(() => gone.abort())
  const address = `http://127.0.0.1:${service.port}/api/conversations/hall/stage?after=${seen}`
  const crowd = Array.from({ length: 520 }, () => fetch(address, { signal: gone.signal }))
  for (const each of crowd) each.catch(() => {})
  // Those for whom there is no place are told at once.
  const refused = await Promise.any(
    crowd.map(async (each) => (await each).status === 429 || Promise.reject(new Error('It has a place.'))),
  )
  expect(refused).toBe(true)
  const waiting = ask(service, token, seen)
  await direct(host, { do: 'scene', scene: 'map' })
  expect((await waiting).status).toBe(200)
})

test('without a token the screen is the public map, and no host directs it', async () => {
  const { service, host } = await openHall()
  await direct(host, { do: 'word', text: 'Tea is ready.' })
  const frame = await frameWhere(service, undefined, ({ map }) => map !== null)
  expect(frame).toMatchObject({ scene: 'map', isDirected: false, word: '' })
})

test('hidden results leave the service for no screen, until they are revealed', async () => {
  const { service, host } = await openHall()
  const { token } = await screenOf(host)
  await frameWhere(service, token, ({ map }) => map !== null)
  await direct(host, { do: 'scene', scene: 'statement', statement: 3 })
  expect((await direct(host, { do: 'results', on: false }, 'openings')).results).toBe(false)
  for (const each of [token, undefined]) {
    const frame = await frameOf(service, each)
    expect(frame).toMatchObject({ results: 'hidden', map: null, texts: [] })
    expect(frame.statement?.bars ?? null).toBeNull()
  }
  await direct(host, { do: 'results', on: true }, 'openings')
  expect(await frameOf(service, token)).toMatchObject({ results: 'shown', map: { people: 40 } })
})

test('a link that was taken back shows nothing more, not even to a screen that waits', async () => {
  const { service, host } = await openHall()
  const { token, number } = await screenOf(host)
  const { version } = await frameWhere(service, token, ({ map }) => map !== null)
  const waiting = ask(service, token, version)
  expect((await host.request(`${hall}/screens/${number}`, { method: 'DELETE' })).status).toBe(200)
  expect((await waiting).status).toBe(403)
  expect((await ask(service, token)).status).toBe(403)
  expect((await ask(service, 'x'.repeat(43))).status).toBe(403)
})

test('two hosts see what the other did, and neither overrides what they have not seen', async () => {
  const { service, host } = await openHall()
  const other = await signedIn(service, 'host', { name: 'Owen' })
  const { revision } = await deskOf(host)
  const desk = await deskOf(host, `${hall}/directions`, { do: 'scene', scene: 'map', seen: revision })
  expect(desk.deeds[0]).toMatchObject({ by: 'Hannah', part: 'scene', choice: 'map' })
  const late = { do: 'scene', scene: 'consensus', seen: revision }
  const answer = await other.request(`${hall}/directions`, { body: late })
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({
    error: { code: 'changed-meanwhile', detail: { by: 'Hannah' } },
  })
  const another = { do: 'freeze', on: true, seen: revision }
  expect((await other.request(`${hall}/directions`, { body: another })).status).toBe(200)
  expect((await deskOf(host)).deeds.map(({ by, part }) => `${by} ${part}`)).toEqual([
    'Owen freeze',
    'Hannah scene',
  ])
})

test('writing is closed and opened again as it was, and new statements are held and let go', async () => {
  const { service, host } = await openHall()
  const settings = async () => (await service.store.conversation('hall'))!.settings
  await service.store.saveSettings('hall', { whoWrites: 'anyone' })
  await expect.poll(async () => (await deskOf(host)).hold, { timeout: 5_000 }).toBe('off')
  expect(await direct(host, { do: 'hold', on: true }, 'openings')).toMatchObject({
    hold: 'on',
    writing: true,
  })
  expect(await direct(host, { do: 'writing', on: false }, 'openings')).toMatchObject({ writing: false })
  expect(await settings()).toEqual({ whoWrites: 'staff' })
  expect(await direct(host, { do: 'hold', on: false }, 'openings')).toMatchObject({ hold: 'off' })
  expect(await direct(host, { do: 'writing', on: true }, 'openings')).toMatchObject({ writing: true })
  expect(await settings()).toEqual({ whoWrites: 'anyone' })
})

test('where the settings let every statement wait, a host cannot let them go', async () => {
  const { service, host } = await openHall()
  expect(await direct(host, { do: 'hold', on: false }, 'openings')).toMatchObject({ hold: 'always' })
  expect((await service.store.conversation('hall'))!.settings).toEqual({})
})

test('voting is paused, opened and closed from the remote', async () => {
  const { service, host } = await openHall()
  for (const state of ['paused', 'open', 'closed'] as const) {
    expect((await direct(host, { do: 'voting', state }, 'openings')).voting).toBe(state)
    expect((await frameOf(service)).conversation.state).toBe(state)
  }
})

test('a countdown ends by the server’s clock, and a word is shown until another scene', async () => {
  const { service, host } = await openHall()
  const { token } = await screenOf(host)
  const { countdown, now } = await direct(host, { do: 'countdown', seconds: 90 })
  expect(countdown!.endsAt - now).toBeGreaterThan(80_000)
  expect(await frameOf(service, token)).toMatchObject({ scene: 'countdown', countdown })
  await direct(host, { do: 'word', text: '  Please write now.  ' })
  expect(await frameOf(service, token)).toMatchObject({ scene: 'word', word: 'Please write now.' })
})

test('the stage is as it was when the service starts again', async () => {
  const { service, host } = await openHall()
  await direct(host, { do: 'scene', scene: 'portrait', letter: 'B' })
  const stored = await service.store.stage.stage('hall')
  expect(stored).toMatchObject({ revision: 1, state: { scene: 'portrait', letter: 'B' } })
})

test('everything that a host does is in the audit log', async () => {
  const { service, host } = await openHall()
  await screenOf(host)
  await direct(host, { do: 'scene', scene: 'map' })
  await direct(host, { do: 'voting', state: 'paused' }, 'openings')
  await host.request(`${hall}/code`, { method: 'POST' })
  const log = await service.store.staff.auditLog({}, null, 10)
  const codes = ['new-letters', 'directed-stage', 'directed-stage', 'made-screen-link']
  expect(log.map(({ code }) => code)).toEqual(codes)
  expect(log.every(({ name, conversation }) => name === 'Hannah' && conversation === 'hall')).toBe(true)
})

test('a viewer may look at the desk and change nothing', async () => {
  const { host } = await openHall('viewer')
  const { revision } = await deskOf(host)
  const direction = { do: 'scene', scene: 'map', seen: revision }
  expect((await host.request(`${hall}/directions`, { body: direction })).status).toBe(403)
  expect((await host.request(`${hall}/screens`)).status).toBe(403)
})

test('the letters lead to the conversation however they are typed, until they are renewed', async () => {
  const { service, host } = await openHall()
  const code = (await deskOf(host)).code!
  const join = (typed: string) =>
    fetch(`http://127.0.0.1:${service.port}/join?code=${encodeURIComponent(typed)}`, { redirect: 'manual' })
  for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 3)}-${code.slice(3)} `]) {
    const answer = await join(typed)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toMatch(/^\/c\/hall\?came=\w+\.[\w-]{22}$/)
  }
  await host.request(`${hall}/code`, { method: 'POST' })
  expect((await join(code)).status).toBe(404)
})

test('whoever tries letters is told to wait, while others can still join', async () => {
  const { service } = await openHall()
  const join = async () => (await fetch(`http://127.0.0.1:${service.port}/join?code=BBBBBB`)).status
  const answers: number[] = []
  while (answers.at(-1) !== 429 && answers.length < 100) answers.push(await join())
  expect(answers.filter((status) => status === 404).length).toBeGreaterThanOrEqual(60)
  expect(answers.at(-1)).toBe(429)
})

test('the growth of the map is shown again, step by step, and ends with what the hall saw last', async () => {
  const { service, host } = await openHall('host', 80)
  const { token } = await screenOf(host)
  const last = await frameWhere(service, token, ({ map }) => map !== null)
  const desk = await direct(host, { do: 'replay', on: true })
  expect(desk).toMatchObject({ replay: { step: 1, speed: 1 }, scene: 'map' })
  const first = await frameOf(service, token)
  expect(first.replay?.step).toBe(1)
  expect(first.replay!.of).toBeGreaterThan(3)
  expect(first.map!.people).toBeLessThan(last.map!.people)
  expect((await frameOf(service)).replay).toBeNull()
  const faster = await direct(host, { do: 'replay', on: true, speed: 2 })
  expect(faster.replay!.speed).toBe(2)
  expect((await frameOf(service, token)).replay!.stepMs).toBe(Math.round(first.replay!.stepMs / 2))
  await direct(host, { do: 'replay', on: false })
  expect((await frameOf(service, token)).map).toEqual(last.map)
})
