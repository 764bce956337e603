// Writing a statement of one's own: the field with its count and advice, statements that say nearly the same, and what
// became of those that were sent.
import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { OwnStatement } from '../../server/protocol/own-statements.ts'
import { adviceWords, ownStateWords } from '../../server/protocol/page-words.ts'
import { connectionState, conversation } from '../conversation/state.ts'
import { say, sayError } from '../page/boot.ts'
import { askAbout } from '../participate/ballot.ts'
import { ownVotes, seriesOfChanges } from '../participate/ballot-state.ts'
import {
  advice,
  charactersLeft,
  draft,
  isSending,
  justSent,
  loadOwnStatements,
  ownStatements,
  send,
  similar,
  takeBack,
  trouble,
  type,
} from './writing.ts'

/** The room to write in; only the own statements where nobody may write at the moment. */
export function WriteSection() {
  const shown = conversation.value
  const hasAsked = useRef(false)
  useSignalEffect(() => {
    void seriesOfChanges.value
    const now = conversation.peek()
    // Whoever wrote nothing asks once for each connection: a change concerns only those who wrote.
    const isNew = connectionState.value === 'open' && !hasAsked.current
    hasAsked.current = connectionState.value === 'open'
    if (now && (isNew || ownStatements.peek().length > 0)) void loadOwnStatements(now.id)
  })
  const mayWrite = shown?.state === 'open' && shown.whoWrites !== 'staff'
  if (!mayWrite && ownStatements.value.length === 0) return null
  return (
    <section class="write panel" aria-labelledby="write-heading">
      <h2 id="write-heading">{mayWrite ? say('writeHeading') : say('ownHeading')}</h2>
      {mayWrite && <WriteForm needsApproval={shown.whoWrites === 'approval'} />}
      <OwnStatements hasHeading={mayWrite} />
    </section>
  )
}

function WriteForm({ needsApproval }: { needsApproval: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const left = charactersLeft.value
  const code = trouble.value
  return (
    <form
      class="write-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        void send().then(() => {
          // Whoever has gone on to something else meanwhile is not called back.
          const isStillHere =
            document.activeElement === document.body || form.contains(document.activeElement)
          if (trouble.value !== null && isStillHere) field.current?.focus()
        })
      }}
    >
      <p class="quiet">{needsApproval ? say('writeApproval') : say('writeAnyone')}</p>
      <label for="write-text">{say('writeLabel')}</label>
      <textarea
        id="write-text"
        ref={field}
        rows={3}
        dir="auto"
        value={draft.value}
        aria-describedby="write-count write-trouble"
        aria-invalid={code !== null}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p id="write-count" class="field-note" data-over={left < 0 || undefined}>
        {left < 0 ? say('charactersOver', { count: -left }) : say('charactersLeft', { count: left })}
      </p>
      <div id="write-trouble" role="alert">
        {code !== null && <p class="field-trouble">{sayError(code)}</p>}
      </div>
      <div role="status">
        {advice.value.length > 0 && (
          <ul class="advice">
            {advice.value.map((each) => (
              <li key={each}>{say(adviceWords[each])}</li>
            ))}
          </ul>
        )}
      </div>
      <button type="submit" class="button" aria-disabled={isSending.value}>
        {isSending.value ? say('sending') : say('writeSend')}
      </button>
      <Similar />
      <p class="write-thanks" role="status">
        {justSent.value &&
          (justSent.value.state === 'waiting' ? say('writeThanksApproval') : say('writeThanks'))}
      </p>
    </form>
  )
}

/** Below the button, which must not move away from under a finger when the list comes. */
function Similar() {
  const found = similar.value
  if (found.length === 0) return null
  return (
    <section class="similar" aria-labelledby="similar-heading">
      <h3 id="similar-heading">{say('similarHeading')}</h3>
      <ul>
        {found.map((statement) => (
          <li key={statement.id}>
            <p dir="auto">{statement.text}</p>
            {ownVotes.value.has(statement.id) ? (
              <p class="quiet">{say('similarVoted')}</p>
            ) : (
              <button
                type="button"
                class="button button-quiet button-small"
                onClick={() => {
                  askAbout(statement)
                  document.getElementById('ballot-heading')?.focus()
                }}
              >
                {say('similarVote')}
                <span class="visually-hidden">: {statement.text}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnStatements({ hasHeading }: { hasHeading: boolean }) {
  const own = ownStatements.value
  if (own.length === 0) return null
  return (
    <div class="own-statements">
      {hasHeading && <h3>{say('ownHeading')}</h3>}
      <ul>
        {own.map((statement) => (
          <Own key={statement.id} statement={statement} />
        ))}
      </ul>
    </div>
  )
}

function Own({ statement: { id, text, state, reason, instead } }: { statement: OwnStatement }) {
  const item = useRef<HTMLLIElement>(null)
  const mayTakeBack = conversation.value?.state !== 'closed' && (state === 'waiting' || state === 'accepted')
  return (
    <li ref={item} tabIndex={-1}>
      <p id={`own-${id}`} dir="auto">
        {text}
      </p>
      <p class="own-state" data-state={state}>
        {say(ownStateWords[state])}
      </p>
      {state === 'not-accepted' && reason !== null && (
        <p class="quiet" dir="auto">
          {say('ownReason', { reason })}
        </p>
      )}
      {instead.map((each) => (
        <p key={each.id} class="quiet">
          {say('ownInstead', { text: each.text })}
        </p>
      ))}
      {mayTakeBack && <TakeBack id={id} onDone={() => item.current?.focus()} />}
    </li>
  )
}

/** Folded away, so that nobody takes something back by a slip of the finger. */
function TakeBack({ id, onDone }: { id: number; onDone: () => void }) {
  const refused = useSignal<ErrorCode | null>(null)
  const isGoing = useSignal(false)
  return (
    <details class="take-back">
      <summary aria-describedby={`own-${id}`}>{say('withdrawVote')}</summary>
      <p class="quiet">{say('ownWithdrawHelp')}</p>
      <button
        type="button"
        class="button button-quiet button-small"
        aria-disabled={isGoing.value}
        onClick={() => {
          if (isGoing.value) return
          isGoing.value = true
          void takeBack(id).then((code) => {
            isGoing.value = false
            refused.value = code
            if (code === null) onDone()
          })
        }}
      >
        {isGoing.value ? say('sending') : say('ownWithdraw')}
      </button>
      <div role="alert">
        {refused.value !== null && <p class="field-trouble">{sayError(refused.value)}</p>}
      </div>
    </details>
  )
}
