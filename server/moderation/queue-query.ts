// The filters of the queue as the store takes them.
import { concerns, LIMITS, type QueueFilters } from '../protocol/moderation.ts'
import type { QueueQuery } from '../store/moderation-store.ts'
import { bitsOf } from './check-statements.ts'
import { foldText } from './word-list.ts'

const HOUR_MS = 3_600_000
const AGES = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const

/** One more than a page, so that it is known whether there is another. */
export function queryOf(filters: QueueFilters, nowMs: number): QueueQuery {
  const { state, language, concern, reported, similar, seed, meta, age, search = '', order, after } = filters
  const [, number] = /^#(\d{1,9})$/.exec(search.trim()) ?? []
  const parts = number === undefined ? foldText(search).split(' ') : []
  return {
    // One that is asked for by its number is found wherever it is.
    state: number === undefined ? state : 'all',
    language,
    concerns: concern === 'any' ? bitsOf(concerns) : concern && bitsOf([concern]),
    isReported: reported && true,
    isSimilar: similar && true,
    isSeed: seed && seed === 'yes',
    isMeta: meta && true,
    writtenBeforeMs: age && nowMs - AGES[age],
    search: parts.filter((part) => part !== ''),
    id: number === undefined ? undefined : Number(number),
    order,
    after: after === undefined ? null : Number(after),
    limit: LIMITS.page + 1,
  }
}
