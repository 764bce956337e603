import { useSignal, useSignalEffect } from '@preact/signals'
import { LIMITS, type ModerationLists, type ShownLists } from '../../server/protocol/moderation.ts'
import { may } from '../staff/who.ts'
import { edited, editLists, type ListScope, saveLists, scope } from './lists.ts'
import { load } from './queue.ts'
import { say } from './say.ts'

const sourceWords = {
  'built-in': 'listsBuiltIn',
  organisation: 'listsOrganisation',
  conversation: 'listsConversation',
} as const

const scopeWords = { conversation: 'scopeConversation', organisation: 'scopeOrganisation' } as const

/** The reasons that can be given and the words to be told of, to be edited for this conversation, and by owners for all. */
export function ListsSection() {
  const reasons = useSignal<ModerationLists['reasons']>([])
  const words = useSignal('')
  const trouble = useSignal<string | null>(null)
  const isSaved = useSignal(false)
  const isEdited = useSignal(false)
  useSignalEffect(() => {
    const known = edited.value
    // What somebody is typing is not overwritten by what was loaded.
    if (known === undefined || isEdited.peek()) return
    reasons.value = known.reasons
    words.value = known.words.join('\n')
  })
  const edit = (change: () => void) => {
    isEdited.value = true
    isSaved.value = false
    change()
  }
  const setReason = (place: number, changes: Partial<ModerationLists['reasons'][number]>) =>
    edit(() => {
      reasons.value = reasons.value.map((each, at) => (at === place ? { ...each, ...changes } : each))
    })

  async function save(changed: ModerationLists | null): Promise<void> {
    const isHalf = changed?.reasons.some(({ en, cy }) => (en.trim() === '') !== (cy.trim() === ''))
    if (isHalf === true) {
      trouble.value = say('listsBothLanguages')
      return
    }
    const refusal = await saveLists(changed)
    trouble.value = refusal?.message ?? null
    // What somebody else has saved is the new beginning; what was typed stays until it is saved over it or left.
    if (refusal?.code === 'changed-meanwhile') await editLists(scope.value)
    if (refusal !== null) return
    isEdited.value = false
    isSaved.value = true
    edited.value = edited.value && { ...edited.value }
    void load()
  }

  async function begin(whose: ListScope): Promise<void> {
    isEdited.value = false
    isSaved.value = false
    trouble.value = null
    await editLists(whose)
  }

  const form = (known: ShownLists) => (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault()
        const filled = reasons.value.filter(({ en, cy }) => en.trim() !== '' || cy.trim() !== '')
        const list = words.value.split('\n').flatMap((word) => word.trim() || [])
        void save({ reasons: filled, words: list })
      }}
    >
      {may('change-common-lists') && (
        <div role="group" aria-label={say('listsWhose')} class="state-tabs">
          {(['conversation', 'organisation'] as const).map((whose) => (
            <button
              key={whose}
              type="button"
              aria-pressed={scope.value === whose}
              onClick={() => void begin(whose)}
            >
              {say(scopeWords[whose])}
            </button>
          ))}
        </div>
      )}
      <p class="quiet">{say(scope.value === 'organisation' ? 'listsForAll' : sourceWords[known.source])}</p>
      <h3>{say('reasonsHeading')}</h3>
      <p class="field-note">{say('reasonsHelp')}</p>
      <ul class="reason-list">
        {reasons.value.map(({ en, cy }, place) => (
          <li key={place}>
            <label class="field">
              {say('reasonEnglish', { number: String(place + 1) })}
              <textarea
                rows={3}
                lang="en"
                maxLength={LIMITS.reason}
                value={en}
                onInput={(event) => setReason(place, { en: event.currentTarget.value })}
              />
            </label>
            <label class="field">
              {say('reasonWelsh', { number: String(place + 1) })}
              <textarea
                rows={3}
                lang="cy"
                maxLength={LIMITS.reason}
                value={cy}
                onInput={(event) => setReason(place, { cy: event.currentTarget.value })}
              />
            </label>
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={say('reasonRemove', { number: String(place + 1) })}
              onClick={() => edit(() => (reasons.value = reasons.value.filter((_, at) => at !== place)))}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      {reasons.value.length < LIMITS.reasons && (
        <button
          type="button"
          class="button button-quiet button-small"
          onClick={() => edit(() => (reasons.value = [...reasons.value, { en: '', cy: '' }]))}
        >
          {say('reasonAdd')}
        </button>
      )}
      <h3>{say('wordsHeading')}</h3>
      <label class="field">
        {say('wordsLabel')}
        <textarea
          rows={6}
          value={words.value}
          onInput={(event) => {
            const { value } = event.currentTarget
            edit(() => (words.value = value))
          }}
        />
      </label>
      <div role="alert">{trouble.value && <p class="field-trouble">{trouble.value}</p>}</div>
      <p role="status">{isSaved.value && say('listsSaved')}</p>
      <p class="dialog-actions">
        <button type="submit" class="button">
          {say('listsSave')}
        </button>
        {known.source === scope.value && (
          <button type="button" class="button button-quiet" onClick={() => void save(null)}>
            {say(scope.value === 'organisation' ? 'listsBackBuiltIn' : 'listsBack')}
          </button>
        )}
      </p>
    </form>
  )

  const known = edited.value
  return (
    <details
      class="lists-section"
      onToggle={(event) => {
        if (event.currentTarget.open && edited.value === undefined) void begin('conversation')
      }}
    >
      <summary>{say('listsHeading')}</summary>
      {known === undefined ? <p class="quiet">{say('loading')}</p> : form(known)}
    </details>
  )
}
