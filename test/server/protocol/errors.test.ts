import * as v from 'valibot'
import { expect, test } from 'vitest'
import { errorCode } from '../../../server/protocol/errors.ts'
import { allErrors, staffErrors } from '../../../server/protocol/staff-errors.ts'
import { language } from '../../../server/protocol/values.ts'

test.each(Object.entries(allErrors))(
  '%s has a status, a close code of ours or none, and words in each language',
  (code, facts) => {
    expect(v.is(errorCode, code)).toBe(!(code in staffErrors))
    expect(facts.status).toBeGreaterThanOrEqual(400)
    expect(facts.status).toBeLessThan(600)
    if (facts.closeCode !== null) {
      expect(facts.closeCode).toBeGreaterThanOrEqual(4400)
      expect(facts.closeCode).toBeLessThan(4600)
    }
    for (const each of language.options) expect(facts.words[each]).toMatch(/^\S.{10,}[.!]$/)
    expect(facts.words.cy).not.toBe(facts.words.en)
  },
)

test('no two codes close a socket with the same number', () => {
  const closeCodes = Object.values(allErrors).flatMap(({ closeCode }) =>
    closeCode === null ? [] : [closeCode],
  )
  expect(new Set(closeCodes).size).toBe(closeCodes.length)
})

test.each(['storage-unavailable', 'too-many-messages'] as const)(
  '%s answers forms, statements and staff too, so it promises nothing that only a page does with votes',
  (code) => {
    expect(allErrors[code].words.en).toMatch(/try again/)
    expect(allErrors[code].words.en).not.toMatch(/by itself|vote/)
    expect(allErrors[code].words.cy).not.toMatch(/ohoni|bleidlais/)
  },
)
