// The participant's token on this device. It is kept from the first acknowledged vote on: in the local storage, which
// browsers part by the site around a frame, else for as long as the tab lives; until then, and where the browser forbids
// all storage, it lives in memory only. What else may be kept of a conversation waits for it: `isTokenKept` tells in effects.
import { signal } from '@preact/signals'

const keyOf = (conversation: string) => `folkmoot.token.${conversation}`
/** Called late, because the mere look at a storage that is blocked throws. */
const storages: readonly (() => Storage)[] = [() => localStorage, () => sessionStorage]

/** The token of an earlier visit, if there is one. */
export function storedToken(conversation: string): string | undefined {
  for (const storage of storages) {
    try {
      const token = storage().getItem(keyOf(conversation))
      if (token !== null) return token
    } catch {
      // Blocked: perhaps the next one is not.
    }
  }
  return undefined
}

/** How often this browser has begun to keep a token while the page was open. */
const timesKept = signal(0)

/** Whether a token is kept on this device; an effect that asks is run again as soon as one is. */
export function isTokenKept(conversation: string): boolean {
  void timesKept.value
  return storedToken(conversation) !== undefined
}

/** Keeps the token for later visits in the first storage that takes it. */
export function keepToken(conversation: string, token: string): void {
  for (const storage of storages) {
    try {
      if (storage().getItem(keyOf(conversation)) === token) return
      storage().setItem(keyOf(conversation), token)
      timesKept.value += 1
      return
    } catch {
      // Blocked or full: perhaps the next one is not; else the token lives as long as the page.
    }
  }
}

/** Calls back when another tab of this browser has kept a token of the conversation. */
export function watchToken(conversation: string, onToken: (token: string) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== keyOf(conversation) || newValue === null) return
    timesKept.value += 1
    onToken(newValue)
  })
}

/** Forgets the token and all else that is kept of a conversation on this device. */
export function forgetToken(conversation: string): void {
  for (const storage of storages) {
    try {
      for (const name of ['token', 'draft', 'purpose']) {
        storage().removeItem(`folkmoot.${name}.${conversation}`)
      }
    } catch {
      // Blocked: there is nothing to forget.
    }
  }
}
