// Changes of the questions about people: each makes new questions out of what was there. Names of questions and answers never
// change and are never used again, so that answers that people gave stay with what they answered.
import type { QuestionDraft, QuestionsDraft } from '../../server/protocol/facilitate/drafts.ts'
import type { Language } from '../../server/protocol/values.ts'
import { shownValue } from './saving.ts'

export type OptionDraft = QuestionDraft['options'][number]
export type Words = QuestionDraft['words']

/** Most questions, and most answers to one. */
export const MOST_QUESTIONS = 8
export const MOST_OPTIONS = 20

/** A question to begin with: no words yet, and room for two answers. */
export function newQuestion(): QuestionDraft {
  return { id: newName(), words: {}, options: [newOption(), newOption()] }
}

export function newOption(): OptionDraft {
  return { id: newName(), words: {} }
}

/** The same list with one item a place earlier (−1) or later (+1). */
export function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const list = [...items]
  const [item] = list.splice(place, 1)
  if (item !== undefined) list.splice(place + by, 0, item)
  return list
}

export function replaced<Item>(items: readonly Item[], place: number, item: Item): Item[] {
  return items.map((each, index) => (index === place ? item : each))
}

export function without<Item>(items: readonly Item[], place: number): Item[] {
  return items.filter((_, index) => index !== place)
}

/** Languages in which there is something to write: those of the conversation, and any in which something is written. */
export function languagesOf({ questions }: QuestionsDraft): readonly Language[] {
  const chosen = shownValue('languages') as readonly Language[] // the setting is a list of these
  const all = questions.flatMap(({ words, options }) => [words, ...options.map((option) => option.words)])
  return (['en', 'cy'] as const).filter(
    (language) => chosen.includes(language) || all.some((words) => isWritten(words, language)),
  )
}

export function isWritten(words: Words, language: Language): boolean {
  return (words[language] ?? '').trim() !== ''
}

export function isBlank(words: Words): boolean {
  return !isWritten(words, 'en') && !isWritten(words, 'cy')
}

/** The words as somebody reads them who prefers this language; empty where there are none. */
export function wordsFor(words: Words, language: Language): string {
  const other = language === 'en' ? 'cy' : 'en'
  return (isWritten(words, language) ? words[language] : words[other]) ?? ''
}

function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return `q${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
