import type { PurposeDraft } from '../../server/protocol/facilitate/drafts.ts'
import type { Language } from '../../server/protocol/values.ts'
import { say } from './say.ts'
import { TypedLine } from './typed-text.tsx'

interface PurposeDatesProps {
  readonly language: Language
  readonly dates: PurposeDraft['dates']
  /** Whether one of them lacks its day or its words. */
  readonly isMissing: boolean
  readonly onDates: (dates: PurposeDraft['dates']) => void
}

/** Days that matter, each with what happens then. */
export function PurposeDates({ language, dates, isMissing, onDates }: PurposeDatesProps) {
  const change = (place: number, part: Partial<PurposeDraft['dates'][number]>) =>
    onDates(dates.map((each, index) => (index === place ? { ...each, ...part } : each)))
  return (
    <fieldset class="purpose-dates">
      <legend>{say('purposeDates')}</legend>
      {dates.map(({ day, what }, place) => (
        <div key={place} class="purpose-date">
          <label>
            {say('purposeDay')}
            <input
              type="date"
              class="text-field"
              value={day}
              onInput={(event) => change(place, { day: event.currentTarget.value })}
            />
          </label>
          <label>
            {say('purposeWhat')}
            <TypedLine
              lang={language}
              maxLength={200}
              value={what}
              onText={(text) => change(place, { what: text })}
            />
          </label>
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => onDates(dates.filter((_, index) => index !== place))}
          >
            {say('removeDate')}
          </button>
        </div>
      ))}
      {isMissing && <p class="field-note field-missing">{say('dateMissing')}</p>}
      {dates.length < 12 && (
        <button
          type="button"
          class="button button-quiet button-small"
          onClick={() => onDates([...dates, { day: '', what: '' }])}
        >
          {say('addDate')}
        </button>
      )}
    </fieldset>
  )
}
