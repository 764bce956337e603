import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Replay, type ReplaySpeed } from '../../../server/stage/replay.ts'
import type { RoomSight } from '../../../server/stage/room-view.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function replayOf(count: number, speed: ReplaySpeed = 1) {
  const sights = Array.from({ length: count }, (_, at) => ({ sequence: at }) as RoomSight) // nothing else is read
  let steps = 0
  let endedAtMs: number | null = null
  const startMs = Date.now()
  const replay = new Replay(sights, speed, {
    onStep: () => void steps++,
    onEnd: () => void (endedAtMs = Date.now() - startMs),
  })
  return { replay, steps: () => steps, endedAtMs: () => endedAtMs }
}

test.each([
  [15, 40_005],
  [12, 39_996],
  [4, 16_000],
])('%i steps last %i ms and are all shown', (count, lasts) => {
  const { steps, endedAtMs } = replayOf(count)
  vi.advanceTimersByTime(100_000)
  expect(steps()).toBe(count - 1)
  expect(endedAtMs()).toBe(lasts)
})

test('a host in a hurry sees the rest twice as fast, from where it is', () => {
  const { replay, endedAtMs } = replayOf(10)
  expect(replay.shown).toEqual({ step: 1, of: 10, stepMs: 4_000 })
  vi.advanceTimersByTime(5 * 4_000)
  replay.hurry(2)
  expect(replay.shown).toEqual({ step: 6, of: 10, stepMs: 2_000 })
  expect(replay.desk).toMatchObject({ speed: 2, endsAt: Date.now() + 5 * 2_000 })
  vi.advanceTimersByTime(5 * 2_000)
  expect(endedAtMs()).toBe(30_000)
})

test('a replay that was ended shows nothing more', () => {
  const { replay, steps, endedAtMs } = replayOf(5)
  replay.end()
  vi.advanceTimersByTime(100_000)
  expect([steps(), endedAtMs()]).toEqual([0, null])
})
