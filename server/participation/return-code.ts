// Return codes: four words of 11 random bits each, 44 bits together. What is stored is a slow hash, keyed with a secret of this
// installation, so neither the database nor a machine that guesses leads to a code.
import { randomInt, scrypt } from 'node:crypto'
import type { Language } from '../protocol/values.ts'
import { englishWords } from './english-words.ts'
import { welshWords } from './welsh-words.ts'

const WORDS = 4
const lists: Readonly<Record<Language, readonly string[]>> = { en: englishWords, cy: welshWords }

/** Four fresh words in a language, parted by spaces. */
export function newReturnCode(language: Language): string {
  const list = lists[language]
  return Array.from({ length: WORDS }, () => list[randomInt(list.length)]!).join(' ')
}

/** The words as they are compared: case, accents and whatever stands between them make no difference. */
export function normalisedCode(typed: string): string {
  return typed
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .join(' ')
}

/** What is stored of a code: scrypt with the secret and the conversation as salt, base64url. Takes about 50 ms of a core. */
export function returnCodeHash(code: string, conversation: string, secret: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const salt = `folkmoot return code ${conversation} ${secret}`
    scrypt(normalisedCode(code), salt, 24, { N: 2 ** 14, r: 8, p: 1 }, (error, key) => {
      if (error) reject(error)
      else resolve(key.toString('base64url'))
    })
  })
}
