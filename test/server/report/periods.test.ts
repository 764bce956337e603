import { expect, test } from 'vitest'
import { VoteDays } from '../../../server/report/periods.ts'

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)

function daysWith(people: Readonly<Record<string, number>>): VoteDays {
  const days = new VoteDays()
  let number = 0
  for (const [day, count] of Object.entries(people)) {
    for (let i = 0; i < count; i++) days.add(number++, noon(day))
  }
  return days
}

test('days with enough people stand alone, others are put together with the next', () => {
  const { unit, list } = daysWith({ '2026-03-02': 6, '2026-03-03': 2, '2026-03-04': 4 }).periods(5)
  expect(unit).toBe('day')
  expect(list.map(({ from, to, people }) => [from, to, people])).toEqual([
    ['2026-03-02', '2026-03-02', 6],
    ['2026-03-03', '2026-03-04', 6],
  ])
})

test('what is left over at the end goes to the stretch before it', () => {
  const { list } = daysWith({ '2026-03-02': 6, '2026-03-04': 2 }).periods(5)
  expect(list.map(({ from, to, units, people }) => [from, to, units, people])).toEqual([
    ['2026-03-02', '2026-03-04', 3, 8],
  ])
})

test('too few people before a long time without votes go to those before them', () => {
  const people = { '2017-07-16': 200, '2017-08-02': 3, '2026-11-22': 40 }
  const { unit, list } = daysWith(people).periods(5)
  expect(unit).toBe('month')
  expect(list.map(({ from, to, units, people }) => [from, to, units, people])).toEqual([
    ['2017-07-16', '2017-08-31', 2, 203],
    ['2017-09-01', '2026-10-31', 110, 0],
    ['2026-11-01', '2026-11-22', 1, 40],
  ])
})

test('too few people at the very beginning wait for the next, however long that takes', () => {
  const { list } = daysWith({ '2026-03-02': 2, '2026-03-20': 9 }).periods(5)
  expect(list.map(({ from, to, people }) => [from, to, people])).toEqual([['2026-03-02', '2026-03-20', 11]])
})

test('a time without votes may be told of', () => {
  const { list } = daysWith({ '2026-03-02': 6, '2026-03-06': 5 }).periods(5)
  expect(list.map(({ from, votes }) => [from, votes])).toEqual([
    ['2026-03-02', 6],
    ['2026-03-03', 0],
    ['2026-03-06', 5],
  ])
})

test('somebody who comes back is one person, however often they vote', () => {
  const days = new VoteDays()
  for (let i = 0; i < 20; i++) days.add(i % 5, noon('2026-03-02'))
  expect(days.periods(5).list).toMatchObject([{ votes: 20, people: 5 }])
})

test('long conversations are told by weeks from Monday, very long ones by months', () => {
  const weeks = daysWith({ '2026-03-04': 5, '2026-06-01': 5 }).periods(5)
  expect([weeks.unit, weeks.list[1]?.from]).toEqual(['week', '2026-03-09'])
  const months = daysWith({ '2025-03-04': 5, '2026-06-01': 5 }).periods(5)
  expect([months.unit, months.list.at(-1)?.from]).toEqual(['month', '2026-06-01'])
})

test('of fewer people than may be shown nothing is told', () => {
  expect(daysWith({ '2026-03-02': 4 }).periods(5).list).toEqual([])
  expect(new VoteDays().periods(5).list).toEqual([])
})

test('days are those of the time zone, in summer and in winter', () => {
  const days = new VoteDays('Europe/London')
  // Half past midnight in London, which is still the day before in UTC while summer time is kept.
  for (let person = 0; person < 6; person++) days.add(person, Date.parse('2026-06-02T23:30:00Z'))
  expect(days.periods(5)).toMatchObject({
    zone: 'Europe/London',
    list: [{ from: '2026-06-03', to: '2026-06-03' }],
  })
  const winter = new VoteDays('Europe/London')
  for (let person = 0; person < 6; person++) winter.add(person, Date.parse('2026-01-02T23:30:00Z'))
  expect(winter.periods(5).list).toMatchObject([{ from: '2026-01-02' }])
})
