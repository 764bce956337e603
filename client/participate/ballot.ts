// The participant's side of the conversation: which statement is asked about, what they have voted, how far they are,
// and the votes still on their way.
//
//   castVote ──▶ outbox ──▶ socket ──▶ vote-accepted (after COMMIT) ──▶ votes, progress, next statement
//                  │  ▲
//                  ▼  └── after a reload, a lost connection or "try later"
//               device
import { batch, signal } from '@preact/signals'
import type { Down, Progress, VoteRefused } from '../../server/protocol/down.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { Statement } from '../../server/protocol/statement.ts'
import type { Vote } from '../../server/protocol/values.ts'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'
import { connect, type Connection } from '../connection/connection.ts'
import { Outbox, type UnsentVote } from '../connection/outbox.ts'
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
export const progress = signal<Progress | null>(null)
/** The vote just cast on the current statement, until the next statement is there. */
export const chosen = signal<Vote | null>(null)
/** How many votes are waiting to be sent or acknowledged. */
export const waiting = signal(0)
/** How many votes of this page the server has stored. */
export const acknowledged = signal(0)
/** Why the last vote was not counted, or not yet. */
export const refusal = signal<ErrorCode | null>(null)

let conversationId = ''
let token: string | undefined
let outbox = new Outbox()
let connection: Connection | undefined
let resumeTimer: ReturnType<typeof setTimeout> | undefined

/** Connects to the conversation as a participant, with the votes of an earlier visit that were not acknowledged. */
export async function takePartIn(id: string): Promise<void> {
  conversationId = id
  outbox = new Outbox(await loadUnsentVotes(id))
  token = storedToken(id) ?? outbox.votes[0]?.token
  batch(() => {
    waiting.value = outbox.votes.length
    ownVotes.value = withUnsent(new Map())
  })
  connection = connect({
    hello: () => ({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      conversation: id,
      role: 'participant',
      ...(token !== undefined && { token }),
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
  // The token came with the first welcome, before the first statement.
  if (!statement || chosen.value !== null || token === undefined) return
  const cast: UnsentVote = {
    mutation: newMutationId(),
    conversation: conversationId,
    statement: statement.id,
    vote,
    token,
    castAt: Date.now(),
  }
  outbox.add(cast)
  void keepUnsentVote(cast)
  batch(() => {
    chosen.value = vote
    refusal.value = null
    waiting.value = outbox.votes.length
    ownVotes.value = new Map(ownVotes.value).set(statement.id, vote)
    if (connectionState.value !== 'open') moveOn()
  })
  sendNext()
}

function hear(message: Down): void {
  receive(message)
  batch(() => {
    if (message.type === 'welcome') {
      token = message.token ?? token
      ownVotes.value = withUnsent(new Map(message.votes ?? []))
      progress.value = message.progress ?? null
      show(message.next ?? null)
      sendNext()
    } else if (message.type === 'vote-accepted') {
      if (token !== undefined) keepToken(conversationId, token)
      settle(message.mutation)
      progress.value = message.progress
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
  if (vote) {
    const votes = new Map(ownVotes.value)
    votes.delete(vote.statement)
    ownVotes.value = votes
  }
  if (message.progress) progress.value = message.progress
  if (message.next !== undefined) show(message.next)
  else chosen.value = null
  sendNext()
}

/** The vote is no longer on its way. */
function settle(mutation: string): UnsentVote | undefined {
  const vote = outbox.settle(mutation)
  waiting.value = outbox.votes.length
  if (vote) void removeUnsentVote(mutation)
  return vote
}

/** Shows the statement that the server asks about next, unless a vote on it is on its way already. */
function show(next: Statement | null): void {
  if (next && outbox.votes.some((vote) => vote.statement === next.id)) return moveOn()
  // While votes are on their way the server knows less than this page does: what is shown stays.
  if (current.value && chosen.value === null && outbox.votes.length > 0) return
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

function withUnsent(votes: Map<number, Vote>): ReadonlyMap<number, Vote> {
  for (const { statement, vote } of outbox.votes) votes.set(statement, vote)
  return votes
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

/** 128 random bits; `crypto.randomUUID` is missing on pages served without TLS. */
function newMutationId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
