// Everything that a report needs to speak one language. Its dates are those of UTC and its percentages are computed from whole
// numbers, so that the same report says the same on every machine.
import type { Language } from '../protocol/values.ts'
import { locales, sayIn, type Say } from '../protocol/words/say.ts'
import { percentOf, percentOfShare } from './percent.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export interface ReportWords {
  readonly language: Language
  readonly say: Say<typeof en>
  /** "1,234". */
  number(value: number): string
  /** "38%", the part of the whole. */
  percent(part: number, whole: number): string
  /** "38%" of a share with two decimals. */
  share(share: number): string
  /** "4 March 2026". */
  date(timeMs: number): string
  /** The same of a day as in 2026-03-04. */
  day(name: string): string
  /** "March 2026". */
  month(name: string): string
  /** "A, B and C". */
  list(items: readonly string[]): string
}

/** The words of reports in a language. */
export function reportWords(language: Language): ReportWords {
  const locale = locales[language]
  const say = sayIn({ en, cy }, language)
  const numbers = new Intl.NumberFormat(locale)
  const utc = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const
  const dates = new Intl.DateTimeFormat(locale, { ...utc, day: 'numeric' })
  const months = new Intl.DateTimeFormat(locale, utc)
  return {
    language,
    say,
    number: (value) => numbers.format(value),
    percent: (part, whole) => say('percent', { value: percentOf(part, whole) }),
    share: (share) => say('percent', { value: percentOfShare(share) }),
    date: (timeMs) => dates.format(timeMs),
    day: (name) => dates.format(Date.parse(name)),
    month: (name) => months.format(Date.parse(name)),
    // Intl would write “a(c)” in Welsh; what is listed here begins with a consonant.
    list: (items) =>
      items.length < 2
        ? items.join('')
        : say('listEnd', { before: items.slice(0, -1).join(', '), last: items.at(-1)! }),
  }
}
