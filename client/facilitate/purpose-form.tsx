// What the conversation is for, in each language by itself: kept as it is written, shown to people once it is whole.
import { type PurposeDraft, type PurposePart, readPurpose } from '../../server/protocol/facilitate/drafts.ts'
import { influence } from '../../server/protocol/purpose.ts'
import type { Language } from '../../server/protocol/values.ts'
import { AskFirst } from './ask-first.tsx'
import { conversation } from './conversation.ts'
import { PurposeDates } from './purpose-dates.tsx'
import { say } from './say.ts'
import { drafts, edit, shownValue } from './saving.ts'
import { SavingState } from './saving-state.tsx'
import { mayChange } from './setting-fields.tsx'
import { TypedLines } from './typed-text.tsx'

const empty: PurposeDraft = {
  question: '',
  influence: 'consult',
  decides: '',
  canChange: '',
  dates: [],
  next: '',
}
const influenceWords = {
  inform: 'influenceInform',
  consult: 'influenceConsult',
  involve: 'influenceInvolve',
  collaborate: 'influenceCollaborate',
  empower: 'influenceEmpower',
} as const
/** The fields in their order, with lines and the most characters. */
const texts = [
  ['question', 'purposeQuestion', 2, 300],
  ['decides', 'purposeDecides', 2, 600],
  ['canChange', 'purposeCanChange', 3, 1000],
  ['next', 'purposeNext', 3, 1000],
  ['contact', 'purposeContact', 2, 600],
  ['background', 'purposeBackground', 4, 20_000],
] as const

export function PurposeForm() {
  return (
    <div class="setting" id="setting-purpose" tabindex={-1}>
      <p class="field-note">{say('purposeHelp')}</p>
      <fieldset disabled={!mayChange()} class="purpose-languages">
        <InLanguage language="en" />
        <InLanguage language="cy" />
      </fieldset>
    </div>
  )
}

function InLanguage({ language }: { language: Language }) {
  const name = `purpose.${language}`
  const draft = shownValue(name) as PurposeDraft | null // as stored, or as this form has it
  const showQuestion = (value: unknown) => (value as PurposeDraft | null)?.question || say('nothing')
  return (
    <section class="purpose-language" aria-labelledby={`purpose-${language}`}>
      <h3 id={`purpose-${language}`}>{language === 'en' ? say('inEnglish') : say('inWelsh')}</h3>
      {draft === null ? (
        <p>
          <button type="button" class="button button-quiet" onClick={() => edit(name, empty)}>
            {language === 'en' ? say('writeInEnglish') : say('writeInWelsh')}
          </button>
        </p>
      ) : (
        <Fields language={language} draft={draft} />
      )}
      <SavingState name={name} show={showQuestion} />
    </section>
  )
}

function Fields({ language, draft }: { language: Language; draft: PurposeDraft }) {
  const name = `purpose.${language}`
  const set = (part: Partial<PurposeDraft>) => edit(name, { ...draft, ...part }, { isTyping: true })
  const read = readPurpose(draft)
  const missing = 'missing' in read ? read.missing : []
  const field = ([part, label, rows, most]: (typeof texts)[number]) => (
    <div key={part} class="field">
      <label for={`purpose-${language}-${part}`}>{say(label)}</label>
      <TypedLines
        id={`purpose-${language}-${part}`}
        lang={language}
        dir="auto"
        rows={rows}
        maxLength={most}
        aria-describedby={`purpose-${language}-${part}-missing`}
        value={draft[part] ?? ''}
        onText={(text) => set({ [part]: text })}
      />
      <Missing id={`purpose-${language}-${part}-missing`} isMissing={missing.includes(part)} />
    </div>
  )
  return (
    <>
      <Standing language={language} missing={missing} />
      {field(texts[0])}
      <div class="field">
        <label for={`purpose-${language}-influence`}>{say('purposeInfluence')}</label>
        <select
          id={`purpose-${language}-influence`}
          class="text-field"
          value={draft.influence}
          onChange={(event) =>
            set({
              influence: event.currentTarget.value as PurposeDraft['influence'] /* of the options below */,
            })
          }
        >
          {influence.options.map((each) => (
            <option key={each} value={each}>
              {say(influenceWords[each])}
            </option>
          ))}
        </select>
      </div>
      {texts.slice(1).map(field)}
      <PurposeDates
        language={language}
        dates={draft.dates}
        isMissing={missing.includes('dates')}
        onDates={(dates) => set({ dates })}
      />
      <p>
        <AskFirst
          isNeeded={JSON.stringify(draft) !== JSON.stringify(empty)}
          yes={say('purposeClearSure')}
          onYes={() => edit(name, null)}
        >
          {say('purposeClear')}
        </AskFirst>
      </p>
    </>
  )
}

/** Whether people read it, and what is missing before they do. */
function Standing({ language, missing }: { language: Language; missing: readonly PurposePart[] }) {
  const isShown = conversation.value?.purposeShown.includes(language) === true
  if (missing.length === 0) {
    return drafts.value.has(`purpose.${language}`) ? null : <p class="field-note">{say('purposeIsShown')}</p>
  }
  const labels = texts.flatMap(([part, label]) => (missing.includes(part) ? say(label) : []))
  if (missing.includes('dates')) labels.push(say('purposeDates'))
  const parts = labels.map((label) => say('quoted', { words: label })).join(', ')
  return (
    <p class="field-note field-missing">
      {isShown ? say('purposeShownAsBefore', { parts }) : say('purposeNotShown', { parts })}
    </p>
  )
}

/** Beside a field: that the purpose is not shown without it. */
function Missing({ id, isMissing }: { id: string; isMissing: boolean }) {
  return (
    <p class="field-note field-missing" id={id}>
      {isMissing && say('stillMissing')}
    </p>
  )
}
