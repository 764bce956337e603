// When a conversation opens and closes by itself: local times in a time zone, which become moments by the rules of that
// zone. A time that the clocks skip in spring is the moment after the gap; one that comes twice in autumn is the first.
import * as v from 'valibot'

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const localTime = v.optional(
  v.pipe(
    v.string(),
    v.check((text) => text === '' || isLocalTime(text), 'must be a day and a time such as 2026-03-04T09:00'),
  ),
  '',
)

export const scheduleRows = {
  votingFrom: localTime,
  votingUntil: localTime,
  timeZone: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(60),
      v.check(isTimeZone, 'must be the name of a time zone such as Europe/London'),
    ),
    'Europe/London',
  ),
}

export interface Schedule {
  readonly votingFrom: string
  readonly votingUntil: string
  readonly timeZone: string
}

/** The moment of a local time such as 2026-03-04T09:00, milliseconds since 1970; null for an empty one. */
export function momentOf(local: string, timeZone: string): number | null {
  if (local === '') return null
  const asIfUtc = Date.parse(`${local}:00Z`)
  const offsets = [asIfUtc - DAY_MS, asIfUtc + DAY_MS].map((around) => offsetMs(around, timeZone))
  const candidates = offsets.map((offset) => asIfUtc - offset)
  const real = candidates.filter((moment) => moment + offsetMs(moment, timeZone) === asIfUtc)
  // In a gap the offset before it leads to the moment that lies as far after the gap as the time lies in it.
  return real.length > 0 ? Math.min(...real) : asIfUtc - offsets[0]!
}

/** Whether voting would close before it opens, or at the same moment. */
export function endsBeforeItBegins({ votingFrom, votingUntil, timeZone }: Schedule): boolean {
  const from = momentOf(votingFrom, timeZone)
  const until = momentOf(votingUntil, timeZone)
  return from !== null && until !== null && until <= from
}

/**
 * What the schedule asks for now: to open what is still to come, or to close what is open or paused. Null for nothing;
 * what was closed by hand stays closed.
 */
export function dueChange(
  schedule: Schedule,
  state: 'open' | 'upcoming' | 'paused' | 'closed',
  nowMs: number,
): 'open' | 'closed' | null {
  const from = momentOf(schedule.votingFrom, schedule.timeZone)
  const until = momentOf(schedule.votingUntil, schedule.timeZone)
  if (until !== null && until <= nowMs) {
    // What never opened before its end is closed too, but only where it was to open by itself.
    if (state === 'open' || state === 'paused') return 'closed'
    return state === 'upcoming' && from !== null ? 'closed' : null
  }
  return state === 'upcoming' && from !== null && from <= nowMs ? 'open' : null
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
export function offsetMs(moment: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(moment / 1000) * 1000
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

function isLocalTime(text: string): boolean {
  if (!LOCAL.test(text)) return false
  const moment = new Date(`${text}:00Z`)
  // Days that no month has are moved by Date; such a text does not come back.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== undefined
  } catch {
    return false
  }
}
