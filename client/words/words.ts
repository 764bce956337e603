// The words of the pages in one language: messages, numbers, dates and the words of error codes.
import { errors, type ErrorCode } from '../../server/protocol/errors.ts'
import type { Language } from '../../server/protocol/values.ts'
import { cy } from './cy.ts'
import { en } from './en.ts'
import type { CatalogueOf } from '../../server/protocol/words/catalogue.ts'
import { locales, sayIn, type Say } from '../../server/protocol/words/say.ts'

export type MessageKey = keyof typeof en
/** What a catalogue in another language has to hold. */
export type Catalogue = CatalogueOf<typeof en>

/** Names of the languages, each in itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }

/** Everything that a page needs to speak one language. */
export interface Words {
  readonly language: Language
  say: Say<typeof en>
  sayNumber(value: number): string
  /** A share of 0 to 1 as whole percent. */
  sayShare(share: number): string
  /** "14:05"; with the date, "4 March 2026, 14:05", when it is not the day of `now`. */
  sayTime(time: number, now: number): string
  /** "4 March 2026". */
  sayDate(time: number): string
  sayError(code: ErrorCode): string
}

/** The words in one language; `timeZone` is the reader's own unless given. */
export function wordsIn(language: Language, { timeZone }: { timeZone?: string } = {}): Words {
  const locale = locales[language]
  const numbers = new Intl.NumberFormat(locale)
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const zone = timeZone === undefined ? {} : { timeZone }
  const sayDate = datesIn(language, { day: 'numeric', month: 'long', year: 'numeric', ...zone })
  const times = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })

  return {
    language,
    say: sayIn({ en, cy }, language),
    sayNumber: (value) => numbers.format(value),
    sayShare: (share) => shares.format(share),
    sayTime(time, now) {
      const day = sayDate(time)
      return day === sayDate(now) ? times.format(time) : `${day}, ${times.format(time)}`
    },
    sayDate,
    sayError: (code) => errors[code].words[language],
  }
}

/** Chrome knows no Welsh months and would write `2026 M03 4`. */
const welshMonths = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
]

function datesIn(language: Language, options: Intl.DateTimeFormatOptions): (time: number) => string {
  const english = new Intl.DateTimeFormat('en-GB', options)
  if (language === 'en') return (time) => english.format(time)
  const numbers = new Intl.DateTimeFormat('en-GB', { ...options, month: 'numeric' })
  return (time) => {
    const part = (type: string) => numbers.formatToParts(time).find((each) => each.type === type)!.value
    return `${Number(part('day'))} ${welshMonths[Number(part('month')) - 1]} ${part('year')}`
  }
}
