// Somebody who had taken part here before voted by the form of the page while its script was still on its way, and the browser kept
// no cookie: the server took them for somebody new. Their votes are cast again as the person they are, and the other is erased.
// Broken off anywhere, it can be done again without counting anything twice.
import { effect } from '@preact/signals'
import { api } from '../../server/protocol/addresses.ts'
import { erased, ownData } from '../../server/protocol/own-data.ts'
import type { Vote } from '../../server/protocol/values.ts'
import { ask } from '../connection/ask.ts'
import { ownVotes, unsent } from './ballot-state.ts'
import { ownToken, rememberAnew } from './own-token.ts'
import { sendVote } from './sending.ts'

/** Makes the participant of the token `other` and the one of this page one. */
export async function joinVotes(conversation: string, other: string): Promise<void> {
  const token = ownToken()
  const answer = await ask(api.ownData(conversation), ownData, { token: other })
  if (token === undefined || 'code' in answer) return // nothing lost: the next visit tries again
  const votes = new Map<number, Vote | null>(
    answer.value.votes.map(({ statement, vote }) => [statement, vote]),
  )
  for (const [statement, vote] of votes) {
    // What was said as oneself stands.
    if (vote !== null && !ownVotes.value.has(statement)) sendVote(statement, vote, token)
  }
  await allSent()
  const gone = await ask(api.erase(conversation), erased, { token: other, body: { statements: 'keep' } })
  if ('value' in gone) rememberAnew(conversation)
}

function allSent(): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (unsent.value.length > 0) return
      resolve()
      queueMicrotask(() => stop())
    })
  })
}
