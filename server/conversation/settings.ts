// What a facilitator may set for one conversation: one row for each setting with what is allowed and its default; what
// it is called and a sentence of help stand in server/protocol/setting-words. The store keeps only what differs from the defaults.
import * as v from 'valibot'
import { FEWEST_IN_A_CELL } from '../protocol/entry-questions.ts'
import { en as english } from '../protocol/setting-words/en.ts'
import { cy as welsh } from '../protocol/setting-words/cy.ts'
import type { Language } from '../protocol/values.ts'
import { identityRows } from '../identity/identity-settings.ts'
import { STATEMENT_LENGTH } from '../protocol/statement-text.ts'
import { resultsRows } from './results-settings.ts'
import { scheduleRows } from './schedule.ts'
import { siteRows } from '../sites/site-settings.ts'
import { themeRows } from '../theme/theme-settings.ts'

/** An origin as browsers write it: scheme, host and port, nothing after. */
const origin = v.pipe(
  v.string(),
  v.check(isOrigin, 'must be an origin such as https://www.example.org, without a path'),
)

const number = (least: number, most: number, usual: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), usual)

const rows = {
  opensAt: number(7, 1000, 7),
  smallestGroup: number(FEWEST_IN_A_CELL, 50, FEWEST_IN_A_CELL),
  pinnedGroups: v.optional(v.picklist([0, 2, 3, 4, 5]), 0),
  statementLength: number(STATEMENT_LENGTH.least, STATEMENT_LENGTH.most, STATEMENT_LENGTH.usual),
  whoWrites: v.optional(v.picklist(['anyone', 'approval', 'staff']), 'approval'),
  strictModeration: v.optional(v.boolean(), false),
  pinned: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(3)), []),
  ...identityRows,
  ...resultsRows,
  ...scheduleRows,
  languages: v.optional(v.pipe(v.array(v.picklist(['en', 'cy'])), v.minLength(1), v.maxLength(2)), [
    'en',
    'cy',
  ]),
  openData: v.optional(v.boolean(), false),
  keepUntil: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => text === '' || v.is(v.pipe(v.string(), v.isoDate()), text),
        'must be a day such as 2027-03-04',
      ),
    ),
    '',
  ),
  origins: v.optional(v.pipe(v.array(origin), v.maxLength(50)), []),
  ...siteRows,
  ...themeRows,
}

export const conversationSettings = v.strictObject(rows)
export type ConversationSettings = v.InferOutput<typeof conversationSettings>
export type SettingName = keyof ConversationSettings

const parsed = new WeakMap<object, ConversationSettings>()

/** The settings of a conversation, from what is stored of them; throws for what no settings can be. */
export function settingsOf({ settings }: { readonly settings: object }): ConversationSettings {
  let known = parsed.get(settings)
  if (known === undefined) {
    known = v.parse(conversationSettings, settings)
    parsed.set(settings, known)
  }
  return known
}

/** Names of all settings, in the order in which they are listed. */
export const settingNames = Object.keys(rows) as readonly SettingName[] // Object.keys forgets the keys' type

/** One sentence on what a setting does. */
export function helpOf(name: SettingName, language: Language = 'en'): string {
  return { en: english, cy: welsh }[language][`${name}.help`]
}

/** What may be set, as the command line takes it; empty where the sentence of help says it. */
export function formatOf(name: SettingName): string {
  const { wrapped } = rows[name]
  const options = wrapped.type === 'array' ? wrapped.item : wrapped
  if (options.type === 'picklist') return `One of ${options.options.join(', ')}.`
  return (
    {
      votingFrom: 'As in 2026-03-04T09:00.',
      votingUntil: 'As in 2026-04-01T17:00.',
      keepUntil: 'As in 2027-03-04.',
    }[name as string] ?? ''
  )
}

/** True for a setting whose value is not to be shown to anybody. */
export function isSecret(name: SettingName): boolean {
  return name === 'identitySecret'
}

/** True for a setting that reports and exports may tell: nothing secret, and nothing that names people. */
export function isForEverybody(name: SettingName): boolean {
  return !isSecret(name) && !namesPeople(name)
}

/** True for a setting that names people: only those who may change it see it. */
export function namesPeople(name: SettingName): boolean {
  return name === 'identityAllowList'
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}
