// Carries out what a form asks for: the same rules, the same log and the same limits as for the script.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import type { Voter } from '../conversation/voter.ts'
import { similarStatements } from '../conversation/similar-finder.ts'
import { withdrawStatement, writeStatement } from '../conversation/write-statement.ts'
import { areOffered } from '../participation/answers.ts'
import { enterInvitation } from '../participation/enter-invitation.ts'
import { giveReturnCode, takeReturnCode } from '../participation/come-back.ts'
import { asCsv, collectOwnData, eraseParticipant, respondentOf } from '../participation/own-data.ts'
import type { EntryQuestions } from '../protocol/entry-questions.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { adviceOn, tidied, troubleWith } from '../protocol/statement-text.ts'
import type { Language, Vote } from '../protocol/values.ts'
import type { Store } from '../store/store.ts'
import type { FormState, FormTrouble } from './form-state.ts'
import type { Posted } from './posted.ts'

/** What became of a form. */
export interface Outcome {
  /** Whose page comes next. */
  readonly token: string
  /** What the next page shows besides what is stored. */
  readonly state: FormState
  /** Whether something of the person is stored now, so that the browser may keep the token. */
  readonly isStored: boolean
  /** Everything of the person was erased: the browser is to forget them too. */
  readonly isErased?: boolean
  /** What is handed over in the place of a page. */
  readonly file?: { readonly name: string; readonly type: string; readonly text: string }
}

export interface ActContext {
  readonly store: Store
  readonly conversation: LiveConversation
  readonly language: Language
  /** By cookie, else by the form, else a fresh one. */
  readonly token: string
  readonly answers: Readonly<Record<string, string>>
  readonly nowMs: number
  /** Whether the address may try once more. */
  mayTry(what: 'reports' | 'codes' | 'invitations' | 'writing'): boolean
}

/** Does what the form says; what is refused is part of the state, so that the next page says it where it belongs. */
export async function carryOut(form: Posted, context: ActContext): Promise<Outcome> {
  const { conversation, token } = context
  const voter = await conversation.voter(tokenHash(token), 'form')
  const outcome = (state: FormState, isStored = state.trouble === undefined): Outcome => ({
    token,
    state,
    isStored: isStored && conversation.speakerOf(voter).participant !== null,
  })
  switch (form.act) {
    case 'vote': {
      const code = await cast(conversation, voter, form.mutation, form.statement, form.vote)
      return outcome({ view: 'voting', ...troubleOf('vote', code) })
    }
    case 'undo': {
      const code = await cast(conversation, voter, `${form.mutation}-undo`, form.statement, null)
      return outcome({ view: 'voting', ask: form.statement, ...troubleOf('vote', code) })
    }
    case 'change': {
      const { statement, vote } = form.change
      const code = await cast(
        conversation,
        voter,
        `${form.mutation}-${statement}${nameOf(vote)}`,
        statement,
        vote,
      )
      const done = vote === null ? 'withdrawn' : 'changed'
      return outcome({ view: 'votes', ...(code === null ? { done } : troubleOf('votes', code)) })
    }
    case 'ask':
      return outcome({ view: 'voting', ask: form.statement }, false)
    case 'voting':
    case 'votes':
    case 'own':
      return outcome({ view: form.act }, false)
    case 'write':
      return outcome(await write(context, voter, form))
    case 'take-back': {
      const { store, nowMs } = context
      const taken = await withdrawStatement(store, conversation, voter, form.statement, { nowMs })
      return outcome({ view: 'voting', ...troubleOf('write', typeof taken === 'string' ? taken : null) })
    }
    case 'answer':
      return outcome(await answer(context, voter))
    case 'report':
      return outcome(await report(context, voter, form), false)
    case 'code': {
      if (!context.mayTry('codes')) return outcome({ view: 'own', ...troubleOf('code', 'too-many-tries') })
      const words = await giveReturnCode(context.store, conversation, voter, context.language)
      return outcome({ view: 'own', ...(words === null ? troubleOf('code', 'nothing-voted') : { words }) })
    }
    case 'copy-json':
    case 'copy-csv':
      return copy(context, voter, form.act, outcome)
    case 'return': {
      if (!context.mayTry('codes')) return outcome({ view: 'own', ...troubleOf('return', 'too-many-tries') })
      const restored = await takeReturnCode(context.store, conversation, form.words)
      if (restored === null)
        return outcome({ view: 'own', ...troubleOf('return', 'unknown-code'), typed: form.words })
      return { token: restored, state: { view: 'voting', done: 'returned' }, isStored: true }
    }
    case 'invite': {
      const mayTry = context.mayTry('invitations')
      const { store, nowMs } = context
      const code = mayTry
        ? await enterInvitation(store, conversation, voter, form.code, nowMs)
        : ('too-many-tries' as const)
      // From here on the browser keeps who it is, because the code is used.
      if (code === null) return { token, state: { view: 'voting' }, isStored: true }
      return outcome({ view: 'voting', ...troubleOf('invite', code), typed: form.code })
    }
    case 'erase': {
      if (form.sure === undefined) return outcome({ view: 'own', ...troubleOf('erase', 'sureMissing') })
      const withdrawStatements = form.statements === 'withdraw'
      const options = { withdrawStatements, nowMs: context.nowMs }
      const votes = await eraseParticipant(context.store, conversation, voter, options)
      if (votes === null) return outcome({ view: 'own', ...troubleOf('erase', 'nothing-voted') })
      return {
        token: newParticipantToken(),
        state: { view: 'erased', votes },
        isStored: false,
        isErased: true,
      }
    }
  }
}

/** Votes or withdraws; why not, where it was refused. */
async function cast(
  conversation: LiveConversation,
  voter: Voter,
  mutation: string,
  statement: number,
  vote: Vote | null,
): Promise<ErrorCode | null> {
  const answer = await conversation.castVote(voter, { type: 'cast-vote', mutation, statement, vote })
  return answer.type === 'vote-refused' ? answer.code : null
}

/** A draft is shown once more where something may be better said otherwise or has been said already. */
async function write(
  { store, conversation, language, nowMs, mayTry }: ActContext,
  voter: Voter,
  { mutation, text, sure }: Extract<Posted, { act: 'write' }>,
): Promise<FormState> {
  const tidy = tidied(text)
  const trouble = troubleWith(tidy, conversation.settings.statementLength)
  const advice = adviceOn(tidy)
  const similar = trouble === null ? await similarStatements(conversation, tidy) : []
  if (trouble === null && sure === undefined && (advice.length > 0 || similar.length > 0)) {
    return { view: 'voting', typed: text, review: { advice, similar } }
  }
  if (!mayTry('writing')) return { view: 'voting', typed: text, ...troubleOf('write', 'too-many-tries') }
  const written = await writeStatement(
    store,
    conversation,
    voter,
    { mutation: `${mutation}-write`, text },
    { nowMs, language },
  )
  if (typeof written === 'string') return { view: 'voting', typed: text, ...troubleOf('write', written) }
  return { view: 'voting', done: 'written' }
}

async function answer({ store, conversation, answers }: ActContext, voter: Voter): Promise<FormState> {
  const questions = conversation.stored.questions as EntryQuestions | null // checked when they were stored
  const isOffered = questions !== null && areOffered(questions, answers)
  const refusal = conversation.mayNotAct(voter) ?? (isOffered ? null : ('answer-not-allowed' as const))
  if (refusal !== null) return { view: 'voting', ...troubleOf('answer', refusal) }
  if (Object.keys(answers).length === 0) return { view: 'voting', ...troubleOf('answer', 'answersMissing') }
  await store.participation.saveAnswers(
    conversation.id,
    await respondentOf(store, conversation, voter),
    answers,
  )
  return { view: 'voting', done: 'answered' }
}

async function report(
  { store, conversation, nowMs, mayTry }: ActContext,
  voter: Voter,
  { statement, reason }: Extract<Posted, { act: 'report' }>,
): Promise<FormState> {
  const about = { view: 'voting', ask: statement } as const
  if (reason === undefined) return { ...about, ...troubleOf('report', 'reasonMissing') }
  if (!mayTry('reports')) return { ...about, ...troubleOf('report', 'too-many-tries') }
  if (conversation.indexOf(statement) === undefined)
    return { view: 'voting', ...troubleOf('vote', 'unknown-statement') }
  await store.participation.addReport(conversation.id, voter.tokenHash, { statement, reason, timeMs: nowMs })
  conversation.events.emit('reports')
  return { ...about, done: 'reported' }
}

async function copy(
  { store, conversation }: ActContext,
  voter: Voter,
  act: 'copy-json' | 'copy-csv',
  outcome: (state: FormState) => Outcome,
): Promise<Outcome> {
  const data = await collectOwnData(store, conversation, voter)
  if (data === null) return outcome({ view: 'own', ...troubleOf('copy', 'nothing-voted') })
  const file =
    act === 'copy-json'
      ? { name: `${conversation.id}.json`, type: 'application/json', text: JSON.stringify(data, null, 2) }
      : { name: `${conversation.id}.csv`, type: 'text/csv', text: asCsv(data) }
  return { ...outcome({ view: 'own' }), file }
}

function troubleOf(
  of: FormTrouble['of'],
  code: FormTrouble['code'] | null,
): { readonly trouble?: FormTrouble } {
  return code === null ? {} : { trouble: { of, code } }
}

/** A letter for each vote, so that another vote by the same form is another act. */
function nameOf(vote: Vote | null): string {
  return vote === null ? 'w' : vote === 1 ? 'a' : vote === -1 ? 'd' : 'p'
}
