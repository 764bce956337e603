// Changes some settings of a conversation, all of them or none, and says in words what is not allowed.
import * as v from 'valibot'
import { troublesOfTheme } from '../theme/check-theme.ts'
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
      /** One sentence for each thing that is wrong. */
      readonly problems: readonly string[]
    }

/** The settings after the changes; `stored` is what the store keeps of them now. */
export function changeSettings(
  stored: Readonly<Record<string, unknown>>,
  changes: SettingChanges,
): ChangedSettings {
  const wanted = Object.fromEntries(
    Object.entries({ ...stored, ...changes }).filter(([, value]) => value !== undefined),
  )
  const parsed = v.safeParse(conversationSettings, wanted)
  if (!parsed.success) return { problems: parsed.issues.map(sentenceOf) }
  const settings = parsed.output
  const troubles = troublesOfTheme(settings)
  if (troubles.length > 0) return { problems: troubles }
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

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  return path === null ? issue.message : `${path}: ${issue.message}`
}
