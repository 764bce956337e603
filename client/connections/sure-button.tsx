import { useSignal } from '@preact/signals'

interface SureButtonProps {
  readonly words: string
  /** What it asks before it does it. */
  readonly sure: string
  /** What it is about, for those who cannot see it. */
  readonly about: string
  readonly onSure: () => void
}

/** A button for what cannot be undone: the first press asks, the second does it; leaving it takes the question back. */
export function SureButton({ words, sure, about, onSure }: SureButtonProps) {
  const isAsking = useSignal(false)
  const shown = isAsking.value ? sure : words
  return (
    <button
      type="button"
      class={`button button-small ${isAsking.value ? 'button-trouble' : 'button-quiet'}`}
      aria-label={`${shown}: ${about}`}
      onBlur={() => (isAsking.value = false)}
      onClick={() => {
        if (isAsking.value) onSure()
        isAsking.value = !isAsking.value
      }}
    >
      {shown}
    </button>
  )
}
