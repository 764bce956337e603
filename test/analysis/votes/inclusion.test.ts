import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replayInclusion } from '../../../analysis/reference/inclusion.ts'
import { Inclusion } from '../../../analysis/votes/inclusion.ts'

const PEOPLE = 40
const STATEMENTS = 12
const RULE = { enoughVotes: 7, enoughPeople: 15 }

const firstVotes = fc.uniqueArray(fc.nat(PEOPLE * STATEMENTS - 1), { maxLength: 400 })

function take(cells: readonly number[], excluded = new Uint8Array(PEOPLE)): Inclusion {
  const inclusion = new Inclusion(RULE)
  inclusion.reserve(PEOPLE)
  for (const cell of cells) {
    const participant = Math.floor(cell / STATEMENTS)
    inclusion.added(participant, cell % STATEMENTS, excluded[participant] === 1)
  }
  return inclusion
}

const who = (inclusion: Inclusion) => Array.from({ length: PEOPLE }, (_, i) => (inclusion.has(i) ? 1 : 0))

test('vote by vote the same people are let in as in a plain replay', () => {
  fc.assert(
    fc.property(firstVotes, (cells) => {
      const log = {
        participants: cells.map((each) => Math.floor(each / STATEMENTS)),
        statements: cells.map((each) => each % STATEMENTS),
        values: cells.map(() => 1),
      }
      const expected = replayInclusion(log, PEOPLE, STATEMENTS, new Uint8Array(PEOPLE))
      expect(who(take(cells))).toEqual([...expected])
    }),
  )
})

test('whenever somebody is excluded, the rest are let in as if they had never voted', () => {
  fc.assert(
    fc.property(firstVotes, fc.uniqueArray(fc.nat(PEOPLE - 1)), fc.nat(400), (cells, out, at) => {
      const excluded = new Uint8Array(PEOPLE)
      for (const participant of out) excluded[participant] = 1
      const inclusion = take(cells.slice(0, at))
      inclusion.exclude(excluded)
      for (const cell of cells.slice(at)) {
        const participant = Math.floor(cell / STATEMENTS)
        inclusion.added(participant, cell % STATEMENTS, excluded[participant] === 1)
      }
      const others = take(cells.filter((cell) => !excluded[Math.floor(cell / STATEMENTS)]))
      expect(who(inclusion).map((is, i) => (excluded[i] ? 0 : is))).toEqual(who(others))
    }),
  )
})

test('who was let in stays in when votes are erased', () => {
  const inclusion = take(Array.from({ length: PEOPLE * STATEMENTS }, (_, cell) => cell))
  for (let statement = 0; statement < 8; statement++) inclusion.removed(39, statement)
  expect(inclusion.has(39)).toBe(true)
})

test('past the beginning of the log seven votes let somebody in', () => {
  const inclusion = new Inclusion(RULE)
  inclusion.reserve(10_000)
  for (let participant = 0; participant < 9_999; participant++) {
    for (let statement = 0; statement < 8; statement++) inclusion.added(participant, statement, false)
  }
  for (let statement = 0; statement < 6; statement++) inclusion.added(9_999, statement, false)
  expect(inclusion.has(9_999)).toBe(false)
  inclusion.added(9_999, 6, false)
  expect(inclusion.has(9_999)).toBe(true)
  expect(inclusion.has(9_500)).toBe(true)
})
