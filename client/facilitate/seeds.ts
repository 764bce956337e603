// Seed statements on their way: what was typed or chosen, what the service says of each row, and what was saved.
import { computed, signal } from '@preact/signals'
import { facilitateApi } from '../../server/protocol/facilitate/addresses.ts'
import { savedSeeds, seedPreview, type SeedRow, SEEDS_LIMIT } from '../../server/protocol/facilitate/seeds.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { say } from './say.ts'

export const typed = signal('')
/** What the service says of each row; undefined before it was asked. */
export const rows = signal<readonly SeedRow[] | undefined>(undefined)
export const trouble = signal('')
export const isBusy = signal(false)
/** How many were saved the last time; null before. */
export const saved = signal<number | null>(null)
export const accepted = computed(() => (rows.value ?? []).filter(({ verdict }) => verdict === 'ok'))

/** Asks what would become of each row of a text or a file. */
export async function look(id: string, source: Blob): Promise<void> {
  rows.value = undefined
  saved.value = null
  // Such a file is not even sent.
  if (source.size > SEEDS_LIMIT.bytes) {
    trouble.value = say('seedsTooLarge')
    return
  }
  isBusy.value = true
  trouble.value = ''
  const before = typed.value
  const answer = await askStaff(facilitateApi.seedPreview(id), seedPreview, { method: 'POST', file: source })
  isBusy.value = false
  if ('refusal' in answer) trouble.value = answer.refusal.message
  // What has been typed since is another text.
  else if (typed.value === before) rows.value = answer.value.rows
}

/** Saves the rows that can be saved, and says whether they are; what was typed stays until they are. */
export async function saveSeeds(id: string): Promise<boolean> {
  if (isBusy.value || accepted.value.length === 0) return false
  isBusy.value = true
  const before = typed.value
  const answer = await askStaff(facilitateApi.seeds(id), savedSeeds, {
    body: { texts: accepted.value.map(({ text }) => text) },
  })
  isBusy.value = false
  if ('refusal' in answer) {
    trouble.value = answer.refusal.message
    return false
  }
  saved.value = answer.value.saved
  rows.value = undefined
  if (typed.value === before) typed.value = ''
  return true
}
