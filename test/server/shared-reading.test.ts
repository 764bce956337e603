import { setImmediate as otherWork } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SharedReading } from '../../server/shared-reading.ts'

test('however many ask at once, it is read once, and once more for those who ask meanwhile', async () => {
  let state = 'old'
  let begun = 0
  let finish = () => {}
  const shared = new SharedReading(async () => {
    begun++
    const seen = state
    await new Promise<void>((resolve) => (finish = resolve))
    return seen
  })
  const first = Array.from({ length: 50 }, () => shared.read())
  await otherWork()
  state = 'new'
  // Whoever asks after it has begun must not be told what was before.
  const second = Array.from({ length: 50 }, () => shared.read())
  expect(begun).toBe(1)
  finish()
  expect(new Set(await Promise.all(first))).toEqual(new Set(['old']))
  while (begun < 2) await otherWork()
  finish()
  expect(new Set(await Promise.all(second))).toEqual(new Set(['new']))
  expect(begun).toBe(2)
})

test('a reading that fails is told to those who asked, and the next one is another try', async () => {
  let tries = 0
  const shared = new SharedReading(async () => {
    if (++tries === 1) throw new Error('Storage is away.')
    return tries
  })
  await expect(shared.read()).rejects.toThrow('Storage is away.')
  expect(await shared.read()).toBe(2)
})

test('between two readings that take long there is a rest, in which others are served', async () => {
  let turns = 0
  let readings = 0
  const shared = new SharedReading(async () => {
    const until = performance.now() + 20
    while (performance.now() < until);
    return ++readings
  })
  await shared.read()
  const second = shared.read()
  while (readings < 2) {
    await otherWork()
    turns++
  }
  expect(await second).toBe(2)
  expect(turns).toBeGreaterThan(10)
})
