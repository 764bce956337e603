import { expect, test } from 'vitest'
import { latestOf } from '../../../client/connection/latest.ts'

test('only the question begun last is the latest, whichever is answered first', () => {
  const begin = latestOf()
  const isFirst = begin()
  expect(isFirst()).toBe(true)
  const isSecond = begin()
  expect([isFirst(), isSecond()]).toEqual([false, true])
})

test('questions of different kinds do not overtake each other', () => {
  const [beginOne, beginOther] = [latestOf(), latestOf()]
  const isLatest = beginOne()
  beginOther()
  expect(isLatest()).toBe(true)
})
