// The import that the page shows: sent, checked, stored. What takes its time goes on in the service, and the page asks how far it
// has come; after a reload it finds what it had begun.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import {
  begunImport,
  importApi,
  type ImportState,
  importState,
  importStates,
  type ImportWish,
} from '../../server/protocol/imports.ts'
import { askStaff, type StaffAnswer } from '../staff/ask-staff.ts'
import { say } from './say.ts'
import { upload } from './upload.ts'

const ASK_EVERY_MS = 400

export const files = signal<readonly File[]>([])
export const id = signal('')
export const invert = signal(false)
export const mendQuotes = signal(false)
export const encoding = signal<ImportWish['encoding']>(null)
export const columns = signal<ImportWish['columns']>(null)

/** What the service says of the import; null where there is none. */
export const current = signal<ImportState | null>(null)
/** The file that is being sent, and its share. */
export const sending = signal<{ readonly file: string; readonly share: number } | null>(null)
export const trouble = signal<string | null>(null)
let stopping = new AbortController()
let timer: ReturnType<typeof setTimeout> | undefined

const wish = (): ImportWish => ({
  id: id.value.trim() === '' ? null : id.value.trim(),
  invert: invert.value,
  mendQuotes: mendQuotes.value,
  encoding: encoding.value,
  columns: columns.value,
})

/** Whether something is going on that one has to wait for. */
export function isBusy(): boolean {
  const kind = current.value?.stage.kind
  return sending.value !== null || kind === 'reading' || kind === 'storing'
}

/** Finds what was begun before the page was loaded again. */
export async function resume(): Promise<void> {
  const answer = await askStaff(importApi.imports(), importStates)
  if ('refusal' in answer || current.value !== null || sending.value !== null) return
  const [found] = answer.value.imports.filter(({ stage }) => stage.kind !== 'receiving').slice(-1)
  if (found === undefined) return
  if (found.wish !== null) {
    id.value = found.wish.id ?? ''
    invert.value = found.wish.invert
    mendQuotes.value = found.wish.mendQuotes
    encoding.value = found.wish.encoding
    columns.value = found.wish.columns
  }
  take({ value: found })
}

/** Sends the files and has them checked. What was answered about other files counts no longer. */
export async function send(): Promise<void> {
  await forget()
  invert.value = mendQuotes.value = false
  encoding.value = columns.value = null
  const own = new AbortController()
  stopping = own
  const begun = await askStaff(importApi.imports(), begunImport, { method: 'POST' })
  if ('refusal' in begun) return void (trouble.value = begun.refusal.message)
  const { name } = begun.value
  current.value = { name, files: [], wish: null, stage: { kind: 'receiving' } }
  for (const file of files.value) {
    const show = (share: number) => (sending.value = { file: file.name, share })
    show(0)
    const failure = await upload(name, file, show, own.signal)
    if (own.signal.aborted) return
    if (failure === null) continue
    sending.value = null
    trouble.value = failure
    return
  }
  sending.value = null
  await check()
}

export async function check(): Promise<void> {
  const { name } = current.value ?? {}
  if (name === undefined) return
  trouble.value = null
  take(await askStaff(importApi.check(name), importState, { body: wish() }))
}

export async function finish(): Promise<void> {
  const { name } = current.value ?? {}
  if (name === undefined) return
  trouble.value = null
  take(await askStaff(importApi.finish(name), importState, { method: 'POST' }))
}

export async function cancel(): Promise<void> {
  await forget()
  trouble.value = say('cancelled')
}

/** Leaves the import that is shown; one that is not finished is called off. */
export async function forget(): Promise<void> {
  stopping.abort()
  clearTimeout(timer)
  const left = current.value
  current.value = sending.value = trouble.value = null
  if (left !== null) await askStaff(importApi.import(left.name), v.object({}), { method: 'DELETE' })
}

function take(answer: StaffAnswer<ImportState>): void {
  clearTimeout(timer)
  if ('refusal' in answer) return void (trouble.value = answer.refusal.message)
  current.value = answer.value
  if (isBusy()) timer = setTimeout(() => void ask(answer.value.name), ASK_EVERY_MS)
}

async function ask(name: string): Promise<void> {
  const answer = await askStaff(importApi.import(name), importState)
  if (current.value?.name !== name) return
  // The service may be away for a moment; the import, if it is still there, goes on.
  if ('refusal' in answer && answer.refusal.code === 'storage-unavailable') {
    timer = setTimeout(() => void ask(name), ASK_EVERY_MS)
    return
  }
  if ('refusal' in answer) current.value = null
  take(answer)
}
