// The queue as this page knows it: what is listed, which statement is looked at, which are chosen, and what others do. The
// service decides; here nothing is shown as done before it is.
import { batch, computed, signal } from '@preact/signals'
import { type Claim, claimList, queueDetail, queuePage } from '../../server/protocol/moderation.ts'
import type { QueueCounts, QueueDetail, QueueItem } from '../../server/protocol/moderation.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { boot } from '../page/boot.ts'
import { askStaff, type StaffRefusal } from '../staff/ask-staff.ts'
import { belongs, filters, queryOf } from './filters.ts'

/** Name of the conversation of this page. */
export const conversation = boot.conversation?.id ?? ''

/** Undefined until the list has been loaded once. */
export const items = signal<readonly QueueItem[] | undefined>(undefined)
/** Statement after which the next page begins; null at the end. */
const next = signal<number | null>(null)
export const counts = signal<QueueCounts | undefined>(undefined)
export const claims = signal<readonly Claim[]>([])
export const account = signal<number | undefined>(undefined)
/** Number of the statement that is looked at. */
export const currentId = signal<number | null>(null)
export const chosen = signal<ReadonlySet<number>>(new Set())
/** What is known of the current statement besides; undefined while it is asked for. */
export const detail = signal<QueueDetail | undefined>(undefined)
export const isLoading = signal(false)
/** Why the queue, or the last decision, could not be had. */
export const trouble = signal<StaffRefusal | null>(null)

export const hasMore = computed(() => next.value !== null)
export const current = computed(() => items.value?.find(({ id }) => id === currentId.value) ?? null)
/** What a decision is about: the chosen statements, else the current one. */
export const targets = computed<readonly QueueItem[]>(() => {
  const all = items.value ?? []
  if (chosen.value.size > 0) return all.filter(({ id }) => chosen.value.has(id))
  return current.value === null ? [] : [current.value]
})

let round = 0

/** Loads the list from its beginning, and stays at the current statement where it is still there. */
export async function load(): Promise<void> {
  const mine = ++round
  isLoading.value = true
  const answer = await askStaff(`${staffApi.queue(conversation)}?${queryOf(filters.value)}`, queuePage)
  // A later list has been asked for since.
  if (mine !== round) return
  batch(() => {
    isLoading.value = false
    trouble.value = 'refusal' in answer ? answer.refusal : null
    if ('refusal' in answer) return
    const { value } = answer
    counts.value = value.counts
    claims.value = value.claims
    account.value = value.account
    items.value = value.items
    next.value = value.next
    const known = new Set(value.items.map(({ id }) => id))
    chosen.value = new Set([...chosen.value].filter((id) => known.has(id)))
    if (currentId.value === null || !known.has(currentId.value)) look(value.items[0]?.id ?? null)
    else void loadDetail()
  })
}

/** Loads the next page of the list. */
export async function loadMore(): Promise<void> {
  const after = next.value ?? items.value?.at(-1)?.id ?? null
  if (isLoading.value || items.value === undefined) return
  const mine = ++round
  isLoading.value = true
  const address = `${staffApi.queue(conversation)}?${queryOf(filters.value, after)}`
  const answer = await askStaff(address, queuePage)
  if (mine !== round) return
  batch(() => {
    isLoading.value = false
    trouble.value = 'refusal' in answer ? answer.refusal : null
    if ('refusal' in answer) return
    const known = new Set(items.value?.map(({ id }) => id))
    items.value = [...(items.value ?? []), ...answer.value.items.filter(({ id }) => !known.has(id))]
    next.value = answer.value.next
    counts.value = answer.value.counts
    if (currentId.value === null) look(items.value[0]?.id ?? null)
  })
}

/** Takes over what has changed past the decisions that news tell of: new statements, reports, checks. */
export async function refresh(): Promise<void> {
  if (isLoading.value || items.value === undefined) return
  const mine = ++round
  const answer = await askStaff(`${staffApi.queue(conversation)}?${queryOf(filters.value)}`, queuePage)
  if (mine !== round || 'refusal' in answer || items.value === undefined) return
  const { value } = answer
  const known = new Set(items.value.map(({ id }) => id))
  const isWhole = value.next === null
  batch(() => {
    // All of it fits one page: what the page does not hold has gone.
    const gone = isWhole ? items.value!.filter(({ id }) => !value.items.some((each) => each.id === id)) : []
    if (gone.length > 0) items.value = items.value!.filter((item) => !gone.includes(item))
    if (isWhole) next.value = null
    patch(value.items.filter(({ id }) => isWhole || known.has(id)))
  })
  if (!isWhole && next.value === null && filters.value.order === 'oldest') await loadMore()
}

/** Makes a statement the current one. */
export function look(id: number | null): void {
  if (id === currentId.value) return
  batch(() => {
    currentId.value = id
    detail.value = undefined
  })
  claimSoon()
  if (id !== null) void loadDetail()
}

/** Goes so many statements on or back; false at the ends. */
export function go(steps: number): boolean {
  const all = items.value ?? []
  const place = all.findIndex(({ id }) => id === currentId.value)
  const wanted = all[place + steps]
  if (wanted === undefined) return false
  look(wanted.id)
  // The next page is there before it is reached.
  if (hasMore.value && place + steps > all.length - 10) void loadMore()
  return true
}

export function toggleChosen(id: number): void {
  const changed = new Set(chosen.value)
  if (!changed.delete(id)) changed.add(id)
  chosen.value = changed
  claimSoon()
}

export function chooseNone(): void {
  chosen.value = new Set()
  claimSoon()
}

export function chooseAllShown(): void {
  chosen.value = new Set((items.value ?? []).slice(0, 500).map(({ id }) => id))
  claimSoon()
}

/** Takes over what statements have become; what does not belong to the list any more goes, what has come back comes. */
export function patch(changed: readonly QueueItem[]): void {
  const byId = new Map(changed.map((item) => [item.id, item]))
  const before = items.value ?? []
  const place = before.findIndex(({ id }) => id === currentId.value)
  const kept = before.flatMap((item) => {
    const now = byId.get(item.id) ?? item
    return belongs(now, filters.value) ? [now] : []
  })
  const known = new Set(before.map(({ id }) => id))
  const limit = next.value
  const isOldest = filters.value.order === 'oldest'
  const isReached = (id: number) => limit === null || (isOldest ? id <= limit : id >= limit)
  const fresh = changed.filter(
    (item) => !known.has(item.id) && isReached(item.id) && belongs(item, filters.value),
  )
  const listed = [...kept, ...fresh].sort((a, b) => (isOldest ? a.id - b.id : b.id - a.id))
  const left = new Set(listed.map(({ id }) => id))
  batch(() => {
    items.value = listed
    chosen.value = new Set([...chosen.value].filter((id) => left.has(id)))
    if (currentId.value === null || left.has(currentId.value)) {
      if (currentId.value !== null && byId.has(currentId.value)) void loadDetail()
      else if (currentId.value === null) look(listed[0]?.id ?? null)
      return
    }
    // The one after it, else the one before it.
    const after = before.slice(place + 1).find(({ id }) => left.has(id))
    const back = before.slice(0, place).findLast(({ id }) => left.has(id))
    look((after ?? back ?? listed[0])?.id ?? null)
  })
  if (hasMore.value && listed.length < 20) void loadMore()
}

/** Who else has the statement before them. */
export function claimedByOther(id: number): Claim | null {
  return claims.value.find((each) => each.statement === id && each.account !== account.value) ?? null
}

let detailRound = 0

export async function loadDetail(): Promise<void> {
  const id = currentId.value
  if (id === null) return
  const mine = ++detailRound
  const answer = await askStaff(staffApi.queueItem(conversation, id), queueDetail)
  if (mine === detailRound && id === currentId.value && 'value' in answer) detail.value = answer.value
}

const CLAIM_AFTER_MS = 120
const RENEW_EVERY_MS = 25_000
let claimTimer: ReturnType<typeof setTimeout> | undefined

function claimSoon(): void {
  clearTimeout(claimTimer)
  claimTimer = setTimeout(() => void claim(), CLAIM_AFTER_MS)
}

/** Tells the other moderators what this one has before them. */
export async function claim({ takeOver = false } = {}): Promise<void> {
  clearTimeout(claimTimer)
  const wanted = chosen.value.size > 0 ? [...chosen.value] : currentId.value === null ? [] : [currentId.value]
  const answer = await askStaff(staffApi.queueClaims(conversation), claimList, {
    method: 'PUT',
    body: { statements: wanted, takeOver },
  })
  if ('value' in answer) claims.value = answer.value.claims
  // A page that nobody looks at lets go of what it has.
  if (document.visibilityState === 'visible') claimTimer = setTimeout(() => void claim(), RENEW_EVERY_MS)
}
