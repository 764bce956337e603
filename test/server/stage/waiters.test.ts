import { expect, test } from 'vitest'
import { Waiters } from '../../../server/stage/waiters.ts'

test('everybody who waits is answered at once when there is news, and whoever has gone is forgotten', async () => {
  const waiters = new Waiters(() => {})
  const gone = new AbortController()
  const waiting = [waiters.wait(new AbortController().signal), waiters.wait(gone.signal)]
  gone.abort()
  await waiting[1]
  waiters.wake()
  await Promise.all(waiting)
  expect(waiters.isFull).toBe(false)
})

test('who looks is counted by name for half a minute, and no more than the limit', () => {
  let looks = 0
  const waiters = new Waiters(() => looks++)
  for (let name = 0; name < 2_000; name++) waiters.note(`screen ${name % 1_000}`, 0)
  expect(looks).toBe(2_000)
  expect(waiters.recent(30_000)).toBe(500)
  expect(waiters.recent(30_001)).toBe(0)
})

test('no more than the limit may wait', () => {
  const waiters = new Waiters(() => {})
  const { signal } = new AbortController()
  const all = Array.from({ length: 500 }, () => waiters.wait(signal))
  expect(waiters.isFull).toBe(true)
  waiters.wake()
  return Promise.all(all)
})
