import { expect, test } from 'vitest'
import { compareParticipants } from '../../../server/polis/compare-counts.ts'
import { currentVotes } from '../../../server/polis/current-votes.ts'
import { readExport } from '../../../server/polis/read-export.ts'
import { replaced, writeExport } from './small-export.ts'

function compare(matrix: string | null): string[] | null {
  const folder = writeExport({ 'participants-votes.csv': matrix })
  const found = compareParticipants(folder, currentVotes(readExport(folder).conversation.votes))
  return found?.map(({ en }) => en) ?? null
}

test('a matrix that holds the current votes is not mentioned', () => {
  expect(compare(replaced('participants-votes.csv', '7,0,1', '7,0,1'))).toEqual([])
})

test('an export without the matrix is not compared', () => {
  expect(compare(null)).toBeNull()
})

test('another vote, another count and a missing person are each reported', () => {
  expect(compare(replaced('participants-votes.csv', '9,0,1,1,1,0,1,\n', '').replace('-1,0', '1,0'))).toEqual([
    'participants-votes.csv has no row for 1 voter: 9.',
    'participants-votes.csv holds another current vote than votes.csv in 1 place: participant 7 on statement 2.',
  ])
  expect(compare(replaced('participants-votes.csv', '11,,0,1,1', '11,,0,2,1'))).toEqual([
    'participants-votes.csv counts other votes than votes.csv for 1 participant: 11 (2 votes, 1 agrees, 0 disagrees; votes.csv: 1, 1, 0).',
  ])
})

test('somebody who never voted is reported when the matrix has votes of them', () => {
  expect(compare(replaced('participants-votes.csv', '11,,0', '12,,0'))?.[1]).toContain(
    'for 1 participant: 12.',
  )
})
