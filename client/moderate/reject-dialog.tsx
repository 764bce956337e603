import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { LIMITS } from '../../server/protocol/moderation.ts'
import { language } from '../page/boot.ts'
import { decide, isDeciding } from './decide.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { lastReason, openDialog } from './dialogs.ts'
import { lists } from './lists.ts'
import { targets } from './queue.ts'
import { say } from './say.ts'

/** Why a statement is not accepted: a reason of the list, one in other words, or none; and a note for the moderators. */
export function RejectDialog() {
  const about = useRef(targets.value).current
  const reasons = lists.value?.reasons ?? []
  const OWN = reasons.length
  const NONE = reasons.length + 1
  const choice = useSignal(Math.min(lastReason.value, NONE))
  const own = useSignal('')
  const note = useSignal('')
  const trouble = useSignal<string | null>(null)
  const group = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => group.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])

  async function submit(): Promise<void> {
    const written = own.value.trim()
    if (choice.value === OWN && written === '') {
      trouble.value = say('reasonMissing')
      return
    }
    const reason =
      choice.value === NONE
        ? null
        : choice.value === OWN
          ? { en: written, cy: written }
          : reasons[choice.value]!
    const statements = about.map(({ id, seen }) => ({ id, seen }))
    const refusal = await decide({ kind: 'reject', statements, reason }, note.value)
    trouble.value = refusal?.message ?? null
    if (refusal !== null) return
    if (choice.value !== OWN) lastReason.value = choice.value
    openDialog.value = null
  }

  return (
    <DialogFrame
      heading={about.length === 1 ? say('rejectHeading') : say('rejectSeveral', { count: about.length })}
      doIt={say('reject')}
      isBusy={isDeciding.value}
      trouble={trouble.value}
      onSubmit={() => void submit()}
    >
      {about.length === 1 && (
        <blockquote class="written dialog-statement" dir="auto">
          {about[0]!.text}
        </blockquote>
      )}
      <fieldset
        ref={group}
        class="reason-choice"
        onKeyDown={(event) => {
          const place = Number(event.key) - 1
          if (event.target instanceof HTMLTextAreaElement || !(place >= 0 && place <= NONE)) return
          event.preventDefault()
          choice.value = place
          group.current?.querySelectorAll<HTMLInputElement>('input[type=radio]')[place]?.focus()
        }}
      >
        <legend>{say('reasonLegend')}</legend>
        {[...reasons.map((each) => each[language]), say('reasonOwn'), say('reasonNone')].map(
          (words, place) => (
            <label key={place} class="choice">
              <input
                type="radio"
                name="reason"
                checked={choice.value === place}
                onChange={() => (choice.value = place)}
              />
              <span class="choice-words">{words}</span>
              {place < 9 && <kbd aria-hidden="true">{place + 1}</kbd>}
            </label>
          ),
        )}
        {choice.value === OWN && (
          <label class="field">
            {say('reasonOwnLabel')}
            <textarea
              rows={2}
              maxLength={LIMITS.reason}
              value={own.value}
              onInput={(event) => (own.value = event.currentTarget.value)}
            />
          </label>
        )}
      </fieldset>
      <NoteField value={note.value} onValue={(value) => (note.value = value)} />
    </DialogFrame>
  )
}

/** A note that only moderators read. */
export function NoteField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  return (
    <label class="field">
      {say('noteLabel')}
      <input
        class="text-field"
        maxLength={LIMITS.note}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  )
}
