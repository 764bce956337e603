// What staff write bit by bit: the purpose in one language, and the questions about people. A draft may lack anything; it is kept
// as it was typed, and shown to people once it is whole.
import * as v from 'valibot'
import { entryQuestions, NOT_SAID, entryQuestion, type EntryQuestion } from '../entry-questions.ts'
import { influence, purpose, type Purpose } from '../purpose.ts'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** The purpose in one language, as far as it is written. */
export const purposeDraft = v.strictObject({
  question: text(300),
  influence,
  decides: text(600),
  canChange: text(1000),
  dates: v.pipe(v.array(v.strictObject({ day: text(10), what: text(200) })), v.maxLength(12)),
  next: text(1000),
  contact: v.optional(text(600)),
  background: v.optional(text(20_000)),
})
export type PurposeDraft = v.InferOutput<typeof purposeDraft>
export type PurposePart = keyof PurposeDraft

/** The purpose that a draft is once it is whole, else the parts that it still lacks. */
export function readPurpose({
  contact,
  background,
  ...others
}: PurposeDraft): { readonly whole: Purpose } | { readonly missing: readonly PurposePart[] } {
  const optional = {
    ...(contact?.trim() && { contact }),
    ...(background?.trim() && { background }),
  }
  const parsed = v.safeParse(purpose, { ...others, ...optional })
  if (parsed.success) return { whole: parsed.output }
  return { missing: [...new Set(parsed.issues.map(({ path }) => path![0].key as PurposePart))] } // the schema names no others
}

const words = v.strictObject({ en: v.optional(text(200)), cy: v.optional(text(200)) })
const name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/), v.notValue(NOT_SAID))
const isEachOnce = (items: readonly { readonly id: string }[]) =>
  new Set(items.map(({ id }) => id)).size === items.length

const optionDraft = v.strictObject({ id: name, words })
const questionDraft = v.strictObject({
  id: name,
  words,
  options: v.pipe(
    v.array(optionDraft),
    v.maxLength(20),
    v.check((items) => isEachOnce(items)),
  ),
})
export type QuestionDraft = v.InferOutput<typeof questionDraft>

/** The questions about people, as far as they are written. */
export const questionsDraft = v.strictObject({
  when: entryQuestions.entries.when.wrapped,
  questions: v.pipe(
    v.array(questionDraft),
    v.maxLength(8),
    v.check((items) => isEachOnce(items)),
  ),
})
export type QuestionsDraft = v.InferOutput<typeof questionsDraft>

/** The question that a draft is once it is whole; null as long as it lacks its words, an answer's words or two answers. */
export function readQuestion({ id, words, options }: QuestionDraft): EntryQuestion | null {
  const parsed = v.safeParse(entryQuestion, {
    id,
    words: written(words),
    options: options.map((option) => ({ id: option.id, words: written(option.words) })),
  })
  return parsed.success ? parsed.output : null
}

function written({ en, cy }: QuestionDraft['words']): QuestionDraft['words'] {
  return { ...(en?.trim() && { en }), ...(cy?.trim() && { cy }) }
}
