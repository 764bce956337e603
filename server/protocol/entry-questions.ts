// Questions about people themselves: optional, single choice, each with "prefer not to say", kept apart from the votes.
import * as v from 'valibot'
import { type Language, naturalNumber } from './values.ts'

/** Answer that everybody may give to everything. */
export const NOT_SAID = 'not-said'
/** Votes after which the questions come, where they are asked after voting. */
export const ASKED_AFTER_VOTES = 5
/** Fewest people of whom a number is shown. */
export const FEWEST_IN_A_CELL = 5

const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/))
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))
const inLanguages = v.pipe(
  v.strictObject({ en: v.optional(words), cy: v.optional(words) }),
  v.check(({ en, cy }) => en !== undefined || cy !== undefined, 'must be written in en or cy'),
)
const isEachOnce = (items: readonly { readonly id: string }[]) =>
  new Set(items.map(({ id }) => id)).size === items.length

const option = v.strictObject({ id: v.pipe(name, v.notValue(NOT_SAID)), words: inLanguages })
/** One question with its options, in the languages in which it is written. */
export const entryQuestion = v.strictObject({
  id: name,
  words: inLanguages,
  options: v.pipe(
    v.array(option),
    v.minLength(2),
    v.maxLength(20),
    v.check((options) => isEachOnce(options), 'must have different ids'),
  ),
})

export type EntryQuestion = v.InferOutput<typeof entryQuestion>

/** What `folkmoot questions` reads and the store keeps. */
export const entryQuestions = v.strictObject({
  /** Whether they are asked before the first vote or after some votes. */
  when: v.optional(v.picklist(['before', 'after']), 'after'),
  questions: v.pipe(
    v.array(entryQuestion),
    v.maxLength(8),
    v.check((questions) => isEachOnce(questions), 'must have different ids'),
  ),
})
export type EntryQuestions = v.InferOutput<typeof entryQuestions>

const shownWords = v.strictObject({ id: name, words: v.string() })
/** The questions in the reader's language, as far as they are written in it. */
export const shownQuestions = v.strictObject({
  when: v.picklist(['before', 'after']),
  questions: v.array(v.strictObject({ ...shownWords.entries, options: v.array(shownWords) })),
})
export type ShownQuestions = v.InferOutput<typeof shownQuestions>

/** Body of `POST /api/conversations/:id/answers`, and with it of the answer to `GET`: option by question. */
export const entryAnswers = v.strictObject({ answers: v.record(name, name) })
export type EntryAnswers = v.InferOutput<typeof entryAnswers>

/** Body of `GET /api/conversations/:id/answers/summary`; people null where fewer than five would be told of. */
export const answerSummary = v.strictObject({
  questions: v.array(
    v.strictObject({
      id: name,
      options: v.array(v.strictObject({ id: name, people: v.nullable(naturalNumber) })),
    }),
  ),
})
export type AnswerSummary = v.InferOutput<typeof answerSummary>

/** The questions in one language; what is not written in it comes in the other. */
export function questionsIn(all: EntryQuestions | null, reader: Language): ShownQuestions | null {
  if (all === null || all.questions.length === 0) return null
  const say = ({ en, cy }: { en?: string | undefined; cy?: string | undefined }) =>
    (reader === 'en' ? (en ?? cy) : (cy ?? en)) ?? ''
  return {
    when: all.when,
    questions: all.questions.map(({ id, words, options }) => ({
      id,
      words: say(words),
      options: options.map((each) => ({ id: each.id, words: say(each.words) })),
    })),
  }
}
