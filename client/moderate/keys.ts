// The keys of the queue. They act only while nothing is being typed and no dialog is open, and can be turned off, because a
// single letter can also come from speech input or from a slip.
import { effect, signal } from '@preact/signals'

export const commands = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  r: 'reject',
  m: 'merge',
  w: 'reword',
  s: 'split',
  b: 'return',
  u: 'undo',
  x: 'choose',
  o: 'openStatement',
  '/': 'search',
  '?': 'help',
} as const
export type Command = (typeof commands)[keyof typeof commands]

const STORED = 'folkmoot.moderate.keys'

/** Whether the keys act. */
export const areKeysOn = signal(stored())
effect(() => {
  try {
    if (areKeysOn.value) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, 'off')
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
})

/** What a key press means; null where it means nothing here. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'>,
  isTyping: boolean,
): Command | null {
  const { key, altKey, ctrlKey, metaKey, isComposing } = event
  if (isTyping || isComposing || altKey || ctrlKey || metaKey) return null
  const name = key.length === 1 ? key.toLowerCase() : key
  return Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : null
}

/** Whether what has the focus takes letters itself. */
export function takesLetters(element: Element | null): boolean {
  if (element === null) return false
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}
