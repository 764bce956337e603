import { expect, test } from 'vitest'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test('I1: votes on their way are acknowledged, then everyone is told and sent home', async () => {
  const service = await testService()
  const client = await TestSocket.open(service.port)
  await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  client.send({ type: 'ping' })
  await client.next('pong')
  await service.close()
  expect(await client.closed).toBe(4503)
  expect(client.heard.map(({ type }) => type)).toContain('vote-accepted')
  expect(client.heard.at(-1)).toEqual({ type: 'error', code: 'server-restarting' })
})

test('I1, I2: after a restart on the same data everything is there and the log goes on', async () => {
  const dataFolder = temporaryFolder()
  const before = await testService({ dataFolder })
  const client = await TestSocket.open(before.port)
  const { token } = await client.enter(square)
  client.vote(1, -1, 'mutation-1')
  await client.next('vote-accepted')
  await before.close()
  const after = await testService({ dataFolder })
  const again = await TestSocket.open(after.port)
  const welcome = await again.enter(square, { token })
  expect(welcome).toMatchObject({
    votes: [[1, -1]],
    conversation: { counts: { participants: 3, votes: 4 } },
  })
  again.vote(1, -1, 'mutation-1')
  expect((await again.next('vote-accepted')).sequence).toBe(4)
  again.vote(0, 1, 'mutation-2')
  expect((await again.next('vote-accepted')).sequence).toBe(5)
})
