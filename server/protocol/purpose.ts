// What a conversation is for, as the people who run it say it: shown above the first statement.
import * as v from 'valibot'
import type { Language } from './values.ts'

const line = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))
const day = v.pipe(v.string(), v.isoDate())

/** How much the answers count, in the five steps of the IAP2 spectrum of public participation. */
export const influence = v.picklist(['inform', 'consult', 'involve', 'collaborate', 'empower'])
export type Influence = v.InferOutput<typeof influence>

/** What the conversation is for, in one language; all texts are plain but `contact` and `background`, which are markdown. */
export const purpose = v.strictObject({
  question: line(300),
  influence,
  /** Who decides in the end. */
  decides: line(600),
  /** What the answers can change, and what they cannot. */
  canChange: line(1000),
  /** Days that matter, such as 2026-03-04, with what happens then. */
  dates: v.optional(v.pipe(v.array(v.strictObject({ day, what: line(200) })), v.maxLength(12)), []),
  /** What happens when voting has closed. */
  next: line(1000),
  contact: v.optional(line(600)),
  background: v.optional(line(20_000)),
})
export type Purpose = v.InferOutput<typeof purpose>

/** The same in each language in which somebody has written it. */
export const purposes = v.pipe(
  v.strictObject({ en: v.optional(purpose), cy: v.optional(purpose) }),
  v.check(({ en, cy }) => en !== undefined || cy !== undefined, 'must hold the purpose in en or cy'),
)
export type Purposes = v.InferOutput<typeof purposes>

/** A purpose with the language that it is written in. */
export const shownPurpose = v.strictObject({ language: v.picklist(['en', 'cy']), ...purpose.entries })
export type ShownPurpose = v.InferOutput<typeof shownPurpose>

/** The purpose in the reader's language, else in the other one; null where there is none. */
export function purposeIn(all: Purposes | null, reader: Language): ShownPurpose | null {
  const other = reader === 'en' ? 'cy' : 'en'
  const language = all?.[reader] ? reader : other
  const chosen = all?.[language]
  return chosen ? { language, ...chosen } : null
}
