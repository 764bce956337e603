// Reads an export of the Polis open data (older zip generation, agree = +1) into a vote log in order of time, with the
// groups that Polis stored.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { VoteLog } from '../../../analysis/opinion-map.ts'
import { sharedPath } from '../../shared-data.ts'

export const openConversations = [
  'vtaiwan.uberx',
  '15-per-hour-seattle',
  'brexit-consensus',
  'scoop-hivemind.ubi',
  'scoop-hivemind.taxes',
  'london.youth.policing',
] as const

export interface OpenConversation {
  readonly log: VoteLog
  readonly moderatedOut: Uint8Array
  readonly participantIds: readonly number[]
  readonly statementIds: readonly number[]
  /** Group that Polis stored for each participant, −1 for none. */
  readonly storedGroups: Int8Array
}

function readTable(...path: string[]): Record<string, string>[] {
  return parse(readFileSync(sharedPath(['data/polis-open-data', ...path].join('/'))), {
    columns: true,
    bom: true,
  })
}

/** Dense indexes are the ranks of the ids, as the server gives them. */
export function readOpenConversation(name: string): OpenConversation {
  const events = readTable(name, 'votes.csv')
    .map((row, line) => ({
      time: Number(row['timestamp']),
      statement: Number(row['comment-id']),
      participant: Number(row['voter-id']),
      value: Number(row['vote']),
      line,
    }))
    .sort((a, b) => a.time - b.time || a.line - b.line)
  const comments = readTable(name, 'comments.csv')
  const voters = readTable(name, 'participants-votes.csv')
  const participantIds = ranked(events.map((event) => event.participant))
  const statementIds = ranked(events.map((event) => event.statement))
  const participantIndex = new Map(participantIds.map((id, index) => [id, index]))
  const statementIndex = new Map(statementIds.map((id, index) => [id, index]))
  const moderatedOut = new Uint8Array(statementIds.length)
  for (const comment of comments) {
    const index = statementIndex.get(Number(comment['comment-id']))
    const isOut = Number(comment['moderated']) === -1 || comment['is-meta'] === 'true'
    if (index !== undefined && isOut) moderatedOut[index] = 1
  }
  const storedGroups = new Int8Array(participantIds.length).fill(-1)
  for (const voter of voters) {
    const index = participantIndex.get(Number(voter['participant']))
    const group = voter['group-id'] ?? ''
    if (index !== undefined && group !== '') storedGroups[index] = Number(group)
  }
  return {
    log: {
      participants: events.map((event) => participantIndex.get(event.participant)!),
      statements: events.map((event) => statementIndex.get(event.statement)!),
      values: events.map((event) => event.value),
    },
    moderatedOut,
    participantIds,
    statementIds,
    storedGroups,
  }
}

function ranked(ids: number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b)
}
