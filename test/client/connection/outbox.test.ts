import { expect, test } from 'vitest'
import { Outbox, type UnsentVote } from '../../../client/connection/outbox.ts'

const vote = (mutation: string, castAt: number): UnsentVote => ({
  mutation,
  conversation: 'town',
  statement: castAt,
  vote: 1,
  before: null,
  token: 'a'.repeat(43),
  castAt,
})

test('votes leave one at a time, in the order in which they were cast', () => {
  const outbox = new Outbox()
  outbox.add(vote('mutation-1', 1))
  outbox.add(vote('mutation-2', 2))
  expect(outbox.take(0)).toEqual({ type: 'cast-vote', mutation: 'mutation-1', statement: 1, vote: 1 })
  expect(outbox.take(0)).toBeUndefined()
  outbox.settle('mutation-1')
  expect(outbox.take(0)?.mutation).toBe('mutation-2')
})

test('after a lost connection the vote in flight leaves again under the same mutation id', () => {
  const outbox = new Outbox()
  outbox.add(vote('mutation-1', 1))
  const first = outbox.take(0)
  outbox.connectionLost()
  expect(outbox.take(0)).toEqual(first)
})

test('votes of an earlier visit leave first, oldest first', () => {
  const outbox = new Outbox([vote('mutation-2', 2), vote('mutation-1', 1)])
  outbox.add(vote('mutation-3', 3))
  expect(outbox.votes.map(({ mutation }) => mutation)).toEqual(['mutation-1', 'mutation-2', 'mutation-3'])
})

test('a postponed vote waits until its time and holds back those behind it', () => {
  const outbox = new Outbox([vote('mutation-1', 1), vote('mutation-2', 2)])
  outbox.take(0)
  outbox.postpone('mutation-1', 500)
  expect(outbox.resumesAt).toBe(500)
  expect(outbox.take(499)).toBeUndefined()
  expect(outbox.take(500)?.mutation).toBe('mutation-1')
})

test('an answer to a vote that is not known changes nothing', () => {
  const outbox = new Outbox([vote('mutation-1', 1)])
  outbox.take(0)
  expect(outbox.settle('mutation-9')).toBeUndefined()
  outbox.postpone('mutation-9', 500)
  expect(outbox.resumesAt).toBe(0)
  expect(outbox.votes).toHaveLength(1)
})
