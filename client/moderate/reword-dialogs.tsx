import { type Signal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { lengthOf, tidied } from '../../server/protocol/statement-text.ts'
import { boot } from '../page/boot.ts'
import { decide, isDeciding } from './decide.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { draftOf, keepDraft, openDialog } from './dialogs.ts'
import { current } from './queue.ts'
import { NoteField } from './reject-dialog.tsx'
import { say } from './say.ts'

/** Better words for a statement. Who voted on the old ones keeps their vote there, and is asked again. */
export function RewordDialog() {
  const item = useRef(current.value).current
  const text = useSignal(item === null ? '' : draftOf('reword', item.id, item.text))
  const note = useSignal('')
  const trouble = useSignal<string | null>(null)
  if (item === null) return null

  async function submit(): Promise<void> {
    if (item === null) return
    const statement = { id: item.id, seen: item.seen }
    const refusal = await decide({ kind: 'reword', statement, text: text.value }, note.value)
    trouble.value = refusal?.message ?? null
    if (refusal !== null) return
    keepDraft('reword', item.id, null)
    openDialog.value = null
  }

  return (
    <DialogFrame
      heading={say('rewordHeading', { number: String(item.id) })}
      doIt={say('rewordDo')}
      isBusy={isDeciding.value}
      trouble={trouble.value}
      onSubmit={() => void submit()}
    >
      <p class="quiet">{say('rewordVotes')}</p>
      <Wording
        label={say('rewordLabel')}
        text={text}
        isFirst
        onText={(value) => keepDraft('reword', item.id, value)}
      />
      <NoteField value={note.value} onValue={(value) => (note.value = value)} />
    </DialogFrame>
  )
}

/** Two statements in the place of one that says two things. */
export function SplitDialog() {
  const item = useRef(current.value).current
  const [before, after] = item === null ? ['', ''] : halvesOf(item.text)
  const first = useSignal(item === null ? '' : draftOf('first', item.id, before))
  const second = useSignal(item === null ? '' : draftOf('second', item.id, after))
  const note = useSignal('')
  const trouble = useSignal<string | null>(null)
  if (item === null) return null

  async function submit(): Promise<void> {
    if (item === null) return
    const statement = { id: item.id, seen: item.seen }
    const refusal = await decide({ kind: 'split', statement, texts: [first.value, second.value] }, note.value)
    trouble.value = refusal?.message ?? null
    if (refusal !== null) return
    for (const name of ['first', 'second']) keepDraft(name, item.id, null)
    openDialog.value = null
  }

  return (
    <DialogFrame
      heading={say('splitHeading', { number: String(item.id) })}
      doIt={say('splitDo')}
      isBusy={isDeciding.value}
      trouble={trouble.value}
      onSubmit={() => void submit()}
    >
      <blockquote class="written dialog-statement" dir="auto">
        {item.text}
      </blockquote>
      <p class="quiet">{say('splitVotes')}</p>
      <Wording
        label={say('splitFirst')}
        text={first}
        isFirst
        onText={(value) => keepDraft('first', item.id, value)}
      />
      <Wording
        label={say('splitSecond')}
        text={second}
        onText={(value) => keepDraft('second', item.id, value)}
      />
      <NoteField value={note.value} onValue={(value) => (note.value = value)} />
    </DialogFrame>
  )
}

interface WordingProps {
  readonly label: string
  readonly text: Signal<string>
  readonly isFirst?: boolean
  readonly onText: (value: string) => void
}

function Wording({ label, text, isFirst = false, onText }: WordingProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (isFirst) field.current?.focus()
  }, [])
  const left = (boot.conversation?.statementLength ?? 140) - lengthOf(tidied(text.value))
  return (
    <div class="field">
      <label>
        {label}
        <textarea
          ref={field}
          rows={3}
          dir="auto"
          value={text.value}
          aria-invalid={left < 0}
          onInput={(event) => {
            text.value = event.currentTarget.value
            onText(text.value)
          }}
        />
      </label>
      <p class="field-note" data-over={left < 0 || undefined}>
        {left < 0 ? say('charactersOver', { count: -left }) : say('charactersLeft', { count: left })}
      </p>
    </div>
  )
}

/** A first guess at the two ideas: at a full stop, a semicolon, or the word that joins them. */
function halvesOf(text: string): [string, string] {
  const joint = /[.;]\s+(?=\p{L})|,?\s(?:and|but|ac|ond|a hefyd)\s/iu.exec(text)
  if (joint === null) return [text, '']
  const second = text.slice(joint.index + joint[0].length)
  const first = text.slice(0, joint.index + (joint[0].startsWith('.') ? 1 : 0))
  return [first, second.charAt(0).toLocaleUpperCase() + second.slice(1)]
}
