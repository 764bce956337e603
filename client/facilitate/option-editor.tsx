import type { Language } from '../../server/protocol/values.ts'
import { AskFirst } from './ask-first.tsx'
import { isBlank, type OptionDraft } from './questions.ts'
import { say } from './say.ts'
import { WordsFields } from './words-fields.tsx'

interface OptionEditorProps {
  readonly option: OptionDraft
  readonly number: number
  /** How many answers the question has. */
  readonly of: number
  readonly languages: readonly Language[]
  /** Whether somebody has answered the question. */
  readonly isAnswered: boolean
  readonly onChange: (option: OptionDraft) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One answer to a question, in each language. */
export function OptionEditor({
  option,
  number,
  of,
  languages,
  isAnswered,
  onChange,
  onMove,
  onRemove,
}: OptionEditorProps) {
  const name = say('optionNumber', { number })
  return (
    <li class="option" id={`option-${option.id}`}>
      <WordsFields
        id={`option-${option.id}`}
        label={name}
        languages={languages}
        words={option.words}
        onWords={(words) => onChange({ ...option, words })}
      />
      <p class="actions">
        {number > 1 && (
          <button
            type="button"
            class="button button-quiet button-small move-up"
            aria-label={`${say('moveUp')}: ${name}`}
            onClick={() => onMove(-1)}
          >
            {say('moveUp')}
          </button>
        )}
        {number < of && (
          <button
            type="button"
            class="button button-quiet button-small move-down"
            aria-label={`${say('moveDown')}: ${name}`}
            onClick={() => onMove(1)}
          >
            {say('moveDown')}
          </button>
        )}
        <AskFirst
          isNeeded={isAnswered && !isBlank(option.words)}
          why={say('removeAnswered')}
          label={`${say('removeOption')}: ${name}`}
          yes={say('removeOptionSure')}
          onYes={onRemove}
        >
          {say('removeOption')}
        </AskFirst>
      </p>
    </li>
  )
}
