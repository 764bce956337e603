// Votes over time: days, weeks or months, whichever gives a readable number, with neighbours put together until each stretch
// tells of enough people. Days are those of the conversation's time zone, so that an evening is never cut in two.
import { offsetMs } from '../conversation/schedule.ts'
import type { ReportFacts, ReportPeriod } from './facts.ts'

const DAY_MS = 86_400_000
const STRETCH_MS = 900_000
/** Most days, and most weeks, that are shown one by one. */
const MOST_DAYS = 45
const MOST_WEEKS = 60
/** So many days, weeks or months without votes are not joined to what comes before them. */
const LONG_QUIET = 3

/** Collects who voted on which day. */
export class VoteDays {
  readonly #days = new Map<number, { votes: number; readonly people: Set<number> }>()
  readonly #timeZone: string
  /** Offset of the zone by stretch of time; clocks are changed only where one begins. */
  readonly #offsets = new Map<number, number>()

  constructor(timeZone = 'UTC') {
    this.#timeZone = timeZone
  }

  /** Takes in one act of voting. */
  add(participant: number, timeMs: number): void {
    const number = Math.floor((timeMs + this.#offsetAt(timeMs)) / DAY_MS)
    let day = this.#days.get(number)
    if (day === undefined) {
      day = { votes: 0, people: new Set() }
      this.#days.set(number, day)
    }
    day.votes++
    day.people.add(participant)
  }

  /** The stretches from the first vote to the last, each of at least `smallest` people; none where there are fewer. */
  periods(smallest: number): ReportFacts['periods'] {
    const numbers = [...this.#days.keys()]
    const first = Math.min(...numbers)
    const last = Math.max(...numbers)
    if (numbers.length === 0) return { unit: 'day', zone: this.#timeZone, list: [] }
    const span = last - first + 1
    const unit = span <= MOST_DAYS ? 'day' : span <= 7 * MOST_WEEKS ? 'week' : 'month'
    const list: Stretch[] = []
    /** What has too few people so far, and the time without votes after it. */
    let open: Stretch | null = null
    let quiet: Stretch | null = null
    for (let start = startOf(first, unit); start <= last; start = nextStart(start, unit)) {
      const each = this.#stretch(start, nextStart(start, unit) - 1)
      const before = list.at(-1)
      if (each.votes > 0) {
        if (open !== null && quiet !== null) join(open, quiet)
        quiet = null
        if (open === null) open = each
        else join(open, each)
        if (open.people.size < smallest) continue
        list.push(open)
        open = null
      } else if (open === null) {
        if (before?.votes === 0) join(before, each)
        else list.push(each)
      } else {
        if (quiet === null) quiet = each
        else join(quiet, each)
        if (quiet.units < LONG_QUIET || before === undefined || before.votes === 0) continue
        // The next votes are far away: the few people go to those before them.
        join(before, open)
        list.push(quiet)
        open = quiet = null
      }
    }
    // What is left over at the end goes to the stretch before it, as far back as it takes.
    while (open !== null && list.length > 0) {
      const before: Stretch = list.pop()!
      join(before, open)
      open = before
      if (open.people.size < smallest) continue
      list.push(open)
      open = null
    }
    return {
      unit,
      zone: this.#timeZone,
      list: list.map((stretch) =>
        asPeriod({ ...stretch, from: Math.max(stretch.from, first), to: Math.min(stretch.to, last) }),
      ),
    }
  }

  #offsetAt(timeMs: number): number {
    const stretch = Math.floor(timeMs / STRETCH_MS)
    let offset = this.#offsets.get(stretch)
    if (offset === undefined) {
      offset = offsetMs(stretch * STRETCH_MS, this.#timeZone)
      this.#offsets.set(stretch, offset)
    }
    return offset
  }

  /** One day, week or month. */
  #stretch(from: number, to: number): Stretch {
    const stretch: Stretch = { from, to, units: 1, votes: 0, people: new Set() }
    for (let number = from; number <= to; number++) {
      const day = this.#days.get(number)
      if (day === undefined) continue
      stretch.votes += day.votes
      for (const person of day.people) stretch.people.add(person)
    }
    return stretch
  }
}

interface Stretch {
  readonly from: number
  to: number
  units: number
  votes: number
  readonly people: Set<number>
}

/** Adds a stretch to the one before it. */
function join(before: Stretch, { to, units, votes, people }: Stretch): void {
  before.to = to
  before.units += units
  before.votes += votes
  for (const person of people) before.people.add(person)
}

function asPeriod({ from, to, units, votes, people }: Stretch): ReportPeriod {
  return { from: nameOf(from), to: nameOf(to), units, votes, people: people.size }
}

/** First day of the day, week (from Monday) or month that holds a day, in days since 1970. */
function startOf(day: number, unit: 'day' | 'week' | 'month'): number {
  if (unit === 'day') return day
  if (unit === 'week') return day - ((day + 3) % 7) // 1 January 1970 was a Thursday
  const date = new Date(day * DAY_MS)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / DAY_MS
}

function nextStart(start: number, unit: 'day' | 'week' | 'month'): number {
  if (unit === 'day') return start + 1
  if (unit === 'week') return start + 7
  const date = new Date(start * DAY_MS)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / DAY_MS
}

function nameOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
