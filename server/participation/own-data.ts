// What is one's own: all that is stored of a participant as they may read it, as JSON or CSV, and erasing it.
import { hash } from 'node:crypto'
import { ownStatements } from '../conversation/write-statement.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Voter } from '../conversation/voter.ts'
import type { OwnData } from '../protocol/own-data.ts'
import type { Store } from '../store/store.ts'

/** Key under which a person's answers are kept: it leads neither to the token nor to the participant. */
export async function respondentOf(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
): Promise<string> {
  const { tokenHash } = voter
  const first = (await store.participation.firstTokenHash(conversation.id, tokenHash)) ?? tokenHash
  return hash('sha256', `folkmoot answers ${conversation.id} ${first}`, 'base64url')
}

/** Everything that is stored of a participant; null for somebody who has not voted or written. */
export async function collectOwnData(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
): Promise<OwnData | null> {
  const { participant } = conversation.speakerOf(voter)
  if (participant === null) return null
  const { participation } = store
  const log = await participation.ownLog(conversation.id, participant)
  const statementOf = (id: number) => conversation.statements[conversation.indexOf(id) ?? -1]
  return {
    conversation: conversation.id,
    topic: conversation.stored.topic,
    participant,
    channel: await participation.channelOf(conversation.id, participant),
    votes: log.map(({ sequence, statement, vote, timeMs }) => ({
      sequence,
      statement,
      text: statementOf(statement)?.text ?? '',
      vote: vote === null ? null : (Math.sign(vote) as -1 | 0 | 1), // sign has no other values
      time: new Date(timeMs).toISOString(),
    })),
    statements: ownStatements(conversation, voter).map(({ id, text, state, reason }) => ({
      id,
      text,
      state,
      reason,
      time: new Date(statementOf(id)?.createdAtMs ?? 0).toISOString(),
    })),
    answers: {
      ...(await participation.answersOf(conversation.id, await respondentOf(store, conversation, voter))),
    },
  }
}

/** The same as a table: one line for the way they came, each entry of the log, each statement and each answer. */
export function asCsv({ channel, votes, statements, answers }: OwnData): string {
  const words = { '1': 'agree', '0': 'pass', '-1': 'disagree' }
  const rows = [
    ['kind', 'time', 'number', 'text', 'value'],
    ...(channel === null ? [] : [['channel', '', '', '', channel]]),
    ...votes.map(({ time, statement, text, vote }) => [
      'vote',
      time,
      `${statement}`,
      text,
      vote === null ? 'withdrawn' : words[`${vote}`],
    ]),
    ...statements.map(({ time, id, text, state }) => ['statement', time, `${id}`, text, state]),
    ...Object.entries(answers).map(([question, answer]) => ['answer', '', '', question, answer]),
  ]
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** Erases a participant with all by which they could be known; how many votes of theirs count no more. */
export async function eraseParticipant(
  store: Store,
  conversation: LiveConversation,
  voter: Voter,
  { withdrawStatements, nowMs }: { readonly withdrawStatements: boolean; readonly nowMs: number },
): Promise<number | null> {
  const { participant } = conversation.speakerOf(voter)
  if (participant === null) return null
  const { sequence, votes, statements } = await store.participation.erase({
    conversation: conversation.id,
    participant,
    respondent: await respondentOf(store, conversation, voter),
    withdrawStatements,
    timeMs: nowMs,
  })
  conversation.forget(participant, sequence, statements)
  return votes
}

/** A cell is quoted where it has to be, and never begins as a formula does in a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
