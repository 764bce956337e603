import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Down, down } from '../../../server/protocol/down.ts'
import { type Up, up } from '../../../server/protocol/up.ts'
import { MAXIMUM_FRAME_BYTES } from '../../../server/protocol/version.ts'
import { decodeFrame, encodeFrame } from '../../../server/socket/frames.ts'

const token = 'A'.repeat(43)
const epoch = 'E'.repeat(22)
const ups: readonly Up[] = [
  { type: 'hello', protocol: 1, conversation: 'town-square', role: 'participant' },
  { type: 'hello', protocol: 1, conversation: 'a.b-c_d', role: 'watcher', token, snapshotVersion: 7 },
  {
    type: 'hello',
    protocol: 1,
    conversation: 'a',
    role: 'participant',
    token,
    resume: { epoch, sequence: 9 },
  },
  { type: 'cast-vote', mutation: 'mutation-1', statement: 0, vote: -1 },
  { type: 'grant-credit' },
  { type: 'ping' },
]
const counts = { participants: 1, votes: 2, statements: 3 }
const progress = { voted: 1, of: 3 }
const next = { id: 5, text: 'Mwy o goed — 樹 🌳' }
const conversation = {
  id: 'town-square',
  topic: '',
  description: '',
  isOpen: true,
  state: 'open',
  opensOn: null,
  statementLength: 140,
  whoWrites: 'approval',
  isSample: false,
  needsIdentity: false,
  needsCode: false,
  results: { visible: 'always', afterVotes: 5, areRevealed: false },
  believesNames: false,
  counts,
} as const
const downs: readonly Down[] = [
  {
    type: 'welcome',
    conversation,
    epoch,
    sequence: 9,
    token,
    votes: [[0, 1]],
    progress,
    next: null,
  },
  { type: 'vote-accepted', mutation: 'mutation-1', sequence: 9, progress, next },
  { type: 'vote-refused', mutation: 'mutation-1', code: 'storage-unavailable', retryAfterMs: 500 },
  { type: 'conversation-changed', conversation, opened: [next], closed: [1] },
  { type: 'counts', sequence: 9, counts },
  { type: 'error', code: 'malformed-frame' },
  { type: 'pong' },
]

test.each(ups)('$type comes through as it was sent', (message) => {
  expect(decodeFrame(Buffer.from(JSON.stringify(message)), false)).toEqual({ message })
})

test.each(downs)('$type keeps to its schema on the way down', (message) => {
  expect(v.parse(down, JSON.parse(encodeFrame(message)))).toEqual(message)
})

test.each([
  ['a conversation name with a capital', { ...ups[0], conversation: 'Town' }],
  ['a conversation name that climbs', { ...ups[0], conversation: '../etc' }],
  ['a short token', { ...ups[0], token: 'A'.repeat(42) }],
  ['a mutation with a space', { ...ups[2], mutation: 'mutation 1' }],
  ['a vote of one half', { ...ups[2], vote: 0.5 }],
  ['a negative statement', { ...ups[2], statement: -1 }],
  ['a host', { ...ups[0], role: 'host' }],
])('%s is refused', (_, message) => {
  expect(v.is(up, message)).toBe(false)
})

test('the limit of a frame is counted in bytes', () => {
  expect(decodeFrame(Buffer.from('木'.repeat(MAXIMUM_FRAME_BYTES / 2)), false)).toEqual({
    code: 'frame-too-large',
  })
  expect(decodeFrame(Buffer.alloc(MAXIMUM_FRAME_BYTES, 32), false)).toEqual({ code: 'malformed-frame' })
})
