// Which settings the map depends on. Every setting has to say so: one that is added does not compile before it has.
import type { MapSettings } from '../protocol/map-settings.ts'
import { type ConversationSettings, conversationSettings, type SettingName } from './settings.ts'
import * as v from 'valibot'

const changesTheMap = {
  opensAt: true,
  smallestGroup: true,
  pinnedGroups: true,
  strictModeration: true,
  statementLength: false,
  whoWrites: false,
  pinned: false,
  whoVotes: false,
  identitySecret: false,
  identityPublicKey: false,
  identityAllowList: false,
  unsignedIdentity: false,
  resultsVisible: false,
  resultsAfterVotes: false,
  resultsRevealed: false,
  votingFrom: false,
  votingUntil: false,
  timeZone: false,
  languages: false,
  openData: false,
  keepUntil: false,
  origins: false,
  site: false,
  newPagesAreClosed: false,
  pagesLimit: false,
  page: false,
  themeAccent: false,
  themeAccentDark: false,
  themeGround: false,
  themeGroundDark: false,
  themePaper: false,
  themePaperDark: false,
  themeInk: false,
  themeInkDark: false,
  themeFonts: false,
  themeRadius: false,
} as const satisfies Readonly<Record<SettingName, boolean>>

type Deciding = {
  [Name in SettingName]: (typeof changesTheMap)[Name] extends true ? Name : never
}[SettingName]

/** The settings of a conversation on which its map depends. */
export function mapSettingsOf(settings: ConversationSettings): MapSettings {
  const { opensAt, smallestGroup, pinnedGroups, strictModeration } = settings
  return { opensAt, smallestGroup, pinnedGroups, strictModeration } satisfies Record<Deciding, unknown>
}

/** What of these settings differs from the defaults, as the store keeps it. */
export function storedMapSettings(settings: MapSettings): Readonly<Record<string, unknown>> {
  const usual = mapSettingsOf(v.parse(conversationSettings, {}))
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== usual[name as keyof MapSettings]), // its own keys
  )
}
