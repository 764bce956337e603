import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { queuePage, type QueueItem } from '../../server/protocol/moderation.ts'
import { staffApi } from '../../server/protocol/staff/addresses.ts'
import { askStaff } from '../staff/ask-staff.ts'
import { decide, isDeciding } from './decide.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { openDialog } from './dialogs.ts'
import { conversation, detail, targets } from './queue.ts'
import { NoteField } from './reject-dialog.tsx'
import { say } from './say.ts'
import { VotesAndState } from './statement-facts.tsx'

const SEARCH_AFTER_MS = 200
const MOST_FOUND = 8

/** Into which other statement these go: one that says nearly the same, or one that is looked for. */
export function MergeDialog() {
  const about = useRef(targets.value).current
  const isAbout = (id: number) => about.some((each) => each.id === id)
  const mayBe = (item: QueueItem) =>
    !isAbout(item.id) && (item.state === 'accepted' || item.state === 'pending')
  const similar = about.length === 1 ? (detail.value?.similar ?? []).filter(mayBe) : []
  const found = useSignal<readonly QueueItem[]>(similar)
  const into = useSignal<QueueItem | null>(similar[0] ?? null)
  const search = useSignal('')
  const note = useSignal('')
  const trouble = useSignal<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const group = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    const first = group.current?.querySelector<HTMLInputElement>('input:checked')
    ;(first ?? field.current)?.focus()
  }, [])
  useEffect(() => {
    const wanted = search.value.trim()
    if (wanted === '') {
      found.value = similar
      return
    }
    const waiting = setTimeout(async () => {
      const query = new URLSearchParams({ state: 'all', search: wanted })
      const answer = await askStaff(`${staffApi.queue(conversation)}?${query}`, queuePage)
      if (search.value.trim() !== wanted) return
      if ('refusal' in answer) trouble.value = answer.refusal.message
      else found.value = answer.value.items.filter(mayBe).slice(0, MOST_FOUND)
    }, SEARCH_AFTER_MS)
    return () => clearTimeout(waiting)
  }, [search.value])

  async function submit(): Promise<void> {
    if (into.value === null) {
      trouble.value = say('mergeMissing')
      return
    }
    const statements = about.map(({ id, seen }) => ({ id, seen }))
    const { id, seen } = into.value
    const refusal = await decide({ kind: 'merge', statements, into: { id, seen } }, note.value)
    trouble.value = refusal?.message ?? null
    if (refusal === null) openDialog.value = null
  }

  return (
    <DialogFrame
      heading={about.length === 1 ? say('mergeHeading') : say('mergeSeveral', { count: about.length })}
      doIt={say('merge')}
      isBusy={isDeciding.value}
      trouble={trouble.value}
      onSubmit={() => void submit()}
    >
      <ul class="dialog-statements">
        {about.map((item) => (
          <li key={item.id} class="dialog-statement">
            <p class="written" dir="auto">
              {item.text}
            </p>
            <VotesAndState item={item} />
          </li>
        ))}
      </ul>
      <p class="quiet">{say('mergeVotes')}</p>
      <label class="field">
        {say('mergeSearch')}
        <input
          ref={field}
          class="text-field"
          type="search"
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </label>
      <fieldset ref={group} class="merge-choice">
        <legend>{say('mergeLegend')}</legend>
        {found.value.length === 0 && (
          <p class="quiet" role="status">
            {say(search.value === '' ? 'mergeNoneSimilar' : 'mergeNoneFound')}
          </p>
        )}
        {found.value.map((item) => (
          <label key={item.id} class="choice">
            <input
              type="radio"
              name="into"
              checked={into.value?.id === item.id}
              onChange={() => (into.value = item)}
            />
            <span class="choice-words">
              <span class="written" dir="auto">
                {item.text}
              </span>
              <VotesAndState item={item} />
            </span>
          </label>
        ))}
      </fieldset>
      <NoteField value={note.value} onValue={(value) => (note.value = value)} />
    </DialogFrame>
  )
}
