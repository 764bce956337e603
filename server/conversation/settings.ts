// What a facilitator may set for one conversation: one row for each setting with its sentence of help, what is allowed
// and its default. The store keeps only what differs from the defaults.
import * as v from 'valibot'
import { identityRows } from '../identity/identity-settings.ts'
import { STATEMENT_LENGTH } from '../protocol/statement-text.ts'
import { siteRows } from '../sites/site-settings.ts'
import { themeRows } from '../theme/theme-settings.ts'

/** An origin as browsers write it: scheme, host and port, nothing after. */
const origin = v.pipe(
  v.string(),
  v.check(isOrigin, 'must be an origin such as https://www.example.org, without a path'),
)

const rows = {
  opensAt: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(7),
      v.maxValue(1000),
      v.description('Number of people at which the map opens, 7 to 1000.'),
    ),
    7,
  ),
  strictModeration: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Whether only statements that a moderator has accepted are shown and counted.'),
    ),
    false,
  ),
  pinned: v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
      v.maxLength(3),
      v.description('Numbers of up to three statements that everyone sees first, in this order.'),
    ),
    [],
  ),
  whoWrites: v.optional(
    v.pipe(
      v.picklist(['anyone', 'approval', 'staff']),
      v.description(
        'Who may write statements: anyone (shown at once), approval (shown once a moderator has accepted them), or staff.',
      ),
    ),
    'approval',
  ),
  statementLength: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(STATEMENT_LENGTH.least),
      v.maxValue(STATEMENT_LENGTH.most),
      v.description('Characters that a new statement may have, 60 to 400.'),
    ),
    STATEMENT_LENGTH.usual,
  ),
  origins: v.optional(
    v.pipe(
      v.array(origin),
      v.maxLength(50),
      v.description(
        'Sites whose pages may show this conversation in a frame, such as https://www.example.org.',
      ),
    ),
    [],
  ),
  ...identityRows,
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
export function helpOf(name: SettingName): string {
  return v.getDescription(rows[name].wrapped as v.GenericSchema) ?? '' // a union of schemas is one of them
}

/** True for a setting whose value is not to be shown to anybody. */
export function isSecret(name: SettingName): boolean {
  return name === 'identitySecret'
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}
