// A line of the audit log in the words of whoever reads it: the message of its code, filled from its detail. Lines that were
// written before there were codes say it themselves, in English.
import { cy as settingsInWelsh } from '../setting-words/cy.ts'
import { en as settingsInEnglish } from '../setting-words/en.ts'
import type { Language } from '../values.ts'
import { fillMessage, type Message, namesIn } from '../words/message.ts'
import { locales } from '../words/say.ts'
import { cy } from './audit-words/cy.ts'
import { en } from './audit-words/en.ts'
import type { AuditLine } from './audit.ts'

const catalogues = { en, cy }

/** Keys that are parts of lines rather than lines. */
type Part = 'statement' | 'statements' | 'andMore' | 'everywhere' | 'in' | 'none'

/** What stands within lines: values, choices on the stage, names of details. */
const KINDS = ['value', 'choice', 'detail'] as const
type Kind = (typeof KINDS)[number]

/** What can have been done. */
export type AuditCode = Exclude<keyof typeof en, Part | `${Kind}-${string}`>

const PARTS: ReadonlySet<string> = new Set<Part>([
  'statement',
  'statements',
  'andMore',
  'everywhere',
  'in',
  'none',
])
const isCode = (key: string) => !PARTS.has(key) && !KINDS.some((kind) => key.startsWith(`${kind}-`))
const LISTED = 20

export interface AuditText {
  readonly text: string
  /** Whether the text is in the language that was asked for, or in English. */
  readonly language: Language
  /** What else is told of it, name by name. */
  readonly more: readonly (readonly [name: string, value: string])[]
}

/** What a line says, in this language. */
export function auditText(
  { code, subject, detail }: Pick<AuditLine, 'code' | 'subject' | 'detail'>,
  language: Language,
): AuditText {
  const say = sayer(language)
  const message = code === null ? undefined : messageOf(code, language)
  const names = message === undefined ? [] : namesIn(message)
  const values = Object.fromEntries(names.map((name) => [name, say.value(name, detail?.[name])]))
  const left = Object.entries(detail ?? {}).filter(([name]) => !names.includes(name))
  return {
    text: message === undefined ? subject || (code ?? '') : say.fill(message, values),
    language: message === undefined ? 'en' : language,
    more: left.map(([name, value]) => [say.nameOf(name), say.value(name, value)]),
  }
}

/** Codes of the lines whose words, in this language, hold a text. */
export function auditCodesThatSay(text: string, language: Language): AuditCode[] {
  const wanted = text.toLowerCase()
  return Object.entries(catalogues[language])
    .filter(
      ([key, message]) =>
        isCode(key) &&
        message
          .replace(/\{\w+\}/g, '')
          .toLowerCase()
          .includes(wanted),
    )
    .map(([key]) => key as AuditCode) // as just made sure of
}

function messageOf(code: string, language: Language): string | undefined {
  const catalogue: Readonly<Record<string, string>> = catalogues[language]
  return isCode(code) ? catalogue[code] : undefined
}

function sayer(language: Language) {
  const catalogue: Readonly<Record<string, Message>> = catalogues[language]
  const settings: Readonly<Record<string, string>> = language === 'cy' ? settingsInWelsh : settingsInEnglish
  const rules = new Intl.PluralRules(locales[language])
  const numbers = new Intl.NumberFormat(locales[language])
  const fill = (message: Message, values: Readonly<Record<string, string | number>>) =>
    fillMessage(message, values, rules, numbers)
  const part = (key: Part, values: Readonly<Record<string, string | number>> = {}) =>
    fill(catalogue[key]!, values)

  function value(name: string, given: unknown): string {
    if (given === undefined || given === null || given === '') return '–'
    if (name === 'setting') return settings[`${String(given)}.label`] ?? value('', given)
    if (name === 'choice') return choice(String(given))
    if (name === 'statements' && isNumbers(given)) return statements(given)
    if (typeof given === 'number') return numbers.format(given)
    if (Array.isArray(given))
      return given.length === 0 ? part('none') : given.map((each) => value('', each)).join(', ')
    if (isGrant(given)) return grant(given)
    if (typeof given === 'object') return JSON.stringify(given)
    const known = catalogue[`value-${String(given)}`]
    return known === undefined ? String(given) : fill(known, {})
  }
  /** What a host chose for the screen; a countdown is told in seconds. */
  function choice(given: string): string {
    if (/^\d+$/.test(given))
      return `${Math.floor(Number(given) / 60)}:${`${Number(given) % 60}`.padStart(2, '0')}`
    const known = catalogue[`choice-${given}`]
    return known === undefined ? value('', given) : fill(known, {})
  }
  function statements(ids: readonly number[]): string {
    const listed = ids.slice(0, LISTED).join(', ')
    const list = ids.length <= LISTED ? listed : part('andMore', { list: listed, count: ids.length - LISTED })
    return part(ids.length === 1 ? 'statement' : 'statements', { list })
  }
  function grant({
    role,
    conversation,
  }: {
    readonly role: string
    readonly conversation: string | null
  }): string {
    const inWords = value('', role)
    return conversation === null
      ? part('everywhere', { role: inWords })
      : part('in', { role: inWords, conversation })
  }
  const nameOf = (name: string) => {
    const known = catalogue[`detail-${name}`]
    return known === undefined ? name : fill(known, {})
  }
  return { fill, value, nameOf }
}

function isNumbers(given: unknown): given is readonly number[] {
  return Array.isArray(given) && given.every((each) => typeof each === 'number')
}

function isGrant(given: unknown): given is { readonly role: string; readonly conversation: string | null } {
  return typeof given === 'object' && given !== null && 'role' in given && 'conversation' in given
}
