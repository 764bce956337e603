// The filters of the queue, kept in the page's address, so that a reload, a link and going back show the same.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { queueFilters, type QueueFilters, type QueueItem } from '../../server/protocol/moderation.ts'

/** The filters without the place in the list. */
export type Filters = Omit<QueueFilters, 'after'>

const plain: Filters = { state: 'pending', order: 'oldest' }

export const filters = signal<Filters>(read())

/** Whether anything is filtered but the state. */
export function isNarrowed({ state: _, order: _order, ...others }: Filters): boolean {
  return Object.values(others).some((value) => value !== undefined && value !== '')
}

/** The filters as they stand in an address. */
export function queryOf(chosen: Filters, after: number | null = null): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(chosen)) {
    if (value !== undefined && value !== '') query.set(name, value)
  }
  if (after !== null) query.set('after', String(after))
  return query
}

/** Chooses other filters, in the address too. */
export function choose(changes: Partial<Filters>): void {
  filters.value = { ...filters.value, ...changes }
  const query = queryOf(filters.value)
  for (const [name, value] of Object.entries(plain)) if (query.get(name) === value) query.delete(name)
  const language = new URLSearchParams(location.search).get('lang')
  if (language !== null) query.set('lang', language)
  history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query}`}`)
}

/** Everything that waits, unfiltered. */
export function chooseAll(): void {
  const none = Object.fromEntries(Object.keys(filters.value).map((name) => [name, undefined]))
  choose({ ...none, ...plain })
}

/** Whether an item, as it has become, still belongs to what is shown. What only the service can tell is taken to hold. */
export function belongs({ state, reports, isMeta, isSeed }: QueueItem, chosen: Filters): boolean {
  if (chosen.search?.trim().startsWith('#')) return true
  if (chosen.state !== 'all' && chosen.state !== state) return false
  if (chosen.reported !== undefined && reports === 0) return false
  if (chosen.meta !== undefined && !isMeta) return false
  return chosen.seed === undefined || isSeed === (chosen.seed === 'yes')
}

function read(): Filters {
  const { lang: _, after: _after, ...asked } = Object.fromEntries(new URLSearchParams(location.search))
  const parsed = v.safeParse(queueFilters, asked)
  if (!parsed.success) return plain
  const { after: _place, ...chosen } = parsed.output
  return chosen
}
