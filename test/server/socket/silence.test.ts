import { afterEach, expect, test, vi } from 'vitest'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

afterEach(() => void vi.useRealTimers())

/** Lets the clock of the service run while real sockets are read and written in between. */
async function pass(seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    vi.advanceTimersByTime(1000)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('I6: a socket that answers no ping is dropped within a minute, one that does is kept', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  const service = await testService()
  const silent = await TestSocket.open(service.port)
  await silent.enter(townSquare.id)
  silent.socket.pong = () => {} // what ws would answer a ping with by itself
  const lively = await TestSocket.open(service.port)
  await lively.enter(townSquare.id)
  await pass(60)
  expect(await silent.closed).toBe(1006)
  lively.send({ type: 'ping' })
  await lively.next('pong')
})
