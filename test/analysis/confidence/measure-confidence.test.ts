import { describe, expect, test } from 'vitest'
import type { Confidence, ConfidenceOptions } from '../../../analysis/confidence/measure-confidence.ts'
import { Engine } from '../../../analysis/engine.ts'
import type { VoteLog } from '../../../analysis/opinion-map.ts'
import { openConversations, readOpenConversation } from '../conformance/open-data.ts'
import { describeOnRealData } from '../../shared-data.ts'
import { seededVotes } from '../seeded-votes.ts'

function finish(steps: Generator<number, Confidence>): Confidence {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function engineOf(log: VoteLog): Engine {
  const engine = new Engine()
  engine.apply(log)
  return engine
}

function confidenceOf(log: VoteLog, options: ConfidenceOptions = {}): Confidence {
  const engine = engineOf(log)
  return finish(engine.measureConfidence(engine.refresh(), options))
}

describe.each([2, 3])('%i camps that vote against each other', (camps) => {
  const confidence = confidenceOf(seededVotes(11, { camps, loyalty: 0.9 }))

  test('are distinct groups, farther apart than in any shuffle', () => {
    expect(confidence.distinct).toBe(true)
    expect(confidence.chance).toBe(1 / 61)
  })

  test('stay together when people are drawn anew', () => {
    expect(confidence.groups).toHaveLength(camps)
    for (const { together, recovered } of confidence.groups) {
      expect(together).toBeGreaterThan(0.98)
      expect(recovered).toBeGreaterThan(0.98)
    }
  })

  test('are chosen to be as many nearly every time', () => {
    expect(confidence.k).toBe(camps)
    expect(confidence.choices.find(({ k }) => k === camps)!.share).toBeGreaterThan(0.9)
    expect(confidence.choices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })
})

test('people who vote at random are no distinct groups and do not stay together', () => {
  for (const seed of [21, 22, 23]) {
    const confidence = confidenceOf(seededVotes(seed, { camps: 0 }), { draws: 30 })
    expect(confidence.distinct).toBe(false)
    for (const { recovered } of confidence.groups) expect(recovered).toBeLessThan(0.8)
  }
})

test('people who are all of one mind, but for chance, are no distinct groups', () => {
  for (const seed of [31, 32, 33]) {
    expect(confidenceOf(seededVotes(seed, { camps: 1, loyalty: 0.6 }), { draws: 0 }).distinct).toBe(false)
  }
})

test('a statement on which everybody agrees stays in the list of consensus, a close one often drops out', () => {
  const log = seededVotes(41, { camps: 2, loyalty: 0.9 })
  const everybody = Array.from({ length: 120 }, (_, participant) => participant)
  const confidence = confidenceOf({
    participants: [...Array.from(log.participants), ...everybody, ...everybody],
    statements: [...Array.from(log.statements), ...everybody.map(() => 24), ...everybody.map(() => 25)],
    values: [
      ...Array.from(log.values),
      ...everybody.map(() => 1),
      ...everybody.map((participant) => (participant % 8 < 5 ? 1 : -1)),
    ],
  })
  const shareOf = (wanted: number) =>
    confidence.consensus.find(({ statement }) => statement === wanted)?.share
  expect(shareOf(24)).toBe(1)
  expect(shareOf(25) ?? 0).toBeLessThan(1)
})

test('a check in slices, with votes and another check in between, gives the same bits as one in one go', () => {
  const log = seededVotes(51, { participants: 60 })
  const engine = engineOf(log)
  const map = engine.refresh()
  const options = { draws: 12, shuffles: 8, seed: 5 }
  const sliced = engine.measureConfidence(map, options)
  const other = engine.measureConfidence(map, { ...options, seed: 6 })
  const shares: number[] = []
  for (let participant = 0; ; participant++) {
    other.next()
    engine.apply({ participants: [participant], statements: [participant % 24], values: [-1] })
    const step = sliced.next()
    if (step.done) {
      expect(step.value).toEqual(confidenceOf(log, options))
      break
    }
    shares.push(step.value)
  }
  expect(shares).toHaveLength(40)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('another k than the selected one can be checked', () => {
  const confidence = confidenceOf(seededVotes(61), { k: 3, draws: 5, shuffles: 5 })
  expect([confidence.k, confidence.groups.length]).toEqual([3, 3])
})

test('a map without groups is not distinct', () => {
  const confidence = confidenceOf({ participants: [0, 1], statements: [0, 0], values: [1, 1] })
  expect(confidence).toMatchObject({ k: 0, distinct: false, groups: [], choices: [], consensus: [] })
})

test('the map of another sequence and a negative number of draws are refused', () => {
  const engine = engineOf(seededVotes(71, { participants: 20 }))
  const map = engine.refresh()
  expect(() => finish(engine.measureConfidence(map, { draws: -1 }))).toThrow('got -1')
  engine.apply({ participants: [0], statements: [0], values: [1] })
  expect(() => engine.measureConfidence(map)).toThrow(RangeError)
})

describeOnRealData('in real conversations', () => {
  test.each(openConversations)('the groups of %s are clearer than chance', (name) => {
    const { log, moderatedOut } = readOpenConversation(name)
    const engine = engineOf(log)
    moderatedOut.forEach((isOut, statement) => engine.moderate(statement, isOut === 1))
    const confidence = finish(engine.measureConfidence(engine.refresh(), { draws: 3, shuffles: 15 }))
    expect(confidence.distinct).toBe(true)
    expect(confidence.choices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })
})
