// What the page for results knows: what was written for the report, as stored and as typed, and the published versions.
import { computed, signal } from '@preact/signals'
import * as v from 'valibot'
import {
  publishedVersion,
  reportDesk,
  type PublishedVersion,
  type ReportDesk,
} from '../../server/protocol/report-desk.ts'
import { type FacilitatorWords, NO_WORDS } from '../../server/protocol/report.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { askStaff } from '../staff/ask-staff.ts'

/** Undefined until it is known. */
export const desk = signal<ReportDesk | undefined>(undefined)
/** The words as they are typed now. */
export const typed = signal<FacilitatorWords>(NO_WORDS)
/** Why something was not done, in words. */
export const trouble = signal<string | null>(null)
/** What is under way or has just been done. */
export const state = signal<'idle' | 'saving' | 'saved' | 'publishing' | 'published'>('idle')

/** Whether there are words that are not stored. */
export const isChanged = computed(
  () =>
    JSON.stringify(withoutGaps(typed.value)) !== JSON.stringify(withoutGaps(desk.value?.words ?? NO_WORDS)),
)

/** Number of the version that would be published next. */
export const nextNumber = computed(() => (desk.value?.versions.at(-1)?.number ?? 0) + 1)

export async function loadDesk(conversation: string): Promise<void> {
  const answer = await askStaff(staffApi.report(conversation), reportDesk)
  if ('refusal' in answer) trouble.value = answer.refusal.message
  else {
    desk.value = answer.value
    typed.value = answer.value.words
  }
}

export async function saveWords(conversation: string): Promise<void> {
  state.value = 'saving'
  trouble.value = null
  const body = withoutGaps(typed.value)
  const answer = await askStaff(staffApi.reportWords(conversation), v.strictObject({}), {
    method: 'PUT',
    body,
  })
  if ('refusal' in answer) {
    state.value = 'idle'
    trouble.value = answer.refusal.message
    return
  }
  if (desk.value) desk.value = { ...desk.value, words: body }
  state.value = 'saved'
}

export async function publish(conversation: string): Promise<void> {
  state.value = 'publishing'
  trouble.value = null
  const answer = await askStaff(staffApi.reportVersions(conversation), publishedVersion, { method: 'POST' })
  if ('refusal' in answer) {
    state.value = 'idle'
    trouble.value = answer.refusal.message
    return
  }
  const versions: PublishedVersion[] = [...(desk.value?.versions ?? []), answer.value]
  if (desk.value) desk.value = { ...desk.value, versions }
  state.value = 'published'
}

/** The words without texts that are empty, as they are stored. */
export function withoutGaps(words: FacilitatorWords): FacilitatorWords {
  const { introduction, groups, axes, notes } = words
  return {
    introduction: filled(introduction),
    groups: filledEach(groups),
    axes: filledEach(axes),
    notes: filledEach(notes),
  }
}

type Written = { readonly en?: string | undefined; readonly cy?: string | undefined }

function filled({ en, cy }: Written): { en?: string; cy?: string } {
  return { ...(en?.trim() && { en: en.trim() }), ...(cy?.trim() && { cy: cy.trim() }) }
}

function filledEach(texts: {
  readonly [name: string]: Written | undefined
}): Record<string, ReturnType<typeof filled>> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, filled(text ?? {})] as const)
      .filter(([, text]) => text.en !== undefined || text.cy !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
