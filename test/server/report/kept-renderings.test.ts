// Renderings of reports: made once for everybody, anew when something is different, and never without a limit.
import { expect, test } from 'vitest'
import { KeptRenderings } from '../../../server/report/kept-renderings.ts'
import { largeFacts } from './large-facts.ts'

function counting() {
  const kept = new KeptRenderings<string>()
  let made = 0
  const make = () => `rendering ${++made}`
  return { kept, make, count: () => made }
}

test('what a report is rendered to is made once for all its readers', () => {
  const { kept, make, count } = counting()
  const facts = largeFacts()
  for (let reader = 0; reader < 100; reader++) expect(kept.of(facts, ['en'], make)).toBe('rendering 1')
  expect(kept.of(facts, ['cy'], make)).toBe('rendering 2')
  expect(kept.of({ ...facts }, ['en'], make)).toBe('rendering 3')
  expect(count()).toBe(3)
})

test('only so many renderings are kept, the newest ones', () => {
  const { kept, make, count } = counting()
  const facts = largeFacts()
  for (let address = 0; address < 100; address++) kept.of(facts, [address], make)
  expect(kept.of(facts, [99], make)).toBe('rendering 100')
  expect(kept.of(facts, [0], make)).toBe('rendering 101')
  expect(count()).toBe(101)
})

test('what could not be rendered is tried again', async () => {
  const kept = new KeptRenderings<Promise<string>>()
  const facts = largeFacts()
  await expect(kept.of(facts, [], () => Promise.reject(new Error('no font')))).rejects.toThrow('no font')
  expect(await kept.of(facts, [], () => Promise.resolve('drawn'))).toBe('drawn')
})
