import type { Language } from '../../server/protocol/values.ts'
import { AskFirst } from './ask-first.tsx'
import { MoveButtons } from './move-buttons.tsx'
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
        <MoveButtons name={name} isFirst={number === 1} isLast={number === of} onMove={onMove} />
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
