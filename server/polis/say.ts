// What readers of files say to people, in every language at once: it is found in a thread and read by somebody else, later.
import type { Language } from '../protocol/values.ts'
import { type Say, sayIn } from '../protocol/words/say.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export type SayOfFiles = Say<typeof en>

/** A sentence of the catalogue, in whatever language is asked for. */
export type Words = (say: SayOfFiles) => string

export type InEachLanguage = Readonly<Record<Language, string>>

const speakers: Readonly<Record<Language, SayOfFiles>> = {
  en: sayIn({ en, cy }, 'en'),
  cy: sayIn({ en, cy }, 'cy'),
}

export function inEachLanguage(words: Words): InEachLanguage {
  return { en: words(speakers.en), cy: words(speakers.cy) }
}
