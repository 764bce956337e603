// The questions about people: written and put in order here, asked as soon as each is whole.
import { useRef } from 'preact/hooks'
import { ASKED_AFTER_VOTES } from '../../server/protocol/entry-questions.ts'
import type { QuestionsDraft } from '../../server/protocol/facilitate/drafts.ts'
import { conversation } from './conversation.ts'
import { focusSoon } from './focus-soon.ts'
import { QuestionEditor } from './question-editor.tsx'
import { QuestionsPreview } from './questions-preview.tsx'
import { MOST_QUESTIONS, moved, newQuestion, replaced, without, wordsFor } from './questions.ts'
import { language } from '../page/boot.ts'
import { say } from './say.ts'
import { edit, shownValue } from './saving.ts'
import { SavingState } from './saving-state.tsx'
import { mayChange } from './setting-fields.tsx'

export function QuestionsForm() {
  const draft = shownValue('questions') as QuestionsDraft // as stored, or as this form has it
  const form = useRef<HTMLDivElement>(null)
  const { questions } = draft
  const set = (part: Partial<QuestionsDraft>, isTyping = false) =>
    edit('questions', { ...draft, ...part }, { isTyping })
  const add = () => {
    const question = newQuestion()
    set({ questions: [...questions, question] })
    focusSoon(form, `#question-${question.id} input`)
  }
  const move = (place: number, by: -1 | 1) => {
    const { id } = questions[place]!
    const list = moved(questions, place, by)
    set({ questions: list })
    const isAtEnd = place + by === (by < 0 ? 0 : list.length - 1)
    focusSoon(form, `#question-${id} .move-${by < 0 !== isAtEnd ? 'up' : 'down'}`)
  }
  const remove = (place: number) => {
    set({ questions: without(questions, place) })
    focusSoon(form, '.add-question')
  }
  const list = (value: unknown) =>
    (value as QuestionsDraft).questions.map(({ words }) => wordsFor(words, language)).join(' / ') ||
    say('nothing')
  return (
    <div class="setting questions" id="setting-questions" tabindex={-1} ref={form}>
      <p class="field-note">{say('questionsHelp')}</p>
      {(conversation.value?.questionsAnswered.length ?? 0) > 0 && (
        <p class="notice">{say('questionsAnswered')}</p>
      )}
      <fieldset disabled={!mayChange()}>
        {questions.length > 0 && (
          <fieldset class="questions-when">
            <legend>{say('questionsWhen')}</legend>
            {(['before', 'after'] as const).map((value) => (
              <label key={value} class="choice">
                <input
                  type="radio"
                  name="questions-when"
                  checked={draft.when === value}
                  onChange={() => set({ when: value })}
                />
                {value === 'before' ? say('askedBefore') : say('askedAfter', { count: ASKED_AFTER_VOTES })}
              </label>
            ))}
          </fieldset>
        )}
        {questions.map((question, place) => (
          <QuestionEditor
            key={question.id}
            draft={draft}
            place={place}
            onChange={(changed, isTyping) =>
              set({ questions: replaced(questions, place, changed) }, isTyping)
            }
            onMove={(by) => move(place, by)}
            onRemove={() => remove(place)}
          />
        ))}
        {questions.length < MOST_QUESTIONS ? (
          <p>
            <button type="button" class="button button-quiet add-question" onClick={add}>
              {say('addQuestion')}
            </button>
          </p>
        ) : (
          <p class="field-note add-question" tabindex={-1}>
            {say('questionsFull')}
          </p>
        )}
      </fieldset>
      <SavingState name="questions" show={list} />
      <QuestionsPreview draft={draft} />
    </div>
  )
}
