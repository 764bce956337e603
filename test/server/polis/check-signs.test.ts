import { describe, expect, test } from 'vitest'
import { checkSigns, type StatementEvents } from '../../../server/polis/check-signs.ts'
import type { ExportedStatement } from '../../../server/polis/read-statements.ts'

const statement = {
  id: 0,
  text: 'x',
  author: 1,
  createdAtMs: 0,
  moderation: 1,
  isMeta: false,
  isSeed: false,
} as const

/** Statements with the agrees and disagrees of comments.csv, and the events of votes.csv. */
function check(
  counts: readonly [number, number][],
  events: readonly (readonly [number, number, number | null])[],
) {
  const statements = counts.map(([agrees, disagrees]): ExportedStatement => ({
    statement,
    agrees,
    disagrees,
  }))
  const counted = events.map(([agrees, disagrees, authorsFirstVote]): StatementEvents => {
    return { agrees, disagrees, votes: agrees + disagrees, authorsFirstVote }
  })
  return () => checkSigns(statements, counted, 'votes.csv')
}

describe('the sign of an export', () => {
  test('is right when comments.csv counts what votes.csv says', () => {
    expect(check([[5, 2]], [[5, 2, 1]])).not.toThrow()
  })

  test('is wrong when the agrees of comments.csv are the −1 of votes.csv', () => {
    expect(check([[5, 2]], [[2, 5, 1]])).toThrow('the votes are inverted')
  })

  test('is wrong, although both files agree, when the authors all start with −1', () => {
    const counts = Array.from({ length: 4 }, () => [1, 3] as [number, number])
    const events = counts.map(([agrees, disagrees]) => [agrees, disagrees, -1] as const)
    expect(check(counts, events)).toThrow('4 voted −1 on their own statement and 0 voted +1')
  })

  test('is not doubted for a few re-votes that comments.csv missed', () => {
    expect(check([[50, 20]], [[52, 20, 1]])).not.toThrow()
  })

  test('is not doubted when counts are wrong throughout, in no direction', () => {
    expect(check([[900, 800]], [[12, 15, 1]])).not.toThrow()
  })

  test('is not doubted for the votes of two authors', () => {
    expect(check([[0, 1], [0, 1]], [[0, 1, -1], [0, 1, -1]])).not.toThrow() // prettier-ignore
  })

  test('is two where exports of both signs were put together', () => {
    const counts = Array.from({ length: 12 }, () => [9, 3] as [number, number])
    const events = counts.map(([agrees, disagrees], index) =>
      index < 6 ? ([agrees, disagrees, 1] as const) : ([disagrees, agrees, -1] as const),
    )
    const mixed = check(counts, events)
    expect(mixed).toThrow('votes of both signs are mixed: of the authors, 6 voted −1')
    expect(mixed).toThrow('Export the conversation again, in one go')
  })

  test('is not doubted where counts are wrong throughout and the authors agree, nor where these alone are undecided', () => {
    const counts = Array.from({ length: 12 }, () => [900, 800] as [number, number])
    expect(
      check(
        counts,
        counts.map(() => [12, 15, 1] as const),
      ),
    ).not.toThrow()
    const made = counts.map((each, index) => [...each, index % 2 === 0 ? 1 : -1] as const)
    expect(check(counts, made)).not.toThrow()
  })
})
