import { expect, test } from 'vitest'
import { nextPage } from '../../../server/protocol/staff/next-page.ts'

test.each([
  ['/facilitate', '/facilitate'],
  ['/facilitate/high-street/moderate?lang=cy', '/facilitate/high-street/moderate?lang=cy'],
  [null, '/facilitate'],
  ['', '/facilitate'],
  ['https://elsewhere.example/', '/facilitate'],
  ['//elsewhere.example/', '/facilitate'],
  ['/\\elsewhere.example/', '/facilitate'],
  ['/\t/elsewhere.example/', '/facilitate'],
  ['/.//elsewhere.example/', '/facilitate'],
  ['javascript:alert(1)', '/facilitate'],
  ['facilitate', '/facilitate'],
])('after signing in, %s leads to %s', (next, path) => {
  expect(nextPage(next)).toBe(path)
})
