// Changes some settings of a conversation, all of them or none, and says in words what is not allowed.
import * as v from 'valibot'
import { troublesOfTheme } from '../theme/check-theme.ts'
import { endsBeforeItBegins } from './schedule.ts'
import { ruleOf, type SettingProblem } from './setting-problems.ts'
import {
  type ConversationSettings,
  conversationSettings,
  settingNames,
  type SettingName,
} from './settings.ts'

/** New values by name; undefined brings the default back. */
export type SettingChanges = Readonly<Partial<Record<SettingName, unknown>>>

export type ChangedSettings =
  | {
      /** What is to be stored: all that differs from the defaults. */
      readonly stored: Readonly<Record<string, unknown>>
      readonly settings: ConversationSettings
    }
  | {
      /** What is wrong; never empty. */
      readonly problems: readonly SettingProblem[]
    }

/**
 * The settings after the changes; `stored` is what the store keeps of them now, `hasVotes` whether anybody has voted.
 * Of what is wrong only the changed settings are named.
 */
export function changeSettings(
  stored: Readonly<Record<string, unknown>>,
  changes: SettingChanges,
  { hasVotes = false }: { readonly hasVotes?: boolean } = {},
): ChangedSettings {
  const wanted = Object.fromEntries(
    Object.entries({ ...stored, ...changes }).filter(([, value]) => value !== undefined),
  )
  const parsed = v.safeParse(conversationSettings, wanted)
  if (!parsed.success) {
    const names = new Set(parsed.issues.map((issue) => issue.path?.[0]?.key as SettingName)) // the schema is strict
    return { problems: [...names].map((name) => ruleOf(name)) }
  }
  const settings = parsed.output
  const problems = problemsTogether(settings, changes)
  const before = v.parse(conversationSettings, stored)
  if (hasVotes && settings.openData && !before.openData) problems.push(ruleOf('openData', 'openDataLate'))
  if (problems.length > 0) return { problems }
  const defaults = v.parse(conversationSettings, {})
  const differs = (name: SettingName) => JSON.stringify(settings[name]) !== JSON.stringify(defaults[name])
  return {
    stored: Object.fromEntries(settingNames.filter(differs).map((name) => [name, settings[name]])),
    settings,
  }
}

/**
 * The value that a person wrote in one line: of the readings as a number, truth value or other JSON, as plain text, and
 * as a list parted by commas, of text or of numbers, the first that the setting allows; the plain text where it allows none.
 */
export function readSetting(name: SettingName, text: string): unknown {
  const list = text.split(',').flatMap((part) => part.trim() || [])
  const schema = conversationSettings.entries[name] as v.GenericSchema // a union of schemas is one of them
  return (
    [asJson(text), text, list, list.map(asJson)].find(
      (value) => value !== undefined && v.is(schema, value),
    ) ?? text
  )
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What is wrong although each setting by itself is allowed. */
function problemsTogether(settings: ConversationSettings, changes: SettingChanges): SettingProblem[] {
  const problems: SettingProblem[] = []
  const changed = (start: string) => settingNames.find((name) => name.startsWith(start) && name in changes)
  const ends = changed('voting') ?? changed('timeZone')
  if (ends !== undefined && endsBeforeItBegins(settings)) problems.push(ruleOf(ends, 'endsFirst'))
  const english = troublesOfTheme(settings)
  const welsh = troublesOfTheme(settings, 'cy')
  const colour = changed('theme')
  if (colour !== undefined) {
    english.forEach((en, i) => problems.push({ setting: colour, words: { en, cy: welsh[i]! } }))
  }
  return problems
}
