// Statements to begin with: typed, pasted or out of a table, looked at before they are saved.
import { useEffect } from 'preact/hooks'
import { statements, loadStatements } from '../conversation/state.ts'
import { FileField } from '../staff/file-field.tsx'
import { may } from '../staff/who.ts'
import { conversation } from './conversation.ts'
import { say } from './say.ts'
import { accepted, isBusy, look, rows, saved, saveSeeds, trouble, typed } from './seeds.ts'
import { SeedTable } from './seed-table.tsx'

export function StatementsPage({ id }: { id: string }) {
  const count = conversation.value?.counts.statements
  useEffect(() => {
    // Where it fails, the list stays as it is until something changes again.
    void loadStatements(id).catch(() => undefined)
  }, [id, count, saved.value])
  return (
    <div class="sections">
      {may('add-statements', id) && <AddSeeds id={id} />}
      <section class="panel" aria-labelledby="list-heading">
        <h2 id="list-heading" tabindex={-1}>
          {say('seedsList')}
        </h2>
        <p>
          {statements.value.size === 0
            ? say('seedsThereNone')
            : say('seedsThere', { count: statements.value.size })}
        </p>
        {may('read-queue', id) && <p class="quiet">{say('seedsModerate')}</p>}
        <ol class="statement-list">
          {[...statements.value].map(([number, text]) => (
            <li key={number} value={number}>
              <p class="written" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function AddSeeds({ id }: { id: string }) {
  return (
    <section class="panel" aria-labelledby="seeds-heading">
      <h2 id="seeds-heading">{say('seedsHeading')}</h2>
      <p>{say('seedsIntroduction')}</p>
      <form
        class="staff-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.value.trim() !== '') void look(id, new Blob([typed.value], { type: 'text/plain' }))
        }}
      >
        <div class="field">
          <label for="seeds">{say('seedsField')}</label>
          <textarea
            id="seeds"
            rows={8}
            dir="auto"
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value
              rows.value = undefined
            }}
          />
        </div>
        <button type="submit" class="button button-quiet" aria-disabled={isBusy.value}>
          {say('seedsLook')}
        </button>
        <FileField
          id="seeds-file"
          label={say('seedsFile')}
          help={say('seedsFileHelp')}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onFiles={([chosen]) => chosen !== undefined && void look(id, chosen)}
        />
      </form>
      <p role="alert" class="field-trouble">
        {trouble.value}
      </p>
      <div role="status">
        {isBusy.value && <p class="quiet">{say('seedsLooking')}</p>}
        {saved.value !== null && <p class="notice">{say('seedsSaved', { count: saved.value })}</p>}
        {rows.value !== undefined && (
          <p>
            {accepted.value.length === 0
              ? say('seedsNone')
              : say('seedsSummary', {
                  count: accepted.value.length,
                  left: rows.value.length - accepted.value.length,
                })}
          </p>
        )}
      </div>
      {rows.value !== undefined && <SeedTable rows={rows.value} />}
      {accepted.value.length > 0 && (
        <p>
          <button
            type="button"
            class="button"
            aria-disabled={isBusy.value}
            onClick={() =>
              void saveSeeds(id).then((isSaved) => {
                // The button is gone by then; what it saved is listed here.
                if (isSaved) document.getElementById('list-heading')?.focus()
              })
            }
          >
            {say('seedsSave', { count: accepted.value.length })}
          </button>
        </p>
      )}
    </section>
  )
}
