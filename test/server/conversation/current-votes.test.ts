import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CurrentVotes } from '../../../server/conversation/current-votes.ts'
import { WITHDRAWN } from '../../../server/store/store.ts'

function votesOf(votes: CurrentVotes, participant: number) {
  const found = new Map<number, number>()
  votes.visit(participant, (statement, value) => found.set(statement, value))
  return found
}

test('I2: a later vote on the same statement takes the place of the earlier one', () => {
  const votes = new CurrentVotes(3)
  votes.set(0, 2, 1, 1)
  votes.set(0, 2, -1, 2)
  votes.set(0, 0, 0, 3)
  expect(votesOf(votes, 0)).toEqual(new Map([[0, 0], [2, -1]])) // prettier-ignore
  expect([votes.participants, votes.votes]).toEqual([1, 2])
  expect([...votes.perStatement]).toEqual([1, 0, 1])
  expect(votes.lastSequenceOf(0)).toBe(3)
})

test('a withdrawn vote is not counted and not visited, and can be cast again', () => {
  const votes = new CurrentVotes(1)
  votes.set(0, 0, 1, 1)
  votes.set(0, 0, WITHDRAWN, 2)
  expect(votesOf(votes, 0).size).toBe(0)
  expect([votes.participants, votes.votes]).toEqual([1, 0])
  votes.set(0, 0, -1, 3)
  expect(votesOf(votes, 0)).toEqual(new Map([[0, -1]]))
})

test('somebody who has not voted has no votes, also beyond all numbers', () => {
  const votes = new CurrentVotes(1)
  expect(votesOf(votes, 10_000_000).size).toBe(0)
  expect(votes.lastSequenceOf(10_000_000)).toBe(0)
})

test('I2: any log gives the same as a map of the last votes', () => {
  const event = fc.record({
    participant: fc.integer({ min: 0, max: 3_000 }),
    statement: fc.integer({ min: 0, max: 9 }),
    value: fc.constantFrom(-1, 0, 1, WITHDRAWN),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 300 }), (log) => {
      const votes = new CurrentVotes(10)
      const model = new Map<number, Map<number, number>>()
      log.forEach(({ participant, statement, value }, i) => {
        votes.set(participant, statement, value, i + 1)
        const own = model.get(participant) ?? new Map<number, number>()
        model.set(participant, own.set(statement, value))
      })
      let total = 0
      for (const [participant, own] of model) {
        const current = new Map([...own].filter(([, value]) => value !== WITHDRAWN))
        total += current.size
        expect(votesOf(votes, participant)).toEqual(current)
      }
      expect([votes.participants, votes.votes]).toEqual([model.size, total])
    }),
    { numRuns: 100 },
  )
})

test('hundreds of thousands of votes are kept', () => {
  const votes = new CurrentVotes(100)
  for (let i = 0; i < 300_000; i++) votes.set(i % 30_000, Math.floor(i / 30_000), 1, i + 1)
  expect([votes.participants, votes.votes]).toEqual([30_000, 300_000])
  expect(votesOf(votes, 29_999).size).toBe(10)
})
