import { useSignal } from '@preact/signals'
import { say } from '../page/boot.ts'

const SHOWN_MS = 2000

/** Copies an address; `label` says to screen readers which. Hidden where the browser has no clipboard for this page. */
export function CopyButton({ address, label }: { address: string; label: string }) {
  const isCopied = useSignal(false)
  if (!('clipboard' in navigator)) return null
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address)
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
      <span role="status">{isCopied.value ? say('copied') : say('copyAddress')}</span>
    </button>
  )
}
