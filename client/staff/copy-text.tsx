import { useSignal } from '@preact/signals'
import { say } from './say.ts'

const SHOWN_MS = 2000

/** Copies a text. Hidden where the browser has no clipboard for this page. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const isCopied = useSignal(false)
  if (!('clipboard' in navigator)) return null
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text)
    isCopied.value = true
    setTimeout(() => (isCopied.value = false), SHOWN_MS)
  }
  return (
    <button type="button" class="button button-quiet button-small" onClick={() => void copy()}>
      <span role="status">{isCopied.value ? say('copied') : label}</span>
    </button>
  )
}
