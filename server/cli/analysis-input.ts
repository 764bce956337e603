// What there is to analyse, as the mathematics wants it (dense indexes), with the way back to the ids of its source.
// Participants and statements are numbered in the ascending order of their ids; a statement without a vote is not in.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { VoteLog } from '../../analysis/index.ts'
import { numberIds } from '../polis/number-ids.ts'
import type { ImportedConversation } from '../store/imported-conversation.ts'
import { DATABASE_NAME, openStore } from '../store/open.ts'
import { isVote, WITHDRAWN, type LogSlice, type StoredStatement } from '../store/store.ts'
import { RefusedInput } from './failures.ts'

const SLICE = 100_000

/** A conversation as dense indexes. */
export interface AnalysisInput {
  readonly topic: string
  /** Id of each participant by index: that of the export, or the number in the conversation's log. */
  readonly participantIds: Uint32Array
  readonly statementIds: Uint32Array
  /** Words of each statement by index. */
  readonly texts: readonly string[]
  readonly log: VoteLog
  readonly moderatedOut: Uint8Array
  readonly isMeta: Uint8Array
}

/** What the two sources have in common. */
type Source = Pick<ImportedConversation, 'topic'> & {
  readonly statements: readonly (Pick<StoredStatement, 'id' | 'text' | 'moderation' | 'isMeta'> & {
    isWaiting?: boolean
  })[]
  readonly votes: {
    readonly participants: Uint32Array
    readonly statements: Uint32Array
    readonly values: Int8Array
  }
}

/** Numbers what an export or the database holds. */
export function analysisInput({ topic, statements, votes: log }: Source): AnalysisInput {
  const votes = withoutWithdrawn(log)
  const participants = numberIds(votes.participants)
  const voted = numberIds(votes.statements)
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const used = Array.from(voted.ids, (id) => byId.get(id)!) // the store and the importer let no vote on another one in
  return {
    topic,
    participantIds: participants.ids,
    statementIds: voted.ids,
    texts: used.map(({ text }) => text),
    log: { participants: participants.numbers, statements: voted.numbers, values: votes.values },
    moderatedOut: Uint8Array.from(used, ({ moderation, isMeta, isWaiting }) =>
      moderation === -1 || isMeta || isWaiting ? 1 : 0,
    ),
    isMeta: Uint8Array.from(used, ({ isMeta }) => (isMeta ? 1 : 0)),
  }
}

/** Reads a conversation of the database; throws RefusedInput when there is none of this id. */
export async function readConversation(id: string, dataFolder: string): Promise<Source> {
  const unknown = `there is no folder and no conversation called “${id}” (data folder ${dataFolder})`
  if (!existsSync(join(dataFolder, DATABASE_NAME))) throw new RefusedInput(unknown)
  const store = await openStore(dataFolder)
  try {
    const conversation = await store.conversation(id)
    if (!conversation) throw new RefusedInput(unknown)
    const slices: LogSlice[] = []
    for (let after = 0; ; after += SLICE) {
      const slice = await store.readLog(id, after, SLICE)
      slices.push(slice)
      if (slice.length < SLICE) break
    }
    const statements = await store.statements(id)
    return { topic: conversation.topic, statements, votes: joined(slices) }
  } finally {
    await store.close()
  }
}

/** Leaves out withdrawals with the votes on the same statement before them, and what says nothing any more. */
function withoutWithdrawn(log: Source['votes']): Source['votes'] {
  const participants: number[] = []
  const statements: number[] = []
  const values: number[] = []
  const withdrawn = new Set<string>()
  for (let i = log.values.length - 1; i >= 0; i--) {
    const participant = log.participants[i]!
    const statement = log.statements[i]!
    const value = log.values[i]!
    const key = `${participant} ${statement}`
    if (value === WITHDRAWN) withdrawn.add(key)
    else if (isVote(value) && (withdrawn.size === 0 || !withdrawn.has(key))) {
      participants.push(participant)
      statements.push(statement)
      values.push(value)
    }
  }
  return {
    participants: Uint32Array.from(participants.reverse()),
    statements: Uint32Array.from(statements.reverse()),
    values: Int8Array.from(values.reverse()),
  }
}

/** Slices of a log as one. */
function joined(slices: readonly LogSlice[]): Source['votes'] {
  const length = slices.reduce((sum, slice) => sum + slice.length, 0)
  const log = {
    participants: new Uint32Array(length),
    statements: new Uint32Array(length),
    values: new Int8Array(length),
  }
  for (const slice of slices) {
    log.participants.set(slice.participants, slice.firstSequence - 1)
    log.statements.set(slice.statements, slice.firstSequence - 1)
    log.values.set(slice.values, slice.firstSequence - 1)
  }
  return log
}
