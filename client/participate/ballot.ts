// The participant's side of the conversation: which statement is asked about, what they have voted, how far they are,
// and the votes still on their way.
//
//   castVote ──▶ outbox ──▶ socket ──▶ vote-accepted (after COMMIT) ──▶ votes, progress, next statement
//                  │  ▲
//                  ▼  └── after a reload, a lost connection or "try later"
//               device
import { batch, computed, signal } from '@preact/signals'
import type { ConversationChanged, Down, VoteRefused } from '../../server/protocol/down.ts'
import type { Boot } from '../../server/protocol/boot.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { Progress, Statement } from '../../server/protocol/statement.ts'
import type { Hello } from '../../server/protocol/up.ts'
import type { Vote } from '../../server/protocol/values.ts'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'
import { boot } from '../page/boot.ts'
import { connect, type Connection } from '../connection/connection.ts'
import { Outbox, type UnsentVote } from '../connection/outbox.ts'
import { identity } from '../embed/frame.ts'
import { newMutationId } from '../connection/mutation-id.ts'
import { keepToken, storedToken } from '../connection/token-keeper.ts'
import { keepUnsentVote, loadUnsentVotes, removeUnsentVote } from '../connection/vote-shelf.ts'
import {
  afterDrawing,
  connectionReason,
  connectionState,
  loadStatements,
  receive,
  snapshot,
  statements,
} from '../conversation/state.ts'

/** The statement that is asked about: null when none is left, undefined while it is not known. */
export const current = signal<Statement | null | undefined>(undefined)
/** Own votes by statement, those on their way included. */
export const ownVotes = signal<ReadonlyMap<number, Vote>>(new Map())
const stored = signal<Progress | null>(null)
/** How many votes on their way add to the stored ones; negative while more are being withdrawn. */
const gain = signal(0)
/** How far the reader has come; votes on their way count for the one who cast them. */
export const progress = computed<Progress | null>(() => {
  if (!stored.value) return null
  const { voted, of } = stored.value
  return { voted: Math.min(of, Math.max(0, voted + gain.value)), of }
})
/** The vote just cast on the current statement, until the next statement is there. */
export const chosen = signal<Vote | null>(null)
/** The vote cast last on this page, which can be undone. */
export const lastCast = signal<Statement | null>(null)
/** How many votes are waiting to be sent or acknowledged. */
export const waiting = signal(0)
/** How many votes of this page the server has stored. */
export const acknowledged = signal(0)
/** Why the last vote was not counted, or not yet. */
export const refusal = signal<ErrorCode | null>(null)

/** Whom another site names, nothing is kept of on the device, which others may use: that site names them again. */
const isKept = identity === undefined

/** How often the conversation or its statements have changed, or the connection has come back. */
export const seriesOfChanges = signal(0)

let conversationId = ''
let token: string | undefined
let outbox = new Outbox()
/**
 * The own votes that this page holds are those up to here; where nothing came after, they need not be sent again. A vote
 * of this page does not move it: another tab of the same person may have voted just before.
 */
let heldUpTo: Hello['resume']
let connection: Connection | undefined
let resumeTimer: ReturnType<typeof setTimeout> | undefined

/** Goes on from what the server wrote into the page, so that its script changes nothing that the reader sees. */
export function goOnFrom(first: NonNullable<Boot['first']>): void {
  current.value = first.statement
  stored.value = first.progress
}

/** Connects to the conversation as a participant, with the votes of an earlier visit that were not acknowledged. */
export async function takePartIn(id: string): Promise<void> {
  conversationId = id
  outbox = new Outbox(isKept ? await loadUnsentVotes(id) : [])
  token = isKept ? (storedToken(id) ?? outbox.votes[0]?.token ?? boot.first?.token) : undefined
  batch(() => {
    countWaiting()
    ownVotes.value = withUnsent(new Map())
  })
  connection = connect({
    hello: () => ({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      conversation: id,
      role: 'participant',
      ...(token !== undefined && { token }),
      ...(identity !== undefined && { identity }),
      ...(heldUpTo && { resume: heldUpTo }),
      ...(snapshot.value && { snapshotVersion: snapshot.value.version }),
    }),
    onMessage: hear,
    onState(state, reason) {
      batch(() => {
        connectionState.value = state
        connectionReason.value = reason
        if (state === 'open') return
        outbox.connectionLost()
        if (chosen.value !== null) moveOn()
      })
    },
  })
  // Without the texts the page still votes; it only cannot move on by itself while the connection is lost.
  await loadStatements(id).catch(() => undefined)
}

/** Votes on the current statement. The page answers at once; the next statement comes with the acknowledgement. */
export function castVote(vote: Vote): void {
  const statement = current.value
  const as = token // it came with the first welcome, before the first statement
  if (!statement || chosen.value !== null || as === undefined) return
  delete document.documentElement.dataset.still // from here on statements arrive
  batch(() => {
    chosen.value = vote
    lastCast.value = statement
    send(statement.id, vote, as)
    if (connectionState.value !== 'open') moveOn()
  })
}

/** Votes anew on a statement that was voted on before, or withdraws the vote (null). The statement shown stays. */
export function changeVote(statement: number, vote: Vote | null): void {
  if (token === undefined) return
  if (lastCast.value?.id === statement) lastCast.value = null
  send(statement, vote, token)
}

/** Withdraws the vote cast last and asks about its statement again. */
export function undoLastVote(): void {
  const undone = lastCast.value
  const as = token
  if (!undone || as === undefined) return
  batch(() => {
    lastCast.value = null
    current.value = undone
    chosen.value = null
    send(undone.id, null, as)
  })
}

function send(statement: number, vote: Vote | null, as: string): void {
  const unsent: UnsentVote = {
    mutation: newMutationId(),
    conversation: conversationId,
    statement,
    vote,
    before: ownVotes.value.get(statement) ?? null,
    token: as,
    castAt: Date.now(),
  }
  outbox.add(unsent)
  if (isKept) void keepUnsentVote(unsent)
  batch(() => {
    refusal.value = null
    countWaiting()
    ownVotes.value = withVote(ownVotes.value, statement, vote)
    if (vote === null && current.value === null) moveOn()
  })
  sendNext()
}

/** The participant's token, once the server has said which. */
export function ownToken(): string | undefined {
  return token
}

/** Asks about this statement now. */
export function askAbout(statement: Statement): void {
  if (chosen.value === null) current.value = statement
}

/** A statement of the participant's own was stored, and with it their vote to agree. */
export function noteOwnStatement({ id }: { readonly id: number }): void {
  if (token !== undefined) keepToken(conversationId, token)
  ownVotes.value = new Map(ownVotes.value).set(id, 1)
}

/** Statements were opened or closed: what is asked about may be gone, or there may be something to ask again. */
function takeUpChange({ opened, closed }: ConversationChanged): void {
  seriesOfChanges.value += 1
  if (opened === null) void loadStatements(conversationId).catch(() => undefined)
  const of = statements.value.size
  if (stored.value && opened !== null && of > 0) stored.value = { ...stored.value, of }
  const isGone = current.value && closed.includes(current.value.id)
  if (chosen.value === null && (current.value === null || isGone)) moveOn()
}

function hear(message: Down): void {
  receive(message)
  batch(() => {
    if (message.type === 'conversation-changed') takeUpChange(message)
    else if (message.type === 'welcome') {
      seriesOfChanges.value += 1
      token = message.token ?? token
      heldUpTo = { epoch: message.epoch, sequence: message.sequence }
      ownVotes.value = withUnsent(message.votes ? new Map(message.votes) : ownVotes.value)
      stored.value = message.progress ?? null
      show(message.next ?? null)
      sendNext()
    } else if (message.type === 'vote-accepted') {
      if (isKept && token !== undefined) keepToken(conversationId, token)
      settle(message.mutation)
      stored.value = message.progress
      acknowledged.value += 1
      refusal.value = null
      show(message.next)
      sendNext()
    } else if (message.type === 'vote-refused') {
      refuse(message)
    } else if (message.type === 'snapshot') {
      afterDrawing(() => connection?.send({ type: 'grant-credit' }))
    }
  })
}

function refuse(message: VoteRefused): void {
  refusal.value = message.code
  if (message.retryAfterMs !== undefined) {
    outbox.postpone(message.mutation, Date.now() + message.retryAfterMs)
    sendNext()
    return
  }
  const vote = settle(message.mutation)
  if (vote) ownVotes.value = withVote(ownVotes.value, vote.statement, vote.before)
  if (message.progress) stored.value = message.progress
  if (message.next !== undefined) show(message.next)
  else chosen.value = null
  sendNext()
}

/** The vote is no longer on its way. */
function settle(mutation: string): UnsentVote | undefined {
  const vote = outbox.settle(mutation)
  countWaiting()
  if (vote) void removeUnsentVote(mutation)
  return vote
}

/** Shows the statement that the server asks about next, where the one on the page has been answered. */
function show(next: Statement | null): void {
  // What the reader is still thinking about stays, also when an earlier vote was changed or undone meanwhile.
  if (current.value && chosen.value === null && !ownVotes.value.has(current.value.id)) return
  // While votes are on their way the server knows less than this page does.
  if (next && outbox.votes.some((vote) => vote.statement === next.id)) return moveOn()
  current.value = next
  chosen.value = null
}

/** Picks the next statement on this device, where the server cannot be asked or does not know all votes yet. */
function moveOn(): void {
  if (statements.value.size === 0) return // nothing to pick from: the buttons wait for the connection
  const votes = ownVotes.value
  const open = [...statements.value].filter(([id]) => !votes.has(id))
  const [id, text] = open[Math.floor(Math.random() * open.length)] ?? []
  current.value = id === undefined || text === undefined ? null : { id, text }
  chosen.value = null
}

function countWaiting(): void {
  waiting.value = outbox.votes.length
  gain.value = outbox.votes.reduce(
    (sum, { vote, before }) => sum + Number(vote !== null) - Number(before !== null),
    0,
  )
}

function withUnsent(stored: ReadonlyMap<number, Vote>): ReadonlyMap<number, Vote> {
  return outbox.votes.reduce((votes, { statement, vote }) => withVote(votes, statement, vote), stored)
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

function sendNext(): void {
  clearTimeout(resumeTimer)
  if (connectionState.value !== 'open') return
  const now = Date.now()
  if (outbox.resumesAt > now) {
    resumeTimer = setTimeout(sendNext, outbox.resumesAt - now)
    return
  }
  const frame = outbox.take(now)
  if (frame && !connection?.send(frame)) outbox.connectionLost()
}
