import { expect, test } from 'vitest'
import { readCode } from '../../../server/stage/join-codes.ts'
import { changedSince, directed, noted, readStageState } from '../../../server/stage/stage-state.ts'

const empty = readStageState(undefined)

test('a stage that nobody has directed shows how to join', () => {
  expect(empty).toMatchObject({ scene: 'join', letter: null, statement: null, isFrozen: false, deeds: [] })
})

test('what was stored in another way is left aside', () => {
  expect(readStageState({ scene: 'fireworks' })).toEqual(empty)
})

test('a scene keeps the group and the statement that were chosen last', () => {
  const spotlight = directed(empty, { do: 'scene', scene: 'statement', statement: 4, seen: 0 }, 0)
  const portrait = directed(spotlight, { do: 'scene', scene: 'portrait', letter: 'B', seen: 0 }, 0)
  expect(directed(portrait, { do: 'scene', scene: 'map', seen: 0 }, 0)).toMatchObject({
    scene: 'map',
    letter: 'B',
    statement: 4,
  })
})

test('a countdown begins at once and ends where it is stopped', () => {
  const running = directed(empty, { do: 'countdown', seconds: 60, seen: 0 }, 1_000)
  expect(running).toMatchObject({ scene: 'countdown', countdown: { endsAt: 61_000, seconds: 60 } })
  expect(directed(running, { do: 'countdown', seconds: null, seen: 0 }, 2_000).countdown).toBeNull()
})

test('only a change of the same part stands in the way of a host who has not seen it', () => {
  const deed = { revision: 3, at: 0, by: 'Owen', part: 'freeze', choice: 'on' } as const
  const state = noted(empty, deed)
  expect(changedSince(state, 'freeze', 2)).toEqual(deed)
  expect(changedSince(state, 'freeze', 3)).toBeNull()
  expect(changedSince(state, 'scene', 2)).toBeNull()
})

test('of many deeds the newest are kept', () => {
  let state = empty
  for (let revision = 1; revision <= 40; revision++) {
    state = noted(state, { revision, at: 0, by: 'Owen', part: 'scene', choice: 'map' })
  }
  expect(state.deeds.length).toBe(30)
  expect(state.deeds[0]?.revision).toBe(40)
})

test('letters are read however they are typed', () => {
  expect([' bcd-fgh ', 'B C D.F G H', 'BCDFGH'].map(readCode)).toEqual(['BCDFGH', 'BCDFGH', 'BCDFGH'])
})
