// Questions about the person: optional, one choice each, stored apart from the votes; shown before the first vote or after
// some votes, until they are answered or left out.
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { api } from '../../server/protocol/addresses.ts'
import { ASKED_AFTER_VOTES, entryAnswers, NOT_SAID } from '../../server/protocol/entry-questions.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { ask } from '../connection/ask.ts'
import { connectionState, conversation } from '../conversation/state.ts'
import { boot, say, sayError } from '../page/boot.ts'
import { ownVotes } from '../participate/ballot-state.ts'
import { ownToken } from '../participate/own-token.ts'

type Phase = 'unknown' | 'asking' | 'left-out' | 'answered'
const phase = signal<Phase>('unknown')
const trouble = signal<ErrorCode | null>(null)

async function findOut(id: string): Promise<void> {
  const token = ownToken()
  if (token === undefined) return
  const answer = await ask(api.answers(id), entryAnswers, { token })
  if (phase.value !== 'unknown' || 'code' in answer) return
  phase.value = Object.keys(answer.value.answers).length > 0 ? 'answered' : 'asking'
}

/** The questions go, and with them what had the focus: there are thanks in their place, or the ballot goes on. */
function leave(next: Phase): void {
  phase.value = next
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const goesOn = document.getElementById(next === 'answered' ? 'questions-thanks' : 'ballot-heading')
    goesOn?.focus({ preventScroll: true })
  })
}

async function send(id: string, form: HTMLFormElement): Promise<void> {
  const given = [...new FormData(form)].map(([question, answer]) => [question, String(answer)])
  const body = { answers: Object.fromEntries(given) as Record<string, string> }
  const answer = await ask(api.answers(id), entryAnswers, { token: ownToken(), body })
  trouble.value = 'code' in answer ? answer.code : null
  if ('value' in answer) leave('answered')
}

/** The questions, where it is their turn. */
export function EntryQuestions() {
  const { questions } = boot
  const shown = conversation.value
  const isConnected = connectionState.value === 'open'
  const votes = ownVotes.value.size
  const isTurn = questions !== null && (questions.when === 'before' || votes >= ASKED_AFTER_VOTES)
  const id = shown?.id
  useEffect(() => {
    if (isTurn && isConnected && id !== undefined && phase.peek() === 'unknown') void findOut(id)
  }, [isTurn, isConnected, id])
  if (questions === null || !isTurn || shown?.state !== 'open' || id === undefined) return null
  if (phase.value === 'answered') {
    return (
      <p id="questions-thanks" class="notice" role="status" tabIndex={-1}>
        {say('questionsThanks')}
      </p>
    )
  }
  if (phase.value !== 'asking') return null
  return (
    <section class="panel entry-questions" aria-labelledby="questions-heading">
      <h2 id="questions-heading">{say('questionsHeading')}</h2>
      <p class="quiet">{say('questionsExplained')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send(id, event.currentTarget)
        }}
      >
        {questions.questions.map((question) => (
          <fieldset key={question.id}>
            <legend dir="auto">{question.words}</legend>
            {[...question.options, { id: NOT_SAID, words: say('notSaid') }].map((option) => (
              <label key={option.id} class="choice" dir="auto">
                <input type="radio" name={question.id} value={option.id} />
                {option.words}
              </label>
            ))}
          </fieldset>
        ))}
        <div role="alert">
          {trouble.value !== null && <p class="field-trouble">{sayError(trouble.value)}</p>}
        </div>
        <p class="actions">
          <button type="submit" class="button">
            {say('questionsSend')}
          </button>
          <button type="button" class="button button-quiet" onClick={() => leave('left-out')}>
            {say('questionsLeaveOut')}
          </button>
        </p>
      </form>
    </section>
  )
}
