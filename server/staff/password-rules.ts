// Which passwords are taken: long ones that are not among those that people choose most often, nor made of one of these,
// a key that repeats, or the person's own name. The list is that of @zxcvbn-ts/language-common, about 49,000 passwords.
import { dictionary } from '@zxcvbn-ts/language-common'
import type { StaffErrorCode } from '../protocol/staff-errors.ts'
import { longestPassword, shortestPassword } from '../protocol/staff/sign-in.ts'

let common: ReadonlySet<string> | null = null

/** Why a password is not taken, or null where it is. `own` are words that others know of the person. */
export function objectionTo(password: string, own: readonly string[]): StaffErrorCode | null {
  const length = [...password].length
  if (length < shortestPassword) return 'password-too-short'
  if (length > longestPassword) return 'password-too-long'
  return isCommon(password.normalize('NFKC').toLowerCase(), own) ? 'password-common' : null
}

function isCommon(password: string, own: readonly string[]): boolean {
  common ??= new Set(dictionary['passwords-common'] as readonly string[]) // a list, by its order of frequency
  const known = common
  const words = ['folkmoot', ...own.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))]
  const ownWords = new Set(words.filter((word) => word.length >= 3))
  const isKnown = (word: string) =>
    word.length < 4 || known.has(word) || ownWords.has(word) || repeats(word, 1)
  // `Liverpool2026!` is `liverpool` with what everyone adds; `password password` is twice the same.
  const bare = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const parts = password.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  return (
    [password, bare, password.replace(/[^\p{L}\p{N}]/gu, '')].some(isKnown) ||
    [1, 2, 3, 4].some((unit) => repeats(password, unit)) ||
    [2, 3].some((times) => isKnown(repeatedPart(password, times) ?? password)) ||
    isRun(password) ||
    (parts.length <= 2 && parts.every(isKnown)) ||
    parts.every((part) => ownWords.has(part) || /^\d+$/.test(part))
  )
}

/** Whether a text is one piece of this length over and over. */
function repeats(text: string, unit: number): boolean {
  return (
    text.length > unit &&
    text ===
      text
        .slice(0, unit)
        .repeat(Math.ceil(text.length / unit))
        .slice(0, text.length)
  )
}

/** The piece of which a text is made that many times over; undefined where it is not. */
function repeatedPart(text: string, times: number): string | undefined {
  const part = text.slice(0, text.length / times)
  return part.repeat(times) === text ? part : undefined
}

/** Whether a text runs along the alphabet or the digits, as in `abcdefghijkl` and `987654321098`. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, i) => character.charCodeAt(0) - text.charCodeAt(i))
  return [1, -1].some((step) => steps.filter((each) => each === step).length >= steps.length - 1)
}
