// Frames that no page of ours sends: each is answered with a code or the socket is closed with one, nothing inside the
// service fails, and whoever behaves is served as before. The long form also looks for frames that make the service hang:
// none may hold up its event loop for 50 ms. Where a bunch of frames was on its way while the loop was late, each of them is
// tried again by itself, and is guilty if it does so every time, since a busy machine makes any loop late now and then.
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { eventLoopDelay, METRICS_TOKEN } from '../../bench/load/service-metrics.ts'
import { startServiceProcess } from '../../bench/load/service-process.ts'
import { errors } from '../../server/protocol/errors.ts'
import { openStore } from '../../server/store/open.ts'
import { TestSocket } from '../server/socket/test-socket.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { townSquare } from '../server/store/town-square.ts'
import { times } from './how-often.ts'

const square = townSquare.id

const hostileNumber = fc.constantFrom(-1, 0.5, 2 ** 53, -0, 1e308, 4_294_967_296, 3)
const hostileText = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "'; DROP TABLE vote_log; --",
    '\u0000',
    '🗳️'.repeat(20),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const hostileValue = fc.oneof(hostileNumber, hostileText, fc.jsonValue({ maxDepth: 3 }))

/** A message that has the right fields, with something in them that does not belong there. */
const hostileMessage = fc.oneof(
  fc.record({
    type: fc.constant('cast-vote'),
    mutation: fc.oneof(fc.constant('mutation-1'), hostileText),
    statement: fc.oneof(fc.nat(6), hostileValue),
    vote: hostileValue,
  }),
  fc.record({
    type: fc.constant('hello'),
    protocol: fc.oneof(fc.nat(9), hostileValue),
    conversation: fc.oneof(fc.constant(square), hostileText),
    role: fc.constantFrom('participant', 'watcher', 'host'),
    token: hostileText,
  }),
  fc.record({ type: hostileText, payload: hostileValue }),
)

const frame: fc.Arbitrary<string | Buffer> = fc.oneof(
  hostileMessage.map((message) => JSON.stringify(message)),
  fc.tuple(hostileMessage, fc.nat(80)).map(([message, length]) => JSON.stringify(message).slice(0, length)),
  hostileMessage.map((message) => JSON.stringify(message).replace('{', '{"__proto__":{"isAdmin":true},')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.integer({ min: 4097, max: 100_000 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 1, max: 2000 }).map((depth) => '['.repeat(depth)),
  fc.integer({ min: 1, max: 600 }).map((depth) => '{"a":'.repeat(depth)),
)

const FRAMES = times(400, 50_000)
const AT_ONCE = 20
const HANG_MS = 50
/** Whoever asks more often than 20 times a second is told so. */
const PING_EVERY_MS = 60
const IS_MEASURED = times(0, 1) === 1
/** Codes of answers; 1009 closes a socket that sent more than is read at all. */
const known = [
  ...Object.keys(errors).filter((code) => code !== 'internal'),
  'welcome',
  'vote-accepted',
  'pong',
  1009,
]

interface Attempt {
  readonly frame: string | Buffer
  readonly hasEntered: boolean
}

/** Code of the answer, or close code; whatever else the service pushes is passed over. */
async function answerTo(port: number, { frame, hasEntered }: Attempt): Promise<string | number> {
  const client = await TestSocket.open(port)
  if (hasEntered) await client.enter(square)
  const before = client.heard.length
  const answered = new Promise<string>((resolve) => {
    client.socket.on('message', () => {
      const answer = client.heard.slice(before).find(({ type }) => !['counts', 'snapshot'].includes(type))
      if (answer) resolve('code' in answer ? answer.code : answer.type)
    })
  })
  client.socket.send(frame)
  const answer = await Promise.race([answered, client.closed])
  client.socket.terminate()
  return typeof answer === 'number' && answer >= 4400 ? 'closed with a code' : answer
}

/** Whether the frame makes the service hang, three times out of three. */
async function hangs(port: number, attempt: Attempt): Promise<boolean> {
  for (let tries = 0; tries < 3; tries++) {
    await eventLoopDelay(port)
    await answerTo(port, attempt)
    if ((await eventLoopDelay(port)).largest <= HANG_MS) return false
  }
  return true
}

test(`I7: ${FRAMES} fuzzed frames are each answered with a code, none makes the service hang, and nobody else notices`, async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  await store.importConversation(townSquare)
  await store.close()
  process.env.METRICS_TOKEN = METRICS_TOKEN
  const service = await startServiceProcess(folder)
  onTestFinished(() => void service.stop('SIGKILL'))
  const { port } = service
  const honest = await TestSocket.open(port)
  await honest.enter(square)
  let pingedAt = -Infinity
  let tried = 0
  const bunch = fc.array(fc.record({ frame, hasEntered: fc.boolean() }), {
    minLength: AT_ONCE,
    maxLength: AT_ONCE,
  })
  await fc.assert(
    fc.asyncProperty(bunch, async (attempts) => {
      const asks = performance.now() - pingedAt > PING_EVERY_MS
      if (asks) {
        pingedAt = performance.now()
        honest.send({ type: 'ping' })
      }
      const answers = await Promise.all(attempts.map((attempt) => answerTo(port, attempt)))
      for (const answer of answers) expect(answer).toBeOneOf([...known, 'closed with a code'])
      if (asks) expect((await honest.nextOf('pong', 'error')).type).toBe('pong')
      if (!IS_MEASURED || (await eventLoopDelay(port)).largest <= HANG_MS) return
      for (const attempt of attempts) {
        tried++
        expect(await hangs(port, attempt), String(attempt.frame).slice(0, 200)).toBe(false)
      }
    }),
    { numRuns: FRAMES / AT_ONCE, endOnFailure: true },
  )
  if (IS_MEASURED) process.stdout.write(`${tried} of ${FRAMES} frames were tried again by themselves\n`)
  honest.vote(0, 1, 'mutation-1')
  expect((await honest.next('vote-accepted')).mutation).toBe('mutation-1')
  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`, {
    headers: { Authorization: `Bearer ${METRICS_TOKEN}` },
  })
  expect(await metrics.text()).not.toContain('code="internal"')
  expect(await service.stop()).toBe(0)
})
