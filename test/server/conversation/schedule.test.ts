import { expect, test } from 'vitest'
import { changeSettings } from '../../../server/conversation/change-settings.ts'
import { dueChange, endsBeforeItBegins, momentOf } from '../../../server/conversation/schedule.ts'

const iso = (local: string, zone: string) => new Date(momentOf(local, zone)!).toISOString()

test('a local time is the moment at which the clocks of its zone show it, in winter and in summer', () => {
  expect(iso('2026-01-15T09:00', 'Europe/London')).toBe('2026-01-15T09:00:00.000Z')
  expect(iso('2026-07-15T09:00', 'Europe/London')).toBe('2026-07-15T08:00:00.000Z')
  expect(iso('2026-07-15T09:00', 'Asia/Kathmandu')).toBe('2026-07-15T03:15:00.000Z')
  expect(iso('2026-07-15T00:30', 'Pacific/Auckland')).toBe('2026-07-14T12:30:00.000Z')
  expect(momentOf('', 'Europe/London')).toBe(null)
})

test('a time that the clocks skip in spring lies after the gap', () => {
  expect(iso('2026-03-29T00:59', 'Europe/London')).toBe('2026-03-29T00:59:00.000Z')
  expect(iso('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z') // shown there as 02:30
  expect(iso('2026-03-29T02:00', 'Europe/London')).toBe('2026-03-29T01:00:00.000Z')
})

test('of a time that comes twice in autumn the first counts', () => {
  expect(iso('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z')
  expect(iso('2026-10-25T02:00', 'Europe/London')).toBe('2026-10-25T02:00:00.000Z')
  expect(iso('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
})

test('an end that looks later on the clock can be no later', () => {
  // In London the hour after half past one comes a second time.
  const schedule = {
    votingFrom: '2026-03-29T01:30',
    votingUntil: '2026-03-29T02:15',
    timeZone: 'Europe/London',
  }
  expect(endsBeforeItBegins(schedule)).toBe(true)
  expect(endsBeforeItBegins({ ...schedule, votingFrom: '' })).toBe(false)
})

test('days and zones that there are not are refused', () => {
  for (const votingFrom of [
    '2026-02-30T09:00',
    '2026-13-01T09:00',
    '2026-01-01T24:01',
    '2026-01-01',
    'soon',
  ]) {
    expect(changeSettings({}, { votingFrom }), votingFrom).toHaveProperty('problems')
  }
  expect(changeSettings({}, { timeZone: 'Mars/Olympus' })).toHaveProperty('problems')
  expect(changeSettings({}, { timeZone: 'America/New_York' })).toHaveProperty('stored')
})

test('what is to come opens at its time, what is open closes at its, and what was closed by hand stays closed', () => {
  const schedule = { votingFrom: '2026-01-01T09:00', votingUntil: '2026-01-02T09:00', timeZone: 'UTC' }
  const at = (state: Parameters<typeof dueChange>[1], time: string) =>
    dueChange(schedule, state, Date.parse(`2026-01-${time}:00.000Z`))
  expect(at('upcoming', '01T08:59')).toBe(null)
  expect(at('upcoming', '01T09:00')).toBe('open')
  expect(at('closed', '01T09:00')).toBe(null)
  expect(at('paused', '01T09:00')).toBe(null)
  expect(at('open', '02T08:59')).toBe(null)
  expect(at('open', '02T09:00')).toBe('closed')
  expect(at('paused', '02T09:00')).toBe('closed')
  // The service was not running in between.
  expect(at('upcoming', '03T09:00')).toBe('closed')
  expect(dueChange({ ...schedule, votingFrom: '' }, 'upcoming', Date.UTC(2027, 0))).toBe(null)
})
