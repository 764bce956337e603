// What must hold of every map, whatever the conversation, by both implementations.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Engine } from '../../analysis/engine.ts'
import type { OpinionMap, VoteLog } from '../../analysis/opinion-map.ts'
import { mapStatistics } from '../../analysis/statistics/map-statistics.ts'
import { implementations } from './conformance/implementations.ts'
import { seededRandom, seededVotes } from './seeded-votes.ts'

const PEOPLE = 24
const STATEMENTS = 7

/** Conversations of some people who have two opinions, more or less. */
const conversations = fc
  .record({
    seed: fc.nat(1e6),
    loyalty: fc.constantFrom(0.3, 0.6, 0.9),
    activity: fc.constantFrom(0.5, 0.8, 1),
  })
  .map(({ seed, loyalty, activity }) =>
    seededVotes(seed, { participants: PEOPLE, statements: STATEMENTS, camps: 2, loyalty, activity }),
  )

const check = (body: (log: VoteLog, seed: number) => void) =>
  fc.assert(fc.property(conversations, fc.nat(1e6), body), { seed: 20260304, numRuns: 12 })

/** Directions are only defined where no two components explain nearly the same. */
function hasClearComponents({ explainedVariance, components }: OpinionMap): boolean {
  const [first, second] = [explainedVariance[0]!, explainedVariance[1]!]
  const isTied = components.some((component) => {
    const sizes = [...component].map(Math.abs).sort((a, b) => b - a)
    return sizes[0]! - sizes[1]! < 1e-6
  })
  return first - second > 1e-3 && second > 1e-3 && !isTied
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length)
  for (let index = 0; index < expected.length; index++) {
    expect(Math.abs(actual[index]! - expected[index]!)).toBeLessThan(1e-7)
  }
}

/** A seeded order of the numbers from 0 to `count` − 1. */
function shuffled(count: number, seed: number): number[] {
  const random = seededRandom(seed)
  const order = Array.from({ length: count }, (_, index) => index)
  for (let left = count; left > 1; left--) {
    const other = Math.floor(random() * left)
    ;[order[left - 1], order[other]] = [order[other]!, order[left - 1]!]
  }
  return order
}

const mapped = (indexes: ArrayLike<number>, to: readonly number[]) =>
  Array.from(indexes, (index) => to[index]!)

describe.each(implementations)('by the $name', ({ analyse }) => {
  test('people renumbered have the same positions, inclusion and statistics', () => {
    check((log, seed) => {
      const to = shuffled(PEOPLE, seed)
      const map = analyse(log)
      fc.pre(map.participants === PEOPLE && hasClearComponents(map))
      const other = analyse({ ...log, participants: mapped(log.participants, to) })
      expectClose(other.means, map.means)
      expectClose(other.components[0]!, map.components[0]!)
      expect(other.totals).toEqual(map.totals)
      to.forEach((there, here) => {
        expectClose(
          other.positions.subarray(2 * there, 2 * there + 2),
          map.positions.subarray(2 * here, 2 * here + 2),
        )
        expect(other.included[there]).toBe(map.included[here])
      })
    })
  })

  test('statements renumbered have the same entries, extremity and consensus', () => {
    check((log, seed) => {
      const to = shuffled(STATEMENTS, seed)
      const map = analyse(log)
      fc.pre(map.statements === STATEMENTS && hasClearComponents(map))
      const other = analyse({ ...log, statements: mapped(log.statements, to) })
      expectClose(other.positions, map.positions)
      to.forEach((there, here) => {
        expectClose([other.extremity[there]!], [map.extremity[here]!])
        expectClose([other.components[1]![there]!], [map.components[1]![here]!])
        expect(other.totals.agrees[there]).toBe(map.totals.agrees[here])
      })
      const majority = (result: OpinionMap) =>
        mapStatistics(result, undefined).majority.agree.map(({ share, shareTest }) => share * shareTest)
      expectClose(majority(other), majority(map))
    })
  })

  test('everybody twice gives the same components and positions', () => {
    check((log) => {
      const map = analyse(log)
      fc.pre(map.participants === PEOPLE && hasClearComponents(map))
      const twice = analyse({
        participants: [
          ...Array.from(log.participants),
          ...Array.from(log.participants, (person) => person + PEOPLE),
        ],
        statements: [...Array.from(log.statements), ...Array.from(log.statements)],
        values: [...Array.from(log.values), ...Array.from(log.values)],
      })
      expectClose(twice.components[0]!, map.components[0]!)
      expectClose(twice.positions, [...map.positions, ...map.positions])
      expect([...twice.totals.votes]).toEqual([...map.totals.votes].map((votes) => 2 * votes))
    })
  })

  test('a statement on which all agree is in no component and sets nobody apart', () => {
    check((log) => {
      const map = analyse(log)
      fc.pre(map.participants === PEOPLE && map.statements === STATEMENTS && hasClearComponents(map))
      const people = Array.from({ length: PEOPLE }, (_, person) => person)
      const more = analyse({
        participants: [...Array.from(log.participants), ...people],
        statements: [...Array.from(log.statements), ...people.map(() => STATEMENTS)],
        values: [...Array.from(log.values), ...people.map(() => 1)],
      })
      expectClose(more.components[0]!, [...map.components[0]!, 0])
      expect(more.extremity[STATEMENTS]).toBe(0)
      people.forEach((person) => {
        const cross =
          more.positions[2 * person]! * map.positions[2 * person + 1]! -
          more.positions[2 * person + 1]! * map.positions[2 * person]!
        expectClose([cross], [0])
      })
    })
  })

  test('agree and disagree exchanged mirror the map', () => {
    check((log) => {
      const map = analyse(log)
      fc.pre(hasClearComponents(map))
      const mirrored = analyse({ ...log, values: Array.from(log.values, (value) => -value) })
      expectClose(
        mirrored.means,
        map.means.map((mean) => -mean),
      )
      expectClose(mirrored.components[0]!, map.components[0]!)
      expectClose(
        mirrored.positions,
        map.positions.map((coordinate) => -coordinate),
      )
      expect(mirrored.totals.agrees).toEqual(map.totals.disagrees)
    })
  })
})

describe('by the engine, bit for bit', () => {
  const engineOf = (log: VoteLog) => {
    const engine = new Engine()
    engine.apply(log)
    return engine
  }

  const slice = ({ participants, statements, values }: VoteLog, from: number, to: number): VoteLog => ({
    participants: Array.from(participants).slice(from, to),
    statements: Array.from(statements).slice(from, to),
    values: Array.from(values).slice(from, to),
  })

  test('in whatever portions votes come, with maps made in between, the map is the same', () => {
    check((log, seed) => {
      const random = seededRandom(seed)
      const engine = new Engine()
      for (let from = 0; from < log.values.length;) {
        const to = Math.min(log.values.length, from + 1 + Math.floor(random() * 40))
        engine.apply(slice(log, from, to))
        if (random() < 0.3) engine.refresh()
        from = to
      }
      expect(engine.refresh()).toEqual(engineOf(log).refresh())
    })
  })

  test('votes that were changed afterwards leave no trace', () => {
    check((log, seed) => {
      const random = seededRandom(seed)
      const hasty = { ...log, values: Array.from(log.values, () => Math.floor(random() * 3) - 1) }
      const engine = engineOf(hasty)
      engine.refresh()
      engine.apply(log)
      const { sequence: _, ...expected } = engineOf(log).refresh()
      expect(engine.refresh()).toMatchObject(expected)
    })
  })

  test('moderation and exclusion taken back leave no trace', () => {
    check((log, seed) => {
      const engine = engineOf(log)
      const before = engine.refresh()
      engine.moderate(seed % STATEMENTS, true)
      engine.exclude(seed % PEOPLE)
      engine.refresh()
      engine.moderate(seed % STATEMENTS, false)
      engine.exclude(seed % PEOPLE, false)
      expect(engine.refresh()).toEqual(before)
    })
  })

  test('the groups do not depend on how people are numbered', () => {
    check((log, seed) => {
      const to = shuffled(PEOPLE, seed)
      const map = engineOf(log).refresh()
      fc.pre(map.participants === PEOPLE && hasClearComponents(map))
      const other = engineOf({ ...log, participants: mapped(log.participants, to) }).refresh()
      expect(other.k).toBe(map.k)
      other.groupings.forEach((grouping, index) => {
        const { withinSumOfSquares, sizes } = map.groupings[index]!
        expect(grouping.sizes).toEqual(sizes)
        expectClose([grouping.withinSumOfSquares], [withinSumOfSquares])
      })
    })
  })
})
