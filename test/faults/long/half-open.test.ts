// Connections whose other end is gone without a word: they answer no ping, and the service gives them up (I6).
import { connect, type Socket } from 'node:net'
import { setTimeout as later } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startServiceProcess } from '../../../bench/load/service-process.ts'
import { PROTOCOL_VERSION } from '../../../server/protocol/version.ts'
import { temporaryFolder } from '../../server/store/temporary-folder.ts'
import { TestSocket } from '../../server/socket/test-socket.ts'
import { HALL, openHall } from '../hall.ts'

const HALF_OPEN = 200
const GIVEN_UP_WITHIN_MS = 60_000

/** A WebSocket by hand, that reads nothing, answers nothing, and never says goodbye. */
async function halfOpen(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {})
  socket.write(
    `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await new Promise((resolve) => socket.once('data', resolve))
  const hello = { type: 'hello', protocol: PROTOCOL_VERSION, conversation: HALL, role: 'watcher' }
  const text = Buffer.from(JSON.stringify(hello))
  // A masked text frame with a mask of zeros, which leaves the text as it is.
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]))
  return socket
}

test(`I6: ${HALF_OPEN} half-open sockets are given up within ${GIVEN_UP_WITHIN_MS / 1000} s, and one that answers is kept`, async () => {
  const folder = temporaryFolder()
  await openHall(folder)
  const service = await startServiceProcess(folder)
  onTestFinished(() => void service.stop('SIGKILL'))
  const lively = await TestSocket.open(service.port)
  await lively.enter(HALL)
  const sockets = await Promise.all(Array.from({ length: HALF_OPEN }, () => halfOpen(service.port)))
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()))
  const gone = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))))
  for (const socket of sockets) socket.on('end', () => socket.destroy()).resume()
  const outcome = await Promise.race([
    gone.then(() => 'given up'),
    later(GIVEN_UP_WITHIN_MS, 'still open', { ref: false }),
  ])
  expect(outcome).toBe('given up')
  lively.vote(0, 1, 'mutation-1')
  await lively.next('vote-accepted')
})
