// `/facilitate/import`: files are chosen, sent, checked, and then imported all at once or not at all.
import { render } from 'preact'
import { linkTo } from '../page/link-to.ts'
import { Field } from '../staff/field.tsx'
import { FileField } from '../staff/file-field.tsx'
import { StaffShell } from '../staff/staff-shell.tsx'
import { cancel, current, files, forget, id, isBusy, resume, send, trouble } from './import-state.ts'
import { Ready, Refused } from './outcome.tsx'
import { Progress } from './progress.tsx'
import { say } from './say.ts'

function Page() {
  const stage = current.value?.stage ?? null
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
              if (files.value.length > 0 && !isBusy()) void send()
            }}
          >
            <FileField
              id="files"
              label={say('files')}
              help={say('filesHint')}
              accept=".zip,.csv,.json"
              isMany
              onFiles={(chosen) => (files.value = chosen)}
            />
            <Field
              label={say('name')}
              hint={say('nameHint')}
              value={id.value}
              isRequired={false}
              onValue={(value) => (id.value = value)}
            />
            <p class="actions">
              <button type="submit" class="button" aria-disabled={files.value.length === 0 || isBusy()}>
                {say('check')}
              </button>
              {stage !== null && stage.kind !== 'stored' && stage.kind !== 'failed' && (
                <button type="button" class="button button-quiet" onClick={() => void cancel()}>
                  {say('cancel')}
                </button>
              )}
            </p>
          </form>
        </section>
        <Progress stage={stage} />
        {trouble.value !== null && (
          <p class="notice notice-trouble" role="alert">
            {trouble.value}
          </p>
        )}
        {stage?.kind === 'refused' && <Refused refused={stage} />}
        {stage?.kind === 'ready' && <Ready ready={stage} />}
        {stage?.kind === 'failed' && (
          <p class="notice notice-trouble" role="alert">
            {say(stage.isTaken ? 'takenMeanwhile' : 'failed')}
          </p>
        )}
        {stage?.kind === 'stored' && (
          <>
            <p class="notice" role="status">
              {say('done')} <a href={linkTo(`/facilitate/${stage.id}`)}>{say('open')}</a>
            </p>
            <p class="actions">
              <button type="button" class="button button-quiet" onClick={() => void forget()}>
                {say('another')}
              </button>
            </p>
          </>
        )}
      </div>
    </StaffShell>
  )
}

const root = document.getElementById('page')
if (root) {
  render(<Page />, root)
  void resume()
}
