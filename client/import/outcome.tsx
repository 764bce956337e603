// What the check of the files came to: why they are refused and what one may answer, or what would be imported.
import type { Signal } from '@preact/signals'
import type { ImportStage, MendedText } from '../../server/protocol/imports.ts'
import { Columns } from './columns.tsx'
import { check, columns, encoding, finish, invert, isBusy, mendQuotes } from './import-state.ts'
import { say } from './say.ts'

export function Refused({ refused }: { refused: Extract<ImportStage, { kind: 'refused' }> }) {
  const { question, mended, mendedInAll } = refused
  const hasAnswer = question !== null && (question !== 'mend-quotes' || mendedInAll > 0)
  return (
    <section class="panel" aria-labelledby="refused-heading">
      <h2 id="refused-heading">{say('refused')}</h2>
      <p class="notice notice-trouble" dir="auto">
        {refused.reason}
      </p>
      {question === 'invert' && (
        <Question legend={say('invertQuestion')} answer={say('invert')} chosen={invert} />
      )}
      {question === 'mend-quotes' && mendedInAll > 0 && (
        <>
          <Mended texts={mended} count={mendedInAll} />
          <Question
            legend={say('mendQuestion')}
            answer={say('mend', { count: mendedInAll })}
            chosen={mendQuotes}
          />
        </>
      )}
      {question === 'windows-1252' && (
        <fieldset>
          <legend>{say('encodingQuestion')}</legend>
          <label class="choice">
            <input
              type="checkbox"
              checked={encoding.value !== null}
              onChange={(event) => (encoding.value = event.currentTarget.checked ? 'windows-1252' : null)}
            />{' '}
            {say('encoding')}
          </label>
        </fieldset>
      )}
      {refused.columns !== null && <Columns names={refused.columns} chosen={columns} />}
      {(hasAnswer || refused.columns !== null) && <CheckAgain />}
    </section>
  )
}

function Question({ legend, answer, chosen }: { legend: string; answer: string; chosen: Signal<boolean> }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <label class="choice">
        <input
          type="checkbox"
          checked={chosen.value}
          onChange={(event) => (chosen.value = event.currentTarget.checked)}
        />{' '}
        {answer}
      </label>
    </fieldset>
  )
}

function CheckAgain() {
  return (
    <p class="actions">
      <button type="button" class="button" onClick={() => void check()} aria-disabled={isBusy()}>
        {say('checkAgain')}
      </button>
    </p>
  )
}

/** Texts as they stand in the files, and as they are read. */
function Mended({ texts, count }: { texts: readonly MendedText[]; count: number }) {
  return (
    <>
      <h3>{say('mendedHeading', { count })}</h3>
      <ul class="import-mended">
        {texts.map(({ file, line, before, after }) => (
          <li key={`${file} ${line}`}>
            <p class="field-note">{say('mendedLine', { file, line: String(line) })}</p>
            <dl>
              <dt>{say('before')}</dt>
              <dd class="written" dir="auto">
                <code>{before}</code>
              </dd>
              <dt>{say('after')}</dt>
              <dd class="written" dir="auto">
                {after}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
      {count > texts.length && <p>{say('mendedMore', { count: count - texts.length })}</p>}
    </>
  )
}

export function Ready({ ready }: { ready: Extract<ImportStage, { kind: 'ready' }> }) {
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
          <ul>
            {contradictions.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {ready.addressesTaken.map((address) => (
        <p key={address}>{say('addressTaken', { address })}</p>
      ))}
      {ready.mendedInAll > 0 && <Mended texts={ready.mended} count={ready.mendedInAll} />}
      {isTaken ? (
        <>
          <p class="notice notice-trouble">{say('taken', { id: ready.id })}</p>
          <CheckAgain />
        </>
      ) : (
        <p class="actions">
          <button type="button" class="button" onClick={() => void finish()} aria-disabled={isBusy()}>
            {say('finish', { id: ready.id })}
          </button>
        </p>
      )}
    </section>
  )
}
