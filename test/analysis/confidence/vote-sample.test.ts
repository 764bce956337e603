import { expect, test } from 'vitest'
import { samplePositions } from '../../../analysis/confidence/sample-positions.ts'
import { shuffleVotes } from '../../../analysis/confidence/shuffled-votes.ts'
import { takeVoteSample, type VoteSample } from '../../../analysis/confidence/vote-sample.ts'
import { Engine } from '../../../analysis/engine.ts'
import type { VoteLog } from '../../../analysis/opinion-map.ts'
import { VoteStore } from '../../../analysis/votes/vote-store.ts'
import { seededVotes } from '../seeded-votes.ts'

function sampleOf(log: VoteLog, moderatedOut: number[] = [], options = {}, excludedPeople: number[] = []) {
  const engine = new Engine()
  const store = new VoteStore()
  engine.apply(log)
  for (let event = 0; event < log.values.length; event++) {
    store.reserve(log.participants[event]! + 1)
    store.put(log.participants[event]!, log.statements[event]!, log.values[event]! + 1)
  }
  for (const statement of moderatedOut) engine.moderate(statement, true)
  const excluded = new Uint8Array(store.participants)
  for (const participant of excludedPeople) {
    engine.exclude(participant)
    excluded[participant] = 1
  }
  const map = engine.refresh()
  return { map, sample: takeVoteSample(store, map, excluded, options) }
}

const once = (sample: VoteSample) => new Uint8Array(sample.people).fill(1)

test('a sample of everybody stands where the map has them, up to direction', () => {
  const { map, sample } = sampleOf(seededVotes(1), [3])
  const positions = samplePositions(sample, once(sample))
  expect(sample.people).toBe(map.participants)
  expect(sample.votedOn).not.toContain(3)
  for (const axis of [0, 1]) {
    const sign = Math.sign(positions[axis]! * map.positions[axis]!)
    for (let person = 0; person < sample.people; person++) {
      expect(sign * positions[2 * person + axis]!).toBeCloseTo(map.positions[2 * person + axis]!, 6)
    }
  }
})

test('a person counted twice is as good as two people who vote alike', () => {
  const log = seededVotes(2, { participants: 40 })
  const { sample } = sampleOf(log)
  const alike = [...Array(log.values.length).keys()].filter((event) => log.participants[event] === 0)
  const { sample: doubled } = sampleOf({
    participants: [...Array.from(log.participants), ...alike.map(() => 40)],
    statements: [...Array.from(log.statements), ...alike.map((event) => log.statements[event]!)],
    values: [...Array.from(log.values), ...alike.map((event) => log.values[event]!)],
  })
  const weights = once(sample)
  weights[0] = 2
  const weighted = samplePositions(sample, weights)
  const written = samplePositions(doubled, once(doubled))
  weighted.forEach((coordinate, index) =>
    expect(Math.abs(coordinate)).toBeCloseTo(Math.abs(written[index]!), 6),
  )
})

test('a large conversation is sampled within the limits, the same for the same seed', () => {
  const log = seededVotes(3, { participants: 300 })
  const few = sampleOf(log, [], { mostPeople: 50 }).sample
  expect(few.people).toBe(50)
  expect(few).toEqual(sampleOf(log, [], { mostPeople: 50 }).sample)
  expect(few.who).not.toEqual(sampleOf(log, [], { mostPeople: 50, seed: 2 }).sample.who)
  expect(sampleOf(log, [], { mostVotes: 500 }).sample.values.length).toBeLessThan(700)
})

test('of too many people those who take part in the grouping are drawn first', () => {
  const busy = seededVotes(5, { participants: 100, activity: 1 })
  const visitors = Array.from({ length: 200 }, (_, visitor) => 100 + visitor)
  const log = {
    participants: [...Array.from(busy.participants), ...visitors],
    statements: [...Array.from(busy.statements), ...visitors.map(() => 0)],
    values: [...Array.from(busy.values), ...visitors.map(() => 1)],
  }
  const { sample } = sampleOf(log, [], { mostPeople: 120 })
  expect(sample.people).toBe(120)
  expect(sample.included.reduce((sum, isIncluded) => sum + isIncluded, 0)).toBe(100)
  expect([...sample.who]).toEqual([...sample.who].sort((a, b) => a - b))
})

test('excluded people and people without votes are not in the sample', () => {
  const log = { participants: [0, 1, 3], statements: [0, 0, 0], values: [1, -1, 1] }
  expect([...sampleOf(log, [], {}, [1]).sample.who]).toEqual([0, 3])
})

test('shuffled votes keep the people, the statements and the votes on each, but not who cast which', () => {
  const { sample } = sampleOf(seededVotes(4))
  const shuffled = shuffleVotes(sample, 1)
  const votesOn = ({ values, votedOn }: VoteSample, statement: number) =>
    [...values.keys()].filter((at) => votedOn[at] === statement).map((at) => values[at]!)
  for (let statement = 0; statement < sample.statements; statement++) {
    expect(votesOn(shuffled, statement).sort()).toEqual(votesOn(sample, statement).sort())
  }
  expect(shuffled.votedOn).toBe(sample.votedOn)
  expect(shuffled.values).not.toEqual(sample.values)
  expect(shuffleVotes(sample, 1)).toEqual(shuffled)
})
