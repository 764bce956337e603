// The participant's connection to the conversation: what is said first, and what the server's messages change.
import { batch } from '@preact/signals'
import type { ConversationChanged, Down, VoteRefused } from '../../server/protocol/down.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { Hello } from '../../server/protocol/up.ts'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'
import { connect, type Connection } from '../connection/connection.ts'
import { shelfFor } from '../connection/vote-shelf.ts'
import {
  afterDrawing,
  connectionReason,
  connectionState,
  loadStatements,
  receive,
  snapshot,
  statements,
} from '../conversation/state.ts'
import { identity } from '../embed/frame.ts'
import { boot } from '../page/boot.ts'
import {
  acknowledged,
  chosen,
  current,
  holdVotes,
  moveOn,
  noteVote,
  ownVotes,
  refusal,
  seriesOfChanges,
  show,
  stored,
  tooLate,
  unsent,
} from './ballot-state.ts'
import { chooseToken, followOtherTabs, ownToken, remember, tokenOfForm, useToken } from './own-token.ts'
import { beginSending, connectionLost, postponeVote, sendNext, sendOver, settleVote } from './sending.ts'

let conversationId = ''
let connection: Connection | undefined
/**
 * The own votes that this page holds are those up to here; where nothing came after, they need not be sent again. A vote
 * of this page does not move it: another tab of the same person may have voted just before.
 */
let heldUpTo: Hello['resume']
let hasJoined = false

/** Connects to the conversation as a participant, with the votes of an earlier visit that were not acknowledged. */
export async function takePartIn(id: string): Promise<void> {
  conversationId = id
  await beginSending(id, shelfFor(id, identity))
  chooseToken(id, unsent.value[0]?.token)
  holdVotes(new Map())
  connection = connect({
    hello: () => ({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      conversation: id,
      role: 'participant',
      ...(ownToken() !== undefined && { token: ownToken() }),
      ...(identity !== undefined && { identity }),
      ...(boot.arrival !== null && { arrival: boot.arrival }),
      ...(heldUpTo && { resume: heldUpTo }),
      ...(snapshot.value && { snapshotVersion: snapshot.value.version }),
    }),
    onMessage: hear,
    onState(state, reason) {
      batch(() => {
        connectionState.value = state
        connectionReason.value = reason
        if (state === 'open') return
        connectionLost()
        if (chosen.value !== null) moveOn()
      })
    },
  })
  sendOver(connection)
  followOtherTabs(id, () => {
    if (ownVotes.value.size > 0) return
    heldUpTo = undefined
    connection?.restart()
  })
  // Without the texts the page still votes; it only cannot move on by itself while the connection is lost.
  await loadStatements(id).catch(() => undefined)
}

function hear(message: Down): void {
  receive(message)
  batch(() => {
    if (message.type === 'conversation-changed') takeUpChange(message)
    else if (message.type === 'welcome') {
      seriesOfChanges.value += 1
      useToken(message.token)
      heldUpTo = { epoch: message.epoch, sequence: message.sequence }
      holdVotes(message.votes ? new Map(message.votes) : ownVotes.value)
      stored.value = message.progress ?? null
      show(message.next ?? null)
      sendNext()
      if (message.progress && message.progress.voted > 0) remember(conversationId)
      joinVotesOfForm()
    } else if (message.type === 'vote-accepted') {
      remember(conversationId)
      settleVote(message.mutation)
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

/** Statements were opened or closed: what is asked about may be gone, or there may be something to ask again. */
function takeUpChange({ conversation, opened, closed }: ConversationChanged): void {
  seriesOfChanges.value += 1
  if (conversation.isOpen) forgetTooLate()
  if (opened === null) void loadStatements(conversationId).catch(() => undefined)
  const of = statements.value.size
  if (stored.value && opened !== null && of > 0) stored.value = { ...stored.value, of }
  const isGone = current.value && closed.includes(current.value.id)
  if (chosen.value === null && (current.value === null || isGone)) moveOn()
}

/** Refusals of all who come while nobody may vote. */
const notOpen: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'conversation-closed',
  'conversation-paused',
  'conversation-upcoming',
])

/** Voting goes on: what was refused is asked about again. */
function forgetTooLate(): void {
  tooLate.value = 0
  if (refusal.value !== null && notOpen.has(refusal.value)) refusal.value = null
}

function refuse(message: VoteRefused): void {
  refusal.value = message.code
  if (message.retryAfterMs !== undefined) return postponeVote(message.mutation, message.retryAfterMs)
  const vote = settleVote(message.mutation)
  if (vote) noteVote(vote.statement, vote.before)
  if (notOpen.has(message.code)) tooLate.value += 1
  if (message.progress) stored.value = message.progress
  if (message.next !== undefined) show(message.next)
  else chosen.value = null
  sendNext()
}

/** Votes that were cast by form as somebody else become this person's; that takes code which hardly anybody needs. */
function joinVotesOfForm(): void {
  const other = tokenOfForm()
  if (other === undefined || hasJoined) return
  hasJoined = true
  void import('./join-votes.ts').then(({ joinVotes }) => joinVotes(conversationId, other))
}
