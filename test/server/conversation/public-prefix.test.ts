import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PEOPLE_FOR_STEP, PublicPrefix } from '../../../server/conversation/public-prefix.ts'
import { ERASED, WITHDRAWN } from '../../../server/store/store.ts'

const OPENS_AT = 7

interface Entry {
  readonly participant: number
  readonly statement?: number
  readonly value: number
}

/** A log of votes and withdrawals of few or many people. */
const logs = fc.array(
  fc.record({
    participant: fc.nat(23),
    statement: fc.nat(9),
    value: fc.constantFrom(1, 1, 1, 1, 1, 0, -1, -1, -1, WITHDRAWN),
  }),
  { maxLength: 200 },
)

function sliceOf(log: readonly Entry[], from: number, to: number) {
  const entries = log.slice(from, to)
  return {
    firstSequence: from + 1,
    length: entries.length,
    participants: Uint32Array.from(entries, ({ participant }) => participant),
    statements: Uint32Array.from(entries, ({ statement = 0 }) => statement),
    values: Int8Array.from(entries, ({ value }) => value),
  }
}

/** Every boundary of a log, taken in entry by entry. */
function boundariesOf(log: readonly Entry[]): number[] {
  const prefix = new PublicPrefix()
  const boundaries = log.map((_, at) => {
    prefix.take(sliceOf(log, at, at + 1), OPENS_AT)
    return prefix.boundary
  })
  return [...new Set(boundaries)].filter((boundary) => boundary > 0)
}

const voteBy = (participant: number): Entry => ({ participant, value: 1 })

test('nothing is public before as many people have voted as the map needs', () => {
  const prefix = new PublicPrefix()
  const six = Array.from({ length: 60 }, (_, at) => voteBy(at % 6))
  prefix.take(sliceOf(six, 0, 60), OPENS_AT)
  expect(prefix.boundary).toBe(0)
  prefix.take(sliceOf([...six, voteBy(6)], 60, 61), OPENS_AT)
  expect(prefix.boundary).toBe(61)
})

test('after that five people must have new entries, however many entries there are', () => {
  const log = Array.from({ length: 7 }, (_, person) => voteBy(person))
  for (let at = 0; at < 100; at++) log.push(voteBy(at % 4))
  expect(boundariesOf(log)).toEqual([7])
  log.push(voteBy(4))
  expect(boundariesOf(log)).toEqual([7, 108])
})

test('whoever comes onto the map or withdraws waits for others who do, though many vote', () => {
  const log = Array.from({ length: 30 }, (_, person) => voteBy(person))
  const prefix = new PublicPrefix({ published: 30 })
  prefix.take(sliceOf(log, 0, 30), OPENS_AT)
  expect(prefix.boundary).toBe(30)
  const take = (...entries: Entry[]) => {
    log.push(...entries)
    prefix.take(sliceOf(log, prefix.readTo, log.length), OPENS_AT)
  }
  take({ participant: 3, value: WITHDRAWN }, ...Array.from({ length: 20 }, (_, person) => voteBy(person + 4)))
  expect(prefix.boundary).toBe(30)
  // Nine come: with the one who withdrew it is a third of those who are on the map.
  for (let person = 30; person < 39; person++) take(voteBy(person))
  expect(prefix.boundary).toBe(30)
  for (let person = 39; person < 43; person++) take(voteBy(person))
  expect(prefix.boundary).toBeGreaterThan(30)
})

test('the last who comes to a full hall holds up nobody once nearly all others have voted', () => {
  const log = Array.from({ length: 30 }, (_, person) => voteBy(person))
  const prefix = new PublicPrefix({ published: 30 })
  log.push(voteBy(30), ...Array.from({ length: 26 }, (_, person) => voteBy(person)))
  prefix.take(sliceOf(log, 0, log.length), OPENS_AT)
  expect(prefix.boundary).toBe(30)
  log.push(voteBy(26))
  prefix.take(sliceOf(log, prefix.readTo, log.length), OPENS_AT)
  expect(prefix.boundary).toBe(log.length)
})

test('I3: the boundaries depend on the log alone, not on the pieces in which it is read', () => {
  fc.assert(
    fc.property(logs, fc.infiniteStream(fc.integer({ min: 1, max: 20 })), (log, pieces) => {
      const prefix = new PublicPrefix()
      for (let from = 0; from < log.length;) {
        const to = Math.min(log.length, from + pieces.next().value!)
        prefix.take(sliceOf(log, from, to), OPENS_AT)
        from = to
      }
      expect(prefix.boundary).toBe(boundariesOf(log).at(-1) ?? 0)
    }),
  )
})

test('I3: after a restart the boundaries are those that would have come without it', () => {
  fc.assert(
    fc.property(logs, fc.nat(200), (log, cut) => {
      const boundaries = boundariesOf(log)
      const published = boundaries.findLast((boundary) => boundary <= cut) ?? 0
      const again = new PublicPrefix({ published })
      again.take(sliceOf(log, 0, log.length), OPENS_AT)
      expect(again.boundary).toBe(boundaries.at(-1) ?? 0)
    }),
  )
})

test('I8: between any two things that are published five people have acted, whatever was published when', () => {
  fc.assert(
    fc.property(logs, fc.array(fc.nat(120), { maxLength: 8 }), (log, closings) => {
      const prefix = new PublicPrefix()
      const published: { readonly sequence: number; readonly isStep: boolean }[] = []
      log.forEach((_, at) => {
        const before = prefix.boundary
        prefix.take(sliceOf(log, at, at + 1), OPENS_AT)
        if (prefix.boundary > before) published.push({ sequence: prefix.boundary, isStep: true })
        // Closed for a moment: everything is published, and the next step begins there.
        if (!closings.includes(at)) return
        prefix.published(at + 1)
        published.push({ sequence: at + 1, isStep: false })
      })
      published.forEach(({ sequence, isStep }, at) => {
        if (!isStep) return
        const from = published[at - 1]?.sequence ?? 0
        const people = new Set(log.slice(from, sequence).map(({ participant }) => participant)).size
        expect(people).toBeGreaterThanOrEqual(PEOPLE_FOR_STEP)
      })
    }),
  )
})

test('entries that lost their content since count with the entry that took it', () => {
  const log = Array.from({ length: 7 }, (_, person) => voteBy(person))
  log.push({ participant: 0, value: ERASED }, voteBy(1), voteBy(2), voteBy(3), voteBy(4))
  expect(boundariesOf(log)).toEqual([7])
  log.push(voteBy(0))
  expect(boundariesOf(log)).toEqual([7, 13])
})

test('an import of enough people is one step, to its last entry', () => {
  const log = Array.from({ length: 24 }, (_, at) => voteBy(Math.floor(at / 3)))
  const prefix = new PublicPrefix({ imported: 8 })
  prefix.take(sliceOf(log, 0, 24), OPENS_AT)
  expect(prefix.boundary).toBe(24)
  const later = [...log, voteBy(8), voteBy(9), voteBy(8), voteBy(10), voteBy(11), voteBy(12)]
  prefix.take(sliceOf(later, 24, 29), OPENS_AT)
  expect(prefix.boundary).toBe(24)
  prefix.take(sliceOf(later, 29, 30), OPENS_AT)
  expect(prefix.boundary).toBe(30)
})

test('the people of a small import count towards the opening of the map', () => {
  const log = [voteBy(0), voteBy(1), ...Array.from({ length: 5 }, (_, at) => voteBy(2 + at))]
  const prefix = new PublicPrefix({ imported: 2 })
  prefix.take(sliceOf(log, 0, 6), OPENS_AT)
  expect(prefix.boundary).toBe(0)
  prefix.take(sliceOf(log, 6, 7), OPENS_AT)
  expect(prefix.boundary).toBe(7)
})
