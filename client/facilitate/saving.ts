// Settings are saved as one goes. What is typed is a draft until the service has taken it; a draft that is refused stays where it
// is, with the reason, and one that somebody else's change has overtaken waits for a decision.
//
//   edit ──▶ draft ──(a moment later)──▶ PATCH {value, was} ──▶ saved │ refused (why) │ meanwhile (what is there now)
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import {
  meanwhile as meanwhileSchema,
  settingTroubles,
  staffConversation,
} from '../../server/protocol/facilitate/conversation.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { conversation } from './conversation.ts'

export type SavingState =
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'saved'; readonly atMs: number }
  | { readonly kind: 'refused'; readonly words: readonly string[] }
  | {
      readonly kind: 'meanwhile'
      readonly now: unknown
      readonly by: string | null
      readonly atMs: number | null
    }

interface Draft {
  readonly value: unknown
  /** What was there when the change was begun. */
  readonly was: unknown
}

/** What has been entered and is not saved. */
export const drafts = signal<ReadonlyMap<string, Draft>>(new Map())
export const savingStates = signal<ReadonlyMap<string, SavingState>>(new Map())

const TYPING_MS = 700
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** What is stored under a name. */
export function storedValue(name: string): unknown {
  const shown = conversation.value
  if (shown === undefined) return undefined
  if (name === 'topic' || name === 'description' || name === 'questions') return shown[name]
  if (name === 'purpose.en') return shown.purpose.en
  if (name === 'purpose.cy') return shown.purpose.cy
  return shown.settings[name]
}

/** What the field shows: the draft, else what is stored. */
export function shownValue(name: string): unknown {
  const draft = drafts.value.get(name)
  return draft === undefined ? storedValue(name) : draft.value
}

/** Takes a new value; it is saved once nothing more is typed, or at once. Names that belong together are saved together. */
export function edit(name: string, value: unknown, { isTyping = false, group = [name] } = {}): void {
  const was = drafts.value.get(name)?.was ?? storedValue(name)
  drafts.value = new Map(drafts.value).set(name, { value, was })
  setState(name, { kind: 'waiting' })
  const key = group.join()
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => void save(group), isTyping ? TYPING_MS : 0),
  )
}

let lastSave: Promise<void> = Promise.resolve()

/** Saves what of these names is a draft, after whatever is being saved: one's own change is nobody else's. */
export function save(names: readonly string[]): Promise<void> {
  lastSave = lastSave.then(() => saveNow(names))
  return lastSave
}

async function saveNow(names: readonly string[]): Promise<void> {
  const id = conversation.value?.id
  const sent = new Map([...drafts.value].filter(([name]) => names.includes(name)))
  if (id === undefined || sent.size === 0) return
  for (const name of sent.keys()) setState(name, { kind: 'saving' })
  const answer = await askStaff(facilitateApi.settings(id), staffConversation, {
    method: 'PATCH',
    body: {
      changes: Object.fromEntries(
        [...sent].map(([name, { value, was }]) => [name, { value: value ?? null, was: was ?? null }]),
      ),
    },
  })
  if ('refusal' in answer) return refuse(answer.refusal, sent)
  conversation.value = answer.value
  const left = new Map(drafts.value)
  for (const [name, draft] of sent) {
    // What was typed meanwhile is a draft still, made from what is stored now.
    const newer = left.get(name)
    if (newer === draft) left.delete(name)
    else if (newer !== undefined) left.set(name, { ...newer, was: storedValue(name) })
    setState(name, newer === draft ? { kind: 'saved', atMs: Date.now() } : { kind: 'waiting' })
  }
  drafts.value = left
}

/** Leaves the draft and takes what somebody else has saved. */
export function takeTheirs(name: string): void {
  const left = new Map(drafts.value)
  left.delete(name)
  drafts.value = left
  const states = new Map(savingStates.value)
  states.delete(name)
  savingStates.value = states
}

/** Saves the draft over what somebody else has saved. */
export function saveMine(name: string): void {
  const state = savingStates.value.get(name)
  const draft = drafts.value.get(name)
  if (state?.kind !== 'meanwhile' || draft === undefined) return
  drafts.value = new Map(drafts.value).set(name, { value: draft.value, was: state.now })
  void save([name])
}

function refuse({ code, message, detail }: StaffRefusal, sent: ReadonlyMap<string, Draft>): void {
  const overtaken = code === 'changed-meanwhile' ? v.safeParse(meanwhileSchema, detail) : null
  const troubles = code === 'setting-not-allowed' ? v.safeParse(settingTroubles, detail) : null
  for (const name of sent.keys()) {
    if (overtaken?.success === true && name in overtaken.output.now) {
      const { now, by, atMs } = overtaken.output
      setState(name, { kind: 'meanwhile', now: now[name], by, atMs })
    } else if (troubles?.success === true) {
      const own = troubles.output.problems[name]
      // Of several that are saved together, one may be what the others cannot be with.
      setState(name, { kind: 'refused', words: own ?? Object.values(troubles.output.problems).flat() })
    } else setState(name, { kind: 'refused', words: [message] })
  }
}

function setState(name: string, state: SavingState): void {
  savingStates.value = new Map(savingStates.value).set(name, state)
}

/** Asks before a page is left on which something is not saved. */
export function askBeforeLeaving(): void {
  addEventListener('beforeunload', (event) => {
    if (drafts.value.size > 0) event.preventDefault()
  })
}
