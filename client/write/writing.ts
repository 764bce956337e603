// Writing a statement: the draft, what is like it, sending it, and what became of those sent before.
import { batch, computed, effect, signal } from '@preact/signals'
import { api } from '../../server/protocol/addresses.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import {
  ownStatementList,
  similarStatements,
  withdrawnStatement,
  writtenStatement,
  type OwnStatement,
} from '../../server/protocol/own-statements.ts'
import { adviceOn, lengthOf, tidied, troubleWith } from '../../server/protocol/statement-text.ts'
import type { Statement } from '../../server/protocol/statement.ts'
import { ask } from '../connection/ask.ts'
import { latestOf } from '../connection/latest.ts'
import { conversation } from '../conversation/state.ts'
import { newMutationId } from '../connection/mutation-id.ts'
import { noteOwnStatement } from '../participate/ballot.ts'
import { boot } from '../page/boot.ts'
import { ownToken } from '../participate/own-token.ts'
import { keepDraft, keptDraft } from './draft.ts'

export const draft = signal('')
export const isSending = signal(false)
/** Why the draft was not sent. */
export const trouble = signal<ErrorCode | null>(null)
/** Statements that say nearly what the draft says. */
export const similar = signal<readonly Statement[]>([])
/** Own statements, newest first. */
export const ownStatements = signal<readonly OwnStatement[]>([])
/** The statement that was just sent, until the next is begun. */
export const justSent = signal<OwnStatement | null>(null)

export const advice = computed(() => adviceOn(tidied(draft.value)))
/** Characters left; negative when there are too many. */
export const charactersLeft = computed(() => limit() - lengthOf(tidied(draft.value)))

const SIMILAR_AFTER_MS = 350
const SIMILAR_FROM = 10

let mutation = newMutationId()
let similarTimer: ReturnType<typeof setTimeout> | undefined
const beginLookingForSimilar = latestOf()
const beginLoadingOwn = latestOf()

/** Begins with what was kept of an earlier moment, before anybody can type; from then on what is typed is kept. */
export function beginWriting(id: string): void {
  type(keptDraft(id))
  effect(() => keepDraft(id, draft.value))
}

/** Takes over what stands in the field. */
export function type(text: string): void {
  const id = conversation.value?.id
  if (id === undefined) return
  batch(() => {
    if (text !== draft.value) trouble.value = null
    if (text !== '') justSent.value = null
    draft.value = text
  })
  clearTimeout(similarTimer)
  const tidy = tidied(text)
  if (lengthOf(tidy) < SIMILAR_FROM) {
    beginLookingForSimilar() // what is being looked for is not wanted any more
    similar.value = []
  } else similarTimer = setTimeout(() => void lookForSimilar(id, tidy), SIMILAR_AFTER_MS)
}

async function lookForSimilar(id: string, text: string): Promise<void> {
  const isLatest = beginLookingForSimilar()
  const answer = await ask(api.similarStatements(id), similarStatements, { body: { text } })
  if (isLatest() && 'value' in answer) similar.value = answer.value.statements
}

/** Sends the draft. A retry goes under the same mutation id, so that it can never be stored twice. */
export async function send(): Promise<void> {
  const id = conversation.value?.id
  const text = tidied(draft.value)
  const found = troubleWith(text, limit())
  if (found !== null) trouble.value = found
  if (id === undefined || found !== null || isSending.value) return
  isSending.value = true
  const { arrival } = boot
  const body = { mutation, text, ...(arrival !== null && { arrival }) }
  const answer = await ask(api.statements(id), writtenStatement, { token: ownToken(), body })
  batch(() => {
    isSending.value = false
    if ('code' in answer) {
      trouble.value = answer.code
      if (answer.code === 'mutation-reused') mutation = newMutationId()
      return
    }
    const { statement } = answer.value
    noteOwnStatement(statement)
    mutation = newMutationId()
    // What was typed while it was on its way is the next draft.
    if (tidied(draft.value) === text) type('')
    justSent.value = statement
    ownStatements.value = [statement, ...ownStatements.value.filter(({ id }) => id !== statement.id)]
    void loadOwnStatements(id) // an answer that is on its way may not know it
  })
}

/** Takes a statement back; why not, or null. */
export async function takeBack(id: number): Promise<ErrorCode | null> {
  const about = conversation.value?.id
  if (about === undefined) return null
  const answer = await ask(api.withdrawal(about, id), withdrawnStatement, { token: ownToken(), body: {} })
  if ('code' in answer) return answer.code
  beginLoadingOwn() // an answer that is on its way may not know it
  const { statement } = answer.value
  ownStatements.value = ownStatements.value.map((own) => (own.id === id ? statement : own))
  return null
}

/** Asks what has become of the own statements; keeps what is known where nothing can be reached. */
export async function loadOwnStatements(id: string): Promise<void> {
  const token = ownToken()
  if (token === undefined) return
  const isLatest = beginLoadingOwn()
  const answer = await ask(api.ownStatements(id), ownStatementList, { token })
  if (isLatest() && 'value' in answer) ownStatements.value = answer.value.statements
}

function limit(): number {
  return conversation.value?.statementLength ?? 140
}
