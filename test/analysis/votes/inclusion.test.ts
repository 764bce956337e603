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
  cells.forEach((cell, event) => {
    const participant = Math.floor(cell / STATEMENTS)
    inclusion.added(participant, cell % STATEMENTS, excluded[participant] === 1, event)
  })
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
        inclusion.added(participant, cell % STATEMENTS, excluded[participant] === 1, cells.indexOf(cell))
      }
      const others = take(cells.filter((cell) => !excluded[Math.floor(cell / STATEMENTS)]))
      expect(who(inclusion).map((is, i) => (excluded[i] ? 0 : is))).toEqual(who(others))
    }),
  )
})

test('votes that were erased let nobody in, wherever the beginning of the log ends', () => {
  fc.assert(
    fc.property(firstVotes, fc.nat(), fc.nat(400), fc.nat(400), (cells, seed, earlyEvents, at) => {
      const inclusion = new Inclusion({ ...RULE, earlyEvents })
      const other = new Inclusion({ ...RULE, earlyEvents })
      const isErased = (event: number) => (event * 31 + seed) % 3 === 0
      const whose = (cell: number) => [Math.floor(cell / STATEMENTS), cell % STATEMENTS] as const
      for (const each of [inclusion, other]) each.reserve(PEOPLE)
      cells.forEach((cell, event) => {
        inclusion.added(...whose(cell), false, event)
        if (event === at) cells.slice(0, at + 1).forEach((cell, event) => erase(cell, event))
        else if (event > at) erase(cell, event)
        if (!isErased(event)) other.added(...whose(cell), false, event)
        if (event % 50 === 0) inclusion.has(0)
      })
      if (at >= cells.length) cells.forEach((cell, event) => erase(cell, event))
      expect(who(inclusion)).toEqual(who(other))

      function erase(cell: number, event: number): void {
        if (isErased(event)) inclusion.removed(...whose(cell))
      }
    }),
  )
})

test('past the beginning of the log seven votes let somebody in', () => {
  const inclusion = new Inclusion(RULE)
  inclusion.reserve(10_000)
  let event = 0
  for (let participant = 0; participant < 9_999; participant++) {
    for (let statement = 0; statement < 8; statement++)
      inclusion.added(participant, statement, false, event++)
  }
  for (let statement = 0; statement < 6; statement++) inclusion.added(9_999, statement, false, event++)
  expect(inclusion.has(9_999)).toBe(false)
  inclusion.added(9_999, 6, false, event)
  expect(inclusion.has(9_999)).toBe(true)
  expect(inclusion.has(9_500)).toBe(true)
})
