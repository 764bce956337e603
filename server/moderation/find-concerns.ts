// What a moderator should be told of a statement before reading it, found by patterns alone: links, what looks like personal
// data, and words of the conversation's list. Nothing is refused for a concern; nothing is asked of anybody else.
import type { Concern } from '../protocol/moderation.ts'
import { adviceOn } from '../protocol/statement-text.ts'
import { foldText } from './word-list.ts'

const LINK =
  /\b(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@.])[\p{L}\p{N}-]+\.(?:com|org|net|info|io|uk|wales|cymru|tv|me|ly)\b/iu

/** A title and a name after it, in English and Welsh. */
const NAME =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Lady|Rev|Reverend|Cyng|Cynghorydd|Y Cyng|Parch|Athro|Syr)\.? +\p{Lu}\p{Ll}+/u

/** A house number with the name of a street: "12 Mill Lane", "12 Heol y Bryn". */
const ADDRESS =
  /(?<!\p{N})\d{1,4}[a-z]?,? +(?:(?:\p{Lu}[\p{L}'’-]+ +){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Terrace|Crescent|Gardens|Court|Place|Row|St|Rd|Ave)(?!\p{L})|(?:Heol|Stryd|Ffordd|Lôn|Rhodfa|Teras|Maes|Clos|Gerddi) +(?:(?:y|yr|Y|Yr) +)?\p{Lu}\p{L}+)/u

/** Concerns for which a statement waits for a moderator even where others are shown at once. */
export const HOLDING: ReadonlySet<Concern> = new Set<Concern>([
  'email',
  'phone',
  'postcode',
  'address',
  'word',
])

/** What there is to say of a text; `words` is the pattern of the conversation's list. `repeat` is found elsewhere. */
export function findConcerns(text: string, words: RegExp | null): Concern[] {
  const personal = adviceOn(text).filter(
    (advice) => advice === 'email' || advice === 'phone' || advice === 'postcode',
  )
  const found: [Concern, boolean][] = [
    ['link', LINK.test(text.replace(/\S+@\S+/gu, ''))],
    ['email', personal.includes('email')],
    ['phone', personal.includes('phone')],
    ['postcode', personal.includes('postcode')],
    ['address', ADDRESS.test(text)],
    ['name', NAME.test(text)],
    ['word', words !== null && words.test(foldText(text))],
  ]
  return found.flatMap(([concern, applies]) => (applies ? [concern] : []))
}
