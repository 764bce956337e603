// What the participant does at the ballot. The page answers at once; what the server says of it comes later (take-part.ts).
import { batch } from '@preact/signals'
import type { Statement } from '../../server/protocol/statement.ts'
import type { Vote } from '../../server/protocol/values.ts'
import { connectionState, conversation } from '../conversation/state.ts'
import { chosen, current, lastCast, moveOn, noteVote } from './ballot-state.ts'
import { ownToken, remember } from './own-token.ts'
import { sendVote } from './sending.ts'

/** Votes on the current statement. The next one comes with the acknowledgement. */
export function castVote(vote: Vote): void {
  const statement = current.value
  const as = ownToken() // it came with the first welcome, before the first statement
  if (!statement || chosen.value !== null || as === undefined) return
  delete document.documentElement.dataset.still // from here on statements arrive
  batch(() => {
    chosen.value = vote
    lastCast.value = statement
    sendVote(statement.id, vote, as)
    if (connectionState.value !== 'open') moveOn()
  })
}

/** Votes anew on a statement that was voted on before, or withdraws the vote (null). The statement shown stays. */
export function changeVote(statement: number, vote: Vote | null): void {
  const as = ownToken()
  if (as === undefined) return
  batch(() => {
    if (lastCast.value?.id === statement) lastCast.value = null
    sendVote(statement, vote, as)
    if (vote === null && current.value === null) moveOn()
  })
}

/** Withdraws the vote cast last and asks about its statement again. */
export function undoLastVote(): void {
  const undone = lastCast.value
  const as = ownToken()
  if (!undone || as === undefined) return
  batch(() => {
    lastCast.value = null
    current.value = undone
    chosen.value = null
    sendVote(undone.id, null, as)
  })
}

/** Asks about this statement now. */
export function askAbout(statement: Statement): void {
  if (chosen.value === null) current.value = statement
}

/** A statement of the participant's own was stored, and with it their vote to agree. */
export function noteOwnStatement({ id }: { readonly id: number }): void {
  if (conversation.value) remember(conversation.value.id)
  noteVote(id, 1)
}
