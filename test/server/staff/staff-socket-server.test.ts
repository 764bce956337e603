import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { testService } from '../test-service.ts'
import { signedIn } from './signed-in.ts'
import { TestStaffSocket } from './staff-socket.ts'

const square = { conversation: 'town-square' }

test('whoever follows a topic hears what is published of it, and of nothing else', async () => {
  const service = await testService()
  const moderator = await signedIn(service, 'moderator')
  const socket = await TestStaffSocket.open(service.port, moderator.headers)
  expect(await socket.follow('town-square', 'moderation')).toEqual({
    type: 'following',
    conversation: 'town-square',
    topic: 'moderation',
  })
  service.staff.news.publish('empty-square', 'moderation', { waiting: 1 })
  service.staff.news.publish('town-square', 'stage', { scene: 'map' })
  service.staff.news.publish('town-square', 'moderation', { waiting: 2 })
  expect(await socket.next()).toEqual({
    type: 'news',
    conversation: 'town-square',
    topic: 'moderation',
    document: { waiting: 2 },
  })
  socket.send({ type: 'unfollow', conversation: 'town-square', topic: 'moderation' })
  socket.send({ type: 'ping' })
  expect(await socket.next()).toEqual({ type: 'pong' })
  service.staff.news.publish('town-square', 'moderation', { waiting: 3 })
  socket.send({ type: 'ping' })
  expect(await socket.next()).toEqual({ type: 'pong' })
})

test('a role in one conversation follows nothing of another', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host', square)
  const socket = await TestStaffSocket.open(service.port, host.headers)
  expect(await socket.follow('town-square', 'stage')).toMatchObject({ type: 'following' })
  const refused = { type: 'refused', code: 'role-not-allowed' }
  expect(await socket.follow('town-square', 'moderation')).toMatchObject(refused)
  expect(await socket.follow('empty-square', 'stage')).toMatchObject(refused)
  expect(await socket.follow('nowhere', 'stage')).toMatchObject(refused)
})

test('when its session is ended, a socket is closed at once', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  const socket = await TestStaffSocket.open(service.port, host.headers)
  await socket.follow('town-square', 'stage')
  await service.staff.sessions.end(host.account, host.session)
  expect(await socket.closed).toBe(4501)
})

test('signing out closes the sockets of that session and leaves those of another', async () => {
  const service = await testService()
  const token = await (async () => {
    const first = await signedIn(service, 'host')
    const second = await service.staff.sessions.begin({ account: first.account, device: '', isStrong: true })
    return { first, second }
  })()
  const leaving = await TestStaffSocket.open(service.port, token.first.headers)
  const staying = await TestStaffSocket.open(service.port, { Cookie: `folkmoot-staff=${token.second}` })
  await token.first.request('/api/staff/sign-out', { method: 'POST' })
  expect(await leaving.closed).toBe(4501)
  expect(await staying.follow('town-square', 'stage')).toMatchObject({ type: 'following' })
})

test('a role that is taken away ends what was followed by it', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  const socket = await TestStaffSocket.open(service.port, host.headers)
  await socket.follow('town-square', 'stage')
  await service.store.staff.setGrants(host.account, [{ role: 'analyst', conversation: null }])
  service.staff.sessions.changed(host.account)
  expect(await socket.next()).toEqual({
    type: 'refused',
    conversation: 'town-square',
    topic: 'stage',
    code: 'role-not-allowed',
  })
  service.staff.news.publish('town-square', 'stage', {})
  socket.send({ type: 'ping' })
  expect(await socket.next()).toEqual({ type: 'pong' })
})

test('without a session the socket is closed with the code for it', async () => {
  const { port } = await testService()
  const socket = await TestStaffSocket.open(port, {})
  expect(await socket.closed).toBe(4501)
})

test.each([
  ['from another origin', 'https://elsewhere.example'],
  ['without an origin', ''],
])('a socket %s is not opened, whatever its cookie', async (_, origin) => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  await expect(TestStaffSocket.open(service.port, host.headers, origin)).rejects.toThrow('403')
})

test.each([
  ['what is not JSON', 'follow'],
  ['a message of another kind', '{"type":"publish","conversation":"town-square","topic":"stage"}'],
  ['a topic that there is not', '{"type":"follow","conversation":"town-square","topic":"votes"}'],
  ['a frame of bytes', Buffer.from('{"type":"ping"}')],
])('%s closes the socket', async (_, frame) => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  const socket = await TestStaffSocket.open(service.port, host.headers)
  socket.socket.send(frame)
  expect(await socket.closed).toBe(4400)
})

test('who says too much is closed', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  const socket = await TestStaffSocket.open(service.port, host.headers)
  for (let i = 0; i < 200; i++) socket.send({ type: 'ping' })
  expect(await socket.closed).toBe(4429)
})

test('an account holds at most 30 sockets', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  for (let i = 0; i < 30; i++) await TestStaffSocket.open(service.port, host.headers)
  const one = await TestStaffSocket.open(service.port, host.headers)
  expect(await one.closed).toBe(4430)
})

test('when the service stops, sockets are told so', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host')
  const socket = await TestStaffSocket.open(service.port, host.headers)
  expect(await socket.follow('town-square', 'stage')).toMatchObject({ type: 'following' })
  expect(socket.socket.readyState).toBe(WebSocket.OPEN)
  await service.close()
  expect(await socket.closed).toBe(4503)
})
