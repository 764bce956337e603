// The participant's side of the conversation as signals: which statement is asked about, what they have voted, how far they are,
// and what is still on its way. Acts (ballot.ts) and messages of the server (take-part.ts) write, the components read.
import { computed, signal } from '@preact/signals'
import type { Boot } from '../../server/protocol/boot.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { Progress, Statement } from '../../server/protocol/statement.ts'
import type { Vote } from '../../server/protocol/values.ts'
import type { UnsentVote } from '../connection/outbox.ts'
import { statements } from '../conversation/state.ts'

/** The statement that is asked about: null when none is left, undefined while it is not known. */
export const current = signal<Statement | null | undefined>(undefined)
/** Own votes by statement, those on their way included. */
export const ownVotes = signal<ReadonlyMap<number, Vote>>(new Map())
/** Votes that are waiting to be sent or acknowledged, oldest first. */
export const unsent = signal<readonly UnsentVote[]>([])
/** How far the reader has come by what the server has stored. */
export const stored = signal<Progress | null>(null)
/** How far the reader has come; votes on their way count for the one who cast them. */
export const progress = computed<Progress | null>(() => {
  if (!stored.value) return null
  const { voted, of } = stored.value
  const gain = unsent.value.reduce(
    (sum, { vote, before }) => sum + Number(vote !== null) - Number(before !== null),
    0,
  )
  return { voted: Math.min(of, Math.max(0, voted + gain)), of }
})
/** The vote just cast on the current statement, until the next statement is there. */
export const chosen = signal<Vote | null>(null)
/** The vote cast last on this page, which can be undone. */
export const lastCast = signal<Statement | null>(null)
/** How many votes are waiting to be sent or acknowledged. */
export const waiting = computed(() => unsent.value.length)
/** How many votes of this page the server has stored. */
export const acknowledged = signal(0)
/** Why the last vote was not counted, or not yet. */
export const refusal = signal<ErrorCode | null>(null)
/** How many votes arrived when nobody might vote any more, since this page sent its last one. */
export const tooLate = signal(0)
/** How often the conversation or its statements have changed, or the connection has come back. */
export const seriesOfChanges = signal(0)

/** Goes on from what the server wrote into the page, so that its script changes nothing that the reader sees. */
export function goOnFrom(first: NonNullable<Boot['first']>): void {
  current.value = first.statement
  stored.value = first.progress
}

/** Shows the statement that the server asks about next, where the one on the page has been answered. */
export function show(next: Statement | null): void {
  // What the reader is still thinking about stays, also when an earlier vote was changed or undone meanwhile.
  if (current.value && chosen.value === null && !ownVotes.value.has(current.value.id)) return
  // While votes are on their way the server knows less than this page does.
  if (next && unsent.value.some((vote) => vote.statement === next.id)) return moveOn()
  current.value = next
  chosen.value = null
}

/** Picks the next statement on this device, where the server cannot be asked or does not know all votes yet. */
export function moveOn(): void {
  if (statements.value.size === 0) return // nothing to pick from: the buttons wait for the connection
  const votes = ownVotes.value
  const open = [...statements.value].filter(([id]) => !votes.has(id))
  const [id, text] = open[Math.floor(Math.random() * open.length)] ?? []
  current.value = id === undefined || text === undefined ? null : { id, text }
  chosen.value = null
}

/** Takes over one's stored votes; those on their way come on top. */
export function holdVotes(votes: ReadonlyMap<number, Vote>): void {
  ownVotes.value = unsent.value.reduce((all, { statement, vote }) => withVote(all, statement, vote), votes)
}

/** Notes an own vote; null where it is withdrawn. */
export function noteVote(statement: number, vote: Vote | null): void {
  ownVotes.value = withVote(ownVotes.value, statement, vote)
}

function withVote(
  votes: ReadonlyMap<number, Vote>,
  statement: number,
  vote: Vote | null,
): ReadonlyMap<number, Vote> {
  const changed = new Map(votes)
  if (vote === null) changed.delete(statement)
  else changed.set(statement, vote)
  return changed
}
