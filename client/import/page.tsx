// `/facilitate/import`: files are chosen, sent, checked, and then imported all at once or not at all.
import { signal } from '@preact/signals'
import { render } from 'preact'
import * as v from 'valibot'
import {
  begunImport,
  type CheckedImport,
  checkedImport,
  finishedImport,
  importApi,
  type ImportWish,
} from '../../server/protocol/imports.ts'
import { linkTo } from '../page/link-to.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { Field } from '../staff/field.tsx'
import { StaffShell } from '../staff/staff-shell.tsx'
import { Columns } from './columns.tsx'
import { say } from './say.ts'
import { upload } from './upload.ts'

const files = signal<readonly File[]>([])
const id = signal('')
const invert = signal(false)
const columns = signal<ImportWish['columns']>(null)
/** Name of the import under way. */
const name = signal<string | null>(null)
const busy = signal<string | null>(null)
const trouble = signal<string | null>(null)
const checked = signal<CheckedImport | null>(null)
const imported = signal<string | null>(null)
let stopping = new AbortController()

const wish = (): ImportWish => ({
  id: id.value.trim() === '' ? null : id.value.trim(),
  invert: invert.value,
  columns: columns.value,
})

async function send(): Promise<void> {
  await forget()
  stopping = new AbortController()
  const begun = await askStaff(importApi.imports(), begunImport, { method: 'POST' })
  if ('refusal' in begun) return void (trouble.value = begun.refusal.message)
  name.value = begun.value.name
  for (const file of files.value) {
    const show = (share: number) =>
      (busy.value = say('uploading', { file: file.name, share: Math.round(100 * share) }))
    show(0)
    const failure = await upload(begun.value.name, file, show, stopping.signal)
    if (failure === null) continue
    busy.value = null
    trouble.value = failure
    return
  }
  await check()
}

async function check(): Promise<void> {
  if (name.value === null) return
  trouble.value = null
  checked.value = null
  busy.value = say('checking')
  const { signal } = stopping
  const answer = await askStaff(importApi.check(name.value), checkedImport, { body: wish(), signal })
  busy.value = null
  if (signal.aborted) return
  if ('refusal' in answer) trouble.value = answer.refusal.message
  else checked.value = answer.value
}

async function finish(): Promise<void> {
  if (name.value === null) return
  trouble.value = null
  busy.value = say('importing')
  const answer = await askStaff(importApi.finish(name.value), finishedImport, { body: wish() })
  busy.value = null
  if ('refusal' in answer) return void (trouble.value = answer.refusal.message)
  imported.value = answer.value.id
  name.value = null
  checked.value = null
}

async function cancel(): Promise<void> {
  stopping.abort()
  await forget()
  busy.value = null
  trouble.value = say('cancelled')
}

async function forget(): Promise<void> {
  const left = name.value
  name.value = null
  checked.value = null
  trouble.value = null
  imported.value = null
  if (left !== null) await askStaff(importApi.import(left), v.object({}), { method: 'DELETE' })
}

function Page() {
  return (
    <StaffShell>
      <div class="column">
        <h1>{say('heading')}</h1>
        <p class="lead">{say('intro')}</p>
        <section class="panel" aria-label={say('files')}>
          <form
            class="staff-form"
            onSubmit={(event) => {
              event.preventDefault()
              if (files.value.length > 0 && busy.value === null) void send()
            }}
          >
            <div class="field">
              <label for="files">{say('files')}</label>
              <p class="field-note" id="files-hint">
                {say('filesHint')}
              </p>
              <input
                id="files"
                type="file"
                multiple
                accept=".zip,.csv,.json"
                aria-describedby="files-hint"
                onChange={(event) => (files.value = [...(event.currentTarget.files ?? [])])}
              />
            </div>
            <Field
              label={say('name')}
              hint={say('nameHint')}
              value={id.value}
              isRequired={false}
              onValue={(value) => (id.value = value)}
            />
            <p class="actions">
              <button
                type="submit"
                class="button"
                aria-disabled={files.value.length === 0 || busy.value !== null}
              >
                {say('check')}
              </button>
              {name.value !== null && (
                <button type="button" class="button button-quiet" onClick={() => void cancel()}>
                  {say('cancel')}
                </button>
              )}
            </p>
          </form>
        </section>
        <p role="status">{busy.value}</p>
        {trouble.value !== null && (
          <p class="notice notice-trouble" role="alert">
            {trouble.value}
          </p>
        )}
        {checked.value?.kind === 'refused' && <Refused refused={checked.value} />}
        {checked.value?.kind === 'ready' && <Ready ready={checked.value} />}
        {imported.value !== null && (
          <p class="notice" role="status">
            {say('done')} <a href={linkTo(`/facilitate/${imported.value}`)}>{say('open')}</a>
          </p>
        )}
      </div>
    </StaffShell>
  )
}

function Refused({ refused }: { refused: Extract<CheckedImport, { kind: 'refused' }> }) {
  const again = (
    <p class="actions">
      <button type="button" class="button" onClick={() => void check()}>
        {say('checkAgain')}
      </button>
    </p>
  )
  return (
    <section class="panel" aria-labelledby="refused-heading">
      <h2 id="refused-heading">{say('refused')}</h2>
      <p class="notice notice-trouble" lang="en">
        {refused.reason}
      </p>
      {refused.looksInverted && (
        <>
          <fieldset>
            <legend>{say('invertQuestion')}</legend>
            <label class="choice">
              <input
                type="checkbox"
                checked={invert.value}
                onChange={(event) => (invert.value = event.currentTarget.checked)}
              />{' '}
              {say('invert')}
            </label>
          </fieldset>
          {again}
        </>
      )}
      {refused.columns !== null && (
        <>
          <Columns names={refused.columns} chosen={columns} />
          {again}
        </>
      )}
    </section>
  )
}

function Ready({ ready }: { ready: Extract<CheckedImport, { kind: 'ready' }> }) {
  const { topic, participants, statements, votes, contradictions, isTaken } = ready
  return (
    <section class="panel" aria-labelledby="ready-heading">
      <h2 id="ready-heading">{say('ready')}</h2>
      <p class="written" dir="auto">
        <strong>{topic}</strong>
      </p>
      <p>{say('counts', { participants, statements, votes })}</p>
      {contradictions.length === 0 ? (
        <p>{say('consistent')}</p>
      ) : (
        <>
          <p>{say('contradictions', { count: contradictions.length })}</p>
          <ul lang="en">
            {contradictions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {isTaken ? (
        <>
          <p class="notice notice-trouble">{say('taken', { id: ready.id })}</p>
          <p class="actions">
            <button type="button" class="button" onClick={() => void check()}>
              {say('checkAgain')}
            </button>
          </p>
        </>
      ) : (
        <p class="actions">
          <button
            type="button"
            class="button"
            onClick={() => void finish()}
            aria-disabled={busy.value !== null}
          >
            {say('finish', { id: ready.id })}
          </button>
        </p>
      )}
    </section>
  )
}

const root = document.getElementById('page')
if (root) render(<Page />, root)
