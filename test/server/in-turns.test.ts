import { expect, test } from 'vitest'
import { inTurns } from '../../server/in-turns.ts'

test('work in turns is done in order, and other work is done in between', async () => {
  const done: (number | 'other')[] = []
  await new Promise<void>((resolve) => {
    let next = 0
    setImmediate(() => done.push('other'))
    inTurns(() => {
      done.push(next)
      const until = performance.now() + 4
      while (performance.now() < until);
      if (++next < 5) return true
      resolve()
      return false
    })
  })
  expect(done.filter((each) => each !== 'other')).toEqual([0, 1, 2, 3, 4])
  expect(done.indexOf('other')).toBeLessThan(4)
})

test('what a step has settled is gone on with before the next step', async () => {
  const done: string[] = []
  await new Promise<void>((resolve) => {
    let next = 0
    inTurns(() => {
      const step = next++
      done.push(`step ${step}`)
      void (async () => {
        await null
        await null
        done.push(`after ${step}`)
        if (step === 1) resolve()
      })()
      return step < 1
    })
  })
  expect(done).toEqual(['step 0', 'after 0', 'step 1', 'after 1'])
})
