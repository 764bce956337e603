// One question about people with its answers, in each language, and whether it is asked as it stands here.
import { useRef } from 'preact/hooks'
import {
  type QuestionDraft,
  type QuestionsDraft,
  readQuestion,
} from '../../server/protocol/facilitate/drafts.ts'
import { AskFirst } from './ask-first.tsx'
import { conversation } from './conversation.ts'
import { focusSoon } from './focus-soon.ts'
import { MoveButtons } from './move-buttons.tsx'
import { OptionEditor } from './option-editor.tsx'
import { isBlank, languagesOf, MOST_OPTIONS, moved, newOption, replaced, without } from './questions.ts'
import { drafts } from './saving.ts'
import { say } from './say.ts'
import { WordsFields } from './words-fields.tsx'

interface QuestionEditorProps {
  readonly draft: QuestionsDraft
  readonly place: number
  readonly onChange: (question: QuestionDraft, isTyping?: boolean) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

export function QuestionEditor({ draft, place, onChange, onMove, onRemove }: QuestionEditorProps) {
  const question = draft.questions[place]!
  const { id, words, options } = question
  const languages = languagesOf(draft)
  const name = say('questionNumber', { number: place + 1 })
  const isAnswered = conversation.value?.questionsAnswered.includes(id) === true
  const section = useRef<HTMLElement>(null)
  const change = (list: QuestionDraft['options'], isTyping = false) =>
    onChange({ ...question, options: list }, isTyping)
  const add = () => {
    const option = newOption()
    change([...options, option])
    focusSoon(section, `#option-${option.id} input`)
  }
  const move = (from: number, by: -1 | 1) => {
    const list = moved(options, from, by)
    change(list)
    const isAtEnd = from + by === (by < 0 ? 0 : list.length - 1)
    focusSoon(section, `#option-${options[from]!.id} .move-${by < 0 !== isAtEnd ? 'up' : 'down'}`)
  }
  const remove = (from: number) => {
    change(without(options, from))
    focusSoon(section, '.add-option')
  }
  return (
    <section class="question" id={`question-${id}`} aria-labelledby={`question-${id}-heading`} ref={section}>
      <header class="question-head">
        <h3 id={`question-${id}-heading`}>{name}</h3>
        <p class="actions">
          <MoveButtons
            name={name}
            isFirst={place === 0}
            isLast={place === draft.questions.length - 1}
            onMove={onMove}
          />
        </p>
      </header>
      <Standing question={question} />
      <WordsFields
        id={`question-${id}`}
        label={say('questionWords')}
        languages={languages}
        words={words}
        onWords={(changed) => onChange({ ...question, words: changed }, true)}
      />
      <h4>{say('questionOptions')}</h4>
      <ol class="options">
        {options.map((option, from) => (
          <OptionEditor
            key={option.id}
            option={option}
            number={from + 1}
            of={options.length}
            languages={languages}
            isAnswered={isAnswered}
            onChange={(changed) => change(replaced(options, from, changed), true)}
            onMove={(by) => move(from, by)}
            onRemove={() => remove(from)}
          />
        ))}
      </ol>
      <p class="field-note">{say('optionNotSaid')}</p>
      <p class="actions">
        {options.length < MOST_OPTIONS && (
          <button type="button" class="button button-quiet button-small add-option" onClick={add}>
            {say('addOption')}
          </button>
        )}
        <AskFirst
          isNeeded={isAnswered || !isBlank(words)}
          why={isAnswered ? say('removeAnswered') : undefined}
          label={`${say('removeQuestion')}: ${name}`}
          yes={say('removeQuestionSure')}
          onYes={onRemove}
        >
          {say('removeQuestion')}
        </AskFirst>
      </p>
    </section>
  )
}

/** Whether people are asked it, and what is missing before they are. */
function Standing({ question }: { question: QuestionDraft }) {
  const isAsked = conversation.value?.questionsAsked.includes(question.id) === true
  if (readQuestion(question) !== null) {
    return drafts.value.has('questions') ? null : <p class="field-note">{say('questionIsAsked')}</p>
  }
  const parts = [
    ...(isBlank(question.words) ? [say('lacksWords')] : []),
    ...(question.options.length < 2 ? [say('lacksOptions')] : []),
    ...(question.options.some(({ words }) => isBlank(words)) ? [say('lacksOptionWords')] : []),
  ].join(', ')
  return (
    <p class="field-note field-missing">
      {isAsked ? say('questionAskedAsBefore', { parts }) : say('questionNotAsked', { parts })}
    </p>
  )
}
