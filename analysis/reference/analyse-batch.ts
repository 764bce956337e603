// The reference pipeline: the whole opinion map from the votes in one plain pass on ml-pca and ml-kmeans. It is the
// oracle that the engine is tested against and the peer that it is measured against, and shares no code with it.
import type { MapSettings, Moderation, OpinionMap, VoteLog } from '../opinion-map.ts'
import { replayInclusion } from './inclusion.ts'
import { findGroupings, selectK } from './opinion-groups.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants, projectStatements } from './projection.ts'
import { countVotes } from './vote-counts.ts'
import { readVoteMatrix } from './vote-matrix.ts'

/** Numbers of participants and statements; by default one more than the largest index in the log. */
export interface MapDimensions {
  readonly participants?: number
  readonly statements?: number
}

/**
 * Computes the opinion map of a vote log.
 *
 * Needs participants × statements numbers of memory, and time in proportion to participants × statements², so it is
 * for thousands of people, not for millions. Throws a RangeError for an index, a vote or a number of groups out of range.
 */
export function analyseBatch(
  log: VoteLog,
  moderation: Moderation = {},
  settings: MapSettings & MapDimensions = {},
): OpinionMap {
  const participants = settings.participants ?? oneMoreThanLargest(log.participants)
  const statements = settings.statements ?? oneMoreThanLargest(log.statements)
  checkGroups(settings.largestK)
  checkGroups(settings.pinnedK)
  const moderatedOut = flags(moderation.moderatedOut, statements)
  const excluded = flags(moderation.excluded, participants)

  const matrix = readVoteMatrix(log, participants, statements, excluded)
  const pca = principalComponents(matrix, moderatedOut, excluded)
  const positions = projectParticipants(matrix, pca, moderatedOut)
  const statementPositions = projectStatements(pca, matrix.votedStatements)
  const included = replayInclusion(log, participants, statements, excluded)
  const groupings = findGroupings(matrix, positions, included, settings)
  const totals = countVotes(
    matrix,
    1,
    Int8Array.from(excluded, (isExcluded) => (isExcluded ? -1 : 0)),
  )
  return {
    format: 1,
    sequence: log.values.length,
    participants,
    statements,
    votes: totals.votes.reduce((sum, votes) => sum + votes, 0),
    grouped: included.reduce((sum, isIncluded) => sum + isIncluded, 0),
    ...pca,
    positions,
    included,
    statementPositions,
    extremity: Float64Array.from({ length: statements }, (_, statement) =>
      Math.sqrt(statementPositions[2 * statement]! ** 2 + statementPositions[2 * statement + 1]! ** 2),
    ),
    moderatedOut,
    totals,
    groupings,
    k: selectK(groupings, settings.pinnedK),
  }
}

function oneMoreThanLargest(indexes: ArrayLike<number>): number {
  let largest = -1
  for (let event = 0; event < indexes.length; event++) largest = Math.max(largest, indexes[event]!)
  return largest + 1
}

function flags(given: ArrayLike<number> | undefined, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (given?.[index] ? 1 : 0))
}

function checkGroups(k: number | undefined): void {
  if (k !== undefined && !(Number.isInteger(k) && k >= 2 && k <= 6)) {
    throw new RangeError(`Expected 2 to 6 groups, got ${k}.`)
  }
}
