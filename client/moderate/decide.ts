// Deciding: one request for each decision, under a name that makes a retry harmless. Nothing is taken for done before the
// service says so; where it cannot, everything stays where it was, with the reason in words.
import { batch, signal } from '@preact/signals'
import * as v from 'valibot'
import { type Act, actResult, type ActResult, queueItem } from '../../server/protocol/moderation.ts'
import type { QueueItem } from '../../server/protocol/moderation.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { newMutationId } from '../connection/mutation-id.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { chosen, conversation, counts, items, look, patch, trouble } from './queue.ts'
import { say } from './say.ts'

/** Without what every act has. */
export type Decision = Act extends infer Each
  ? Each extends Act
    ? Omit<Each, 'mutation' | 'note'>
    : never
  : never

/** What was done last, in words, for everybody to read and for screen readers to say. */
export const announcement = signal('')
/** Acts of this page that can be undone, the newest last. */
export const undoable = signal<readonly number[]>([])
export const isDeciding = signal(false)

/** The last decision that was not answered, with its name, so that the same one is never carried out twice. */
let unanswered: { readonly said: string; readonly mutation: string } | null = null

/** Resolves while nothing is being decided, so that a key pressed meanwhile waits for its turn instead of being lost. */
export async function untilDecided(): Promise<void> {
  while (isDeciding.value) {
    await new Promise<void>((resolve) => {
      const stop = isDeciding.subscribe((isBusy) => {
        if (isBusy) return
        queueMicrotask(() => stop())
        resolve()
      })
    })
  }
}

/** Carries out a decision; null where it is done, else why not. */
export async function decide(decision: Decision, note = ''): Promise<StaffRefusal | null> {
  if (isDeciding.value) return null
  isDeciding.value = true
  const said = JSON.stringify([decision, note])
  const mutation = unanswered?.said === said ? unanswered.mutation : newMutationId()
  unanswered = { said, mutation }
  const body = { ...decision, note, mutation }
  const answer = await askStaff(staffApi.queueActs(conversation), actResult, { body })
  isDeciding.value = false
  if ('refusal' in answer) {
    const { refusal } = answer
    if (refusal.code !== 'storage-unavailable') unanswered = null
    batch(() => {
      trouble.value = refusal
      const now = v.safeParse(v.object({ items: v.array(queueItem) }), refusal.detail)
      // Somebody else was faster: what they decided is shown.
      if (now.success) patch(now.output.items)
    })
    return refusal
  }
  unanswered = null
  take(answer.value)
  return null
}

/** Undoes the newest act of this page. */
export async function undoLast(): Promise<StaffRefusal | null> {
  const act = undoable.value.at(-1)
  if (act === undefined) {
    announcement.value = say('nothingToUndo')
    return null
  }
  const refusal = await decide({ kind: 'undo', act })
  // What somebody has changed since cannot be undone from here any more.
  if (refusal === null || refusal.code === 'changed-meanwhile') undoable.value = undoable.value.slice(0, -1)
  return refusal
}

function take(result: ActResult): void {
  batch(() => {
    trouble.value = null
    counts.value = result.counts
    chosen.value = new Set()
    if (result.kind !== 'undo') undoable.value = [...undoable.value, result.act].slice(-200)
    patch([...result.items, ...result.left.map(({ item }) => item)])
    // What has come back is what the moderator wants to see.
    const back =
      result.kind === 'undo' && items.value?.find(({ id }) => result.items.some((each) => each.id === id))
    if (back) look(back.id)
    announcement.value = wordsFor(result)
  })
}

const doneWords = {
  accept: 'doneAccept',
  reject: 'doneReject',
  return: 'doneReturn',
  merge: 'doneMerge',
  reword: 'doneReword',
  split: 'doneSplit',
  flag: 'doneFlag',
  undo: 'doneUndo',
  release: 'doneUndo',
  withdraw: 'doneUndo',
} as const

function wordsFor({ kind, items: changed, left, counts: { pending } }: ActResult): string {
  const about = kind === 'reword' || kind === 'split' ? changed.slice(0, 1) : changed
  const done = say(doneWords[kind], { what: named(about) })
  return [done, ...leftWords(left), say('waitingNow', { count: pending })].join(' ')
}

function leftWords(left: ActResult['left']): string[] {
  const count = left.length
  if (count === 0) return []
  const name = left.map(({ by }) => by).find((by) => by !== null)
  return [
    name === undefined || name === null ? say('leftChanged', { count }) : say('leftClaimed', { count, name }),
  ]
}

function named(about: readonly QueueItem[]): string {
  if (about.length === 1) return say('oneStatement', { number: String(about[0]!.id) })
  return say('severalStatements', { count: about.length })
}
