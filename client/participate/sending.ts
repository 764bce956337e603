// Votes on their way: on the device until the server has stored them, one at a time over the connection.
//
//   sendVote ──▶ outbox ──▶ connection ──▶ vote-accepted (after COMMIT) ──▶ settled
//                  │  ▲
//                  ▼  └── after a reload, a lost connection or "try later"
//                shelf
import { batch } from '@preact/signals'
import type { Vote } from '../../server/protocol/values.ts'
import type { Connection } from '../connection/connection.ts'
import { newMutationId } from '../connection/mutation-id.ts'
import { Outbox, type UnsentVote } from '../connection/outbox.ts'
import type { VoteShelf } from '../connection/vote-shelf.ts'
import { connectionState } from '../conversation/state.ts'
import { noteVote, ownVotes, refusal, tooLate, unsent } from './ballot-state.ts'

let conversationId = ''
let outbox = new Outbox()
let shelf: VoteShelf | undefined
let connection: Connection | undefined
let resumeTimer: ReturnType<typeof setTimeout> | undefined

/** Takes up the votes that were left over from an earlier moment. */
export async function beginSending(conversation: string, leftOver: VoteShelf): Promise<void> {
  conversationId = conversation
  shelf = leftOver
  outbox = new Outbox(await leftOver.load())
  unsent.value = [...outbox.votes]
}

/** From now on votes go over this connection. */
export function sendOver(opened: Connection): void {
  connection = opened
}

/** Sends a vote, or withdraws one (null), as the participant of the token. */
export function sendVote(statement: number, vote: Vote | null, token: string): void {
  const added: UnsentVote = {
    mutation: newMutationId(),
    conversation: conversationId,
    statement,
    vote,
    before: ownVotes.value.get(statement) ?? null,
    token,
    castAt: Date.now(),
  }
  outbox.add(added)
  void shelf?.keep(added)
  batch(() => {
    refusal.value = null
    tooLate.value = 0
    unsent.value = [...outbox.votes]
    noteVote(statement, vote)
  })
  sendNext()
}

/** Sends the oldest vote, if the connection is open and none is in flight. */
export function sendNext(): void {
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

/** The vote is no longer on its way: it was stored, or never will be. */
export function settleVote(mutation: string): UnsentVote | undefined {
  const vote = outbox.settle(mutation)
  unsent.value = [...outbox.votes]
  if (vote) void shelf?.remove(mutation)
  return vote
}

/** The server asked to send the vote again after a while. */
export function postponeVote(mutation: string, afterMs: number): void {
  outbox.postpone(mutation, Date.now() + afterMs)
  sendNext()
}

/** What was in flight will be sent again. */
export function connectionLost(): void {
  outbox.connectionLost()
}
