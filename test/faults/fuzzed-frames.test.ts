// Frames that no page of ours sends: each is answered with a code or the socket is closed with one, nothing inside the
// service fails, and whoever behaves is served as before.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errors } from '../../server/protocol/errors.ts'
import { TestSocket } from '../server/socket/test-socket.ts'
import { townSquare } from '../server/store/town-square.ts'
import { testService } from '../server/test-service.ts'
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

/** Code of the answer, or close code; whatever else the service pushes is passed over. */
async function answerTo(client: TestSocket, frame: string | Buffer): Promise<string | number> {
  const before = client.heard.length
  client.socket.send(frame)
  const answered = new Promise<string>((resolve) => {
    client.socket.on('message', () => {
      const answer = client.heard.slice(before).find(({ type }) => !['counts', 'snapshot'].includes(type))
      if (answer) resolve('code' in answer ? answer.code : answer.type)
    })
  })
  return await Promise.race([answered, client.closed])
}

test(`I7: ${times(400, 50_000)} fuzzed frames are each answered with a code, and nobody else notices`, async () => {
  const { port } = await testService()
  const honest = await TestSocket.open(port)
  await honest.enter(square)
  await fc.assert(
    fc.asyncProperty(frame, fc.boolean(), async (frame, hasEntered) => {
      const client = await TestSocket.open(port)
      if (hasEntered) await client.enter(square)
      const answer = await answerTo(client, frame)
      client.socket.terminate()
      // 1006 and 1009: broken below the protocol, or larger than anything that is read.
      const known = [...Object.keys(errors), 'welcome', 'vote-accepted', 'pong', 1006, 1009]
      expect(typeof answer === 'number' && answer >= 4400 ? 'closed with a code' : answer).toBeOneOf([
        ...known,
        'closed with a code',
      ])
    }),
    { numRuns: times(400, 50_000) },
  )
  honest.vote(0, 1, 'mutation-1')
  expect((await honest.next('vote-accepted')).mutation).toBe('mutation-1')
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
})
