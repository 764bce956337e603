// Changes what is set of a conversation, all of what is asked or nothing. Each change says what it was made from: where that is
// no longer what is there, nothing is changed, and the later person sees what the earlier one did.
import type { NewAuditEntry } from '../store/staff-store.ts'
import { changeSettings, type SettingChanges } from '../conversation/change-settings.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { isSecret, namesPeople, settingNames, type SettingName } from '../conversation/settings.ts'
import type { Meanwhile, WantedChanges } from '../protocol/facilitate/conversation.ts'
import type { Language } from '../protocol/values.ts'
import type { ConversationChange } from '../store/participation-store.ts'
import type { Store } from '../store/store.ts'
import { sayIn } from '../protocol/words/say.ts'
import { takeOver } from './describe-for-staff.ts'
import { inTurn } from './in-turn.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'
import { isWriting, type WritingName, writings, type Written } from './writings.ts'

/** Who changed each thing last, for as long as the service runs. */
export class LastChanges {
  readonly #last = new Map<string, { readonly by: string; readonly atMs: number }>()

  note(conversation: string, names: readonly string[], by: string, atMs: number): void {
    for (const name of names) this.#last.set(`${conversation} ${name}`, { by, atMs })
  }

  of(conversation: string, name: string): { readonly by: string | null; readonly atMs: number | null } {
    return this.#last.get(`${conversation} ${name}`) ?? { by: null, atMs: null }
  }
}

export type ChangeOutcome =
  | { readonly kind: 'changed'; /** Names. */ readonly changed: readonly string[] }
  | { readonly kind: 'meanwhile'; readonly meanwhile: Meanwhile }
  | { readonly kind: 'not-allowed'; readonly problems: Readonly<Record<string, readonly string[]>> }

export interface ChangeContext {
  readonly store: Store
  readonly conversation: LiveConversation
  readonly last: LastChanges
  readonly language: Language
  /** The line of the audit log for a setting that is changed, with what may stand there of it. */
  readonly audit: (name: string, detail: Readonly<Record<string, unknown>>) => NewAuditEntry
}

export function changeConversation(
  context: ChangeContext,
  wanted: WantedChanges['changes'],
): Promise<ChangeOutcome> {
  return inTurn(context.conversation.id, () => change(context, wanted))
}

async function change(
  { store, conversation, last, language, audit }: ChangeContext,
  wanted: WantedChanges['changes'],
): Promise<ChangeOutcome> {
  // The command line may have been there too.
  await takeOver(store, conversation)
  const { stored, settings } = conversation
  const names = Object.keys(wanted)
  const nowOf = (name: string): unknown =>
    isWriting(name) ? writings[name].now(stored) : settings[name as SettingName]
  const problems: Record<string, string[]> = {}
  const say = sayIn({ en, cy }, language)
  const texts = textsAfter(stored, names.filter(isWriting), wanted)
  for (const name of names) {
    if (isWriting(name)) {
      if (texts.refused.includes(name)) problems[name] = [say(writings[name].rule)]
    } else if (!isSetting(name)) problems[name] = [say('unknownSetting')]
  }
  const moved = names.filter(
    (name) =>
      problems[name] === undefined &&
      !(isSetting(name) && isSecret(name)) &&
      !isSame(nowOf(name), wanted[name]!.was) &&
      !isSame(nowOf(name), wanted[name]!.value),
  )
  if (moved.length > 0) {
    return {
      kind: 'meanwhile',
      meanwhile: {
        now: Object.fromEntries(moved.map((name) => [name, nowOf(name)])),
        ...last.of(conversation.id, moved[0]!),
      },
    }
  }
  const forSettings: SettingChanges = Object.fromEntries(
    names.filter(isSetting).map((name) => [name, wanted[name]!.value ?? undefined]),
  )
  const changed = changeSettings(stored.settings, forSettings, { hasVotes: conversation.sequence > 0 })
  if ('problems' in changed) {
    for (const { setting, words } of changed.problems) (problems[setting] ??= []).push(words[language])
  }
  if ('problems' in changed || Object.keys(problems).length > 0) return { kind: 'not-allowed', problems }

  const written = names.filter(
    (name) => !isSame(nowOf(name), wanted[name]!.value ?? null) || wanted[name]!.value === null,
  )
  const opensOn = changed.settings.votingFrom === '' ? null : changed.settings.votingFrom.slice(0, 10)
  const set: ConversationChange = {
    ...(Object.keys(forSettings).length > 0 && { settings: changed.stored }),
    ...('votingFrom' in forSettings && { opensOn }),
  }
  const lines = written.map((name) => {
    const to = isWriting(name)
      ? writings[name].now({ ...stored, ...texts.change })
      : changed.settings[name as SettingName]
    return audit(name, detailOf(name, nowOf(name), to))
  })
  // All of it or none, and the revision is raised, so that other processes notice.
  await store.participation.changeConversation(conversation.id, { ...texts.change, ...set }, lines)
  // A change of the mode of moderation may have released statements.
  await takeOver(store, conversation, 'whoWrites' in forSettings || 'strictModeration' in forSettings)
  return { kind: 'changed', changed: written }
}

/** What is stored of new texts, one after the other, and the names of those that are not allowed. */
function textsAfter(
  stored: Written,
  names: readonly WritingName[],
  wanted: WantedChanges['changes'],
): { readonly change: Partial<Written>; readonly refused: readonly WritingName[] } {
  let change: Partial<Written> = {}
  const refused: WritingName[] = []
  for (const name of names) {
    const after = writings[name].after({ ...stored, ...change }, wanted[name]!.value)
    if (after === undefined) refused.push(name)
    else change = { ...change, ...after }
  }
  return { change, refused }
}

/** Nothing secret, nothing that names people, and no long texts. */
function detailOf(name: string, from: unknown, to: unknown): Readonly<Record<string, unknown>> {
  if (name === 'topic') return { from, to }
  if (isWriting(name)) return {}
  const setting = name as SettingName // what is no text is a setting
  if (isSecret(setting) || namesPeople(setting) || name === 'identityPublicKey') return {}
  return { from, to }
}

function isSetting(name: string): name is SettingName {
  return (settingNames as readonly string[]).includes(name) && name !== 'page'
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
