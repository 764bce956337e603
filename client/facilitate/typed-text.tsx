// Fields for text that is saved as one goes. What is stored may lack the spaces at its ends, and must not take them away from
// whoever is about to type the next word: as long as the field is being typed in, it shows the characters as they were typed.
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'

interface Typing {
  readonly value: string
  readonly onText: (text: string) => void
}
type Own = 'value' | 'onInput' | 'onBlur'

/** A field of several lines. */
export function TypedLines({
  value,
  onText,
  ...others
}: Typing & Omit<JSX.IntrinsicElements['textarea'], Own>) {
  return <textarea {...others} {...useTyped({ value, onText })} />
}

interface Line extends Typing {
  readonly id?: string
  readonly lang: string
  readonly maxLength: number
  readonly 'aria-describedby'?: string
}

/** A field of one line. */
export function TypedLine({ value, onText, ...others }: Line) {
  return (
    <input {...others} {...useTyped({ value, onText })} class="text-field" dir="auto" autocomplete="off" />
  )
}

function useTyped({ value, onText }: Typing) {
  const typed = useSignal<string | null>(null)
  return {
    value: typed.value !== null && typed.value.trim() === value.trim() ? typed.value : value,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      typed.value = event.currentTarget.value
      onText(event.currentTarget.value)
    },
    onBlur: () => void (typed.value = null),
  }
}
