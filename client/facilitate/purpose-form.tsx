// What the conversation is for, in each language: saved whenever what is written is whole.
import { influence, type Purposes } from '../../server/protocol/purpose.ts'
import type { Language } from '../../server/protocol/values.ts'
import { say } from './say.ts'
import { edit, shownValue } from './saving.ts'
import { SavingState } from './saving-state.tsx'
import { mayChange } from './setting-fields.tsx'

interface Draft {
  readonly question: string
  readonly influence: string
  readonly decides: string
  readonly canChange: string
  readonly dates: readonly { readonly day: string; readonly what: string }[]
  readonly next: string
  readonly contact?: string
  readonly background?: string
}
type Drafts = Readonly<Partial<Record<Language, Draft>>>

const empty: Draft = { question: '', influence: 'consult', decides: '', canChange: '', dates: [], next: '' }
const influenceWords = {
  inform: 'influenceInform',
  consult: 'influenceConsult',
  involve: 'influenceInvolve',
  collaborate: 'influenceCollaborate',
  empower: 'influenceEmpower',
} as const

export function PurposeForm() {
  const drafts = (shownValue('purpose') ?? {}) as Drafts // as stored, or as this form has it
  const write = (language: Language, draft: Draft | undefined) => {
    const { [language]: _, ...others } = drafts
    const next = draft === undefined ? others : { ...others, [language]: draft }
    edit('purpose', Object.keys(next).length === 0 ? null : next, { isTyping: true })
  }
  const shownNow = (value: unknown) =>
    Object.values((value ?? {}) as Purposes)
      .map((each) => each?.question ?? '')
      .join(' / ')
  return (
    <div class="setting" id="setting-purpose" tabindex={-1}>
      <p class="field-note">{say('purposeHelp')}</p>
      <fieldset disabled={!mayChange()} class="purpose-languages">
        {(['en', 'cy'] as const).map((language) => (
          <InLanguage
            key={language}
            language={language}
            draft={drafts[language]}
            onDraft={(draft) => write(language, draft)}
          />
        ))}
      </fieldset>
      <SavingState name="purpose" show={shownNow} />
    </div>
  )
}

interface InLanguageProps {
  readonly language: Language
  readonly draft: Draft | undefined
  readonly onDraft: (draft: Draft | undefined) => void
}

function InLanguage({ language, draft, onDraft }: InLanguageProps) {
  const name = language === 'en' ? say('english') : say('welsh')
  if (draft === undefined) {
    return (
      <p>
        <button type="button" class="button button-quiet" onClick={() => onDraft(empty)}>
          {say('purposeBegin', { language: name })}
        </button>
      </p>
    )
  }
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part })
  const texts = [
    ['question', say('purposeQuestion'), 2, 300],
    ['decides', say('purposeDecides'), 2, 600],
    ['canChange', say('purposeCanChange'), 3, 1000],
    ['next', say('purposeNext'), 3, 1000],
    ['contact', say('purposeContact'), 2, 600],
    ['background', say('purposeBackground'), 4, 20_000],
  ] as const
  const field = ([part, label, rows, most]: (typeof texts)[number]) => {
    const isOptional = part === 'contact' || part === 'background'
    return (
      <div key={part} class="field">
        <label for={`purpose-${language}-${part}`}>{label}</label>
        <textarea
          id={`purpose-${language}-${part}`}
          lang={language}
          rows={rows}
          maxLength={most}
          value={draft[part] ?? ''}
          onInput={({ currentTarget: { value } }) =>
            set({ [part]: isOptional && value.trim() === '' ? undefined : value })
          }
        />
      </div>
    )
  }
  return (
    <section class="purpose-language" aria-labelledby={`purpose-${language}`}>
      <h3 id={`purpose-${language}`}>{say('purposeIn', { language: name })}</h3>
      {field(texts[0])}
      <div class="field">
        <label for={`purpose-${language}-influence`}>{say('purposeInfluence')}</label>
        <select
          id={`purpose-${language}-influence`}
          class="text-field"
          value={draft.influence}
          onChange={(event) => set({ influence: event.currentTarget.value })}
        >
          {influence.options.map((each) => (
            <option key={each} value={each}>
              {say(influenceWords[each])}
            </option>
          ))}
        </select>
      </div>
      {texts.slice(1).map(field)}
      <Dates language={language} dates={draft.dates} onDates={(dates) => set({ dates })} />
      <p>
        <button type="button" class="button button-quiet button-small" onClick={() => onDraft(undefined)}>
          {say('purposeClear')}
        </button>
      </p>
    </section>
  )
}

interface DatesProps {
  readonly language: Language
  readonly dates: Draft['dates']
  readonly onDates: (dates: Draft['dates']) => void
}

function Dates({ language, dates, onDates }: DatesProps) {
  const change = (place: number, part: Partial<Draft['dates'][number]>) =>
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
            <input
              class="text-field"
              lang={language}
              maxLength={200}
              value={what}
              onInput={(event) => change(place, { what: event.currentTarget.value })}
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
