// Reporting the statement that is asked about: a reason is chosen, the service keeps it for the moderators.
import { signal, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { api } from '../../server/protocol/addresses.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { done, reportReason, type ReportReason } from '../../server/protocol/own-data.ts'
import type { Statement } from '../../server/protocol/statement.ts'
import { ask } from '../connection/ask.ts'
import { conversation } from '../conversation/state.ts'
import { say, sayError } from '../page/boot.ts'
import { ownToken } from './own-token.ts'

const reported = signal<ReadonlySet<number>>(new Set())

const words = {
  personal: 'reportPersonal',
  abusive: 'reportAbusive',
  'off-topic': 'reportOffTopic',
  false: 'reportFalse',
  other: 'reportOther',
} as const satisfies Record<ReportReason, string>

/** Why it was not taken, or null. */
async function send(statement: number, reason: ReportReason): Promise<ErrorCode | null> {
  const id = conversation.value?.id
  if (id === undefined) return 'unknown-conversation'
  const answer = await ask(api.reports(id), done, { token: ownToken(), body: { statement, reason } })
  if ('code' in answer) return answer.code
  reported.value = new Set(reported.value).add(statement)
  return null
}

/** A line under the statement that opens into the list of reasons. Rendered under a key, so that it is closed for each statement. */
export function ReportStatement({ statement }: { statement: Statement }) {
  const trouble = useSignal<ErrorCode | null>(null)
  const fold = useRef<HTMLElement>(null)
  const isReported = reported.value.has(statement.id)
  return (
    <details class="report">
      <summary ref={fold}>{say('report')}</summary>
      <p role="status">{isReported && say('reportThanks')}</p>
      {!isReported && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const reason = new FormData(event.currentTarget).get('reason')
            const chosen = reportReason.options.find((option) => option === reason)
            if (chosen === undefined) return
            const form = event.currentTarget
            void send(statement.id, chosen).then((refusal) => {
              trouble.value = refusal
              // The form goes, and with it what had the focus.
              const { activeElement } = document
              const isStillHere = activeElement === document.body || form.contains(activeElement)
              if (refusal === null && isStillHere) fold.current?.focus({ preventScroll: true })
            })
          }}
        >
          <fieldset>
            <legend>{say('reportWhy')}</legend>
            {reportReason.options.map((reason) => (
              <label key={reason} class="choice">
                <input type="radio" name="reason" value={reason} required />
                {say(words[reason])}
              </label>
            ))}
          </fieldset>
          <div role="alert">
            {trouble.value !== null && <p class="field-trouble">{sayError(trouble.value)}</p>}
          </div>
          <button type="submit" class="button button-small button-quiet">
            {say('reportSend')}
          </button>
        </form>
      )}
    </details>
  )
}
