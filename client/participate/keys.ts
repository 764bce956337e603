// The keys 1, 2 and 3 vote, unless something is being typed, a modifier is held, or the reader has turned them off
// (WCAG 2.1.4: keys of one character must be possible to turn off).
import { signal } from '@preact/signals'
import type { Vote } from '../../server/protocol/values.ts'

const STORED_AS = 'folkmoot.keys'

function wereTurnedOff(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'off'
  } catch {
    return false // storage is blocked
  }
}

export const keysAreOn = signal(!wereTurnedOff())

/** Turns the keys on or off; only the wish to have them off is kept on the device. */
export function turnKeys(on: boolean): void {
  keysAreOn.value = on
  try {
    if (on) localStorage.removeItem(STORED_AS)
    else localStorage.setItem(STORED_AS, 'off')
  } catch {
    // Blocked: the choice holds for this page.
  }
}

/** What a key press votes, or undefined when it is not meant as a vote. */
export function voteOfKey(event: {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly repeat: boolean
  readonly isTyping: boolean
}): Vote | undefined {
  const { key, ctrlKey, altKey, metaKey, repeat, isTyping } = event
  if (ctrlKey || altKey || metaKey || repeat || isTyping) return undefined
  return key === '1' ? 1 : key === '2' ? -1 : key === '3' ? 0 : undefined
}

/** True when keys go into a field rather than to the page. */
export function isTypingIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'))
  )
}
