import { expect, test } from 'vitest'
import { representativeStatements } from '../../../analysis/statistics/representative-statements.ts'
import { countsOf, workedCounts } from '../counts.ts'

const named = (lists: ReturnType<typeof representativeStatements>) =>
  lists.map((list) =>
    list.map(
      ({ statement, direction, isBestAgree }) => `${statement} ${direction}${isBestAgree ? ' best' : ''}`,
    ),
  )

test('the worked example stands for what is printed for it', () => {
  expect(named(representativeStatements(workedCounts, new Uint8Array(6)))).toEqual([
    ['0 agree best', '1 agree', '3 disagree', '4 disagree'],
    ['3 agree best', '4 agree', '1 disagree', '0 disagree', '2 disagree'],
  ])
})

test('an entry carries the members in favour, the members who voted and the tests of its direction', () => {
  const [group] = representativeStatements(workedCounts, new Uint8Array(6))
  expect(group![0]).toMatchObject({ statement: 0, inFavour: 4, votes: 4 })
  expect(group![0]!.ratio).toBeCloseTo(5, 12)
  expect(group![2]).toMatchObject({ statement: 3, direction: 'disagree', inFavour: 4, votes: 4 })
})

test('a statement moderated out represents nobody', () => {
  const lists = representativeStatements(workedCounts, Uint8Array.of(1, 0, 0, 0, 0, 0))
  expect(lists.flat().map(({ statement }) => statement)).not.toContain(0)
})

test('a statement that nobody in the group has seen never represents it, although Polis lets it win', () => {
  const counts = countsOf([
    [
      [0, 1, 1],
      [0, 0, 0],
    ],
    [
      [0, 1, 1],
      [0, 40, 0],
    ],
  ])
  expect(named(representativeStatements(counts, new Uint8Array(2)))[0]).toEqual(['0 disagree'])
  expect(named(representativeStatements(counts, new Uint8Array(2), { asPolis: true }))[0]).toEqual([
    '1 agree',
  ])
})

test('the best agreed statement is shown as an agree even where the group stands out by its disagrees', () => {
  const counts = countsOf([[[30, 10, 0]], [[50, 0, 0]]])
  expect(named(representativeStatements(counts, new Uint8Array(1)))[0]).toEqual(['0 agree best'])
  expect(named(representativeStatements(counts, new Uint8Array(1), { asPolis: true }))[0]).toEqual([
    '0 disagree best',
  ])
})

test('a group keeps five statements at most, agrees before disagrees', () => {
  const own = Array.from({ length: 8 }, (_, i) => (i % 2 ? ([20, 0, 0] as const) : ([0, 20, 0] as const)))
  const others = own.map(([agrees, disagrees]) => [disagrees, agrees, 0] as const)
  const [list] = representativeStatements(countsOf([own, others]), new Uint8Array(8))
  expect(list!.map(({ statement }) => statement)).toEqual([1, 3, 0, 2, 4])
})

test('without groups there is nothing to stand for', () => {
  expect(representativeStatements(countsOf([]), new Uint8Array(3))).toEqual([])
  expect(representativeStatements(countsOf([]), new Uint8Array(0))).toEqual([])
})
