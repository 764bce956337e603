// What facilitators may add to a report: names, an introduction, notes to its parts. Never numbers.
import * as v from 'valibot'
import type { Language } from './values.ts'
import { groupLetter } from './values.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))
const inLanguages = (most: number) =>
  v.strictObject({ en: v.optional(text(most)), cy: v.optional(text(most)) })

/** Parts of a report that can have a note, in their order. */
export const notedParts = ['people', 'agree', 'groups', 'differ', 'unsure', 'method'] as const
export type NotedPart = (typeof notedParts)[number]

/** Ends of the map's axes that can have a name. */
export const axisEnds = ['left', 'right', 'bottom', 'top'] as const
export type AxisEnd = (typeof axisEnds)[number]

export const NAME_LENGTH = 40
export const NOTE_LENGTH = 4_000
export const INTRODUCTION_LENGTH = 20_000

const name = inLanguages(NAME_LENGTH)
const note = inLanguages(NOTE_LENGTH)

/** What facilitators wrote; body of `PUT /api/staff/conversations/:id/report/words`. Introduction and notes are markdown. */
export const facilitatorWords = v.strictObject({
  introduction: v.optional(inLanguages(INTRODUCTION_LENGTH), {}),
  /** Name of a group by its letter. */
  groups: v.optional(v.record(groupLetter, name), {}),
  axes: v.optional(
    v.strictObject({
      left: v.optional(name),
      right: v.optional(name),
      bottom: v.optional(name),
      top: v.optional(name),
    }),
    {},
  ),
  notes: v.optional(
    v.strictObject({
      people: v.optional(note),
      agree: v.optional(note),
      groups: v.optional(note),
      differ: v.optional(note),
      unsure: v.optional(note),
      method: v.optional(note),
    }),
    {},
  ),
})
export type FacilitatorWords = v.InferOutput<typeof facilitatorWords>

export const NO_WORDS: FacilitatorWords = v.parse(facilitatorWords, {})

/** A text in the reader's language, else in the other one; null where nobody wrote it. */
export function writtenIn(
  written: { readonly en?: string | undefined; readonly cy?: string | undefined } | undefined,
  reader: Language,
): { readonly text: string; readonly language: Language } | null {
  const other = reader === 'en' ? 'cy' : 'en'
  const own = written?.[reader]
  if (own) return { text: own, language: reader }
  const text = written?.[other]
  return text ? { text, language: other } : null
}
