import { useSignal } from '@preact/signals'
import { say } from './say.ts'

const SHOWN_MS = 2000

/** Copies a text; `label` says to screen readers which, `words` stands on the button. Hidden where the browser has no clipboard for this page. */
export function CopyButton({
  text,
  label,
  words = say('copyAddress'),
}: {
  text: string
  label: string
  words?: string
}) {
  const isCopied = useSignal(false)
  if (!('clipboard' in navigator)) return null
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text)
    isCopied.value = true
    setTimeout(() => (isCopied.value = false), SHOWN_MS)
  }
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      aria-label={label}
      onClick={() => void copy()}
    >
      <span role="status">{isCopied.value ? say('copied') : words}</span>
    </button>
  )
}
