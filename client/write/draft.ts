// What is being written, kept on the device until it is sent, so that no reload and no refusal loses it: for good where the
// person has voted here and so has left traces already, else for as long as the tab lives.
import { storedToken } from '../connection/token-keeper.ts'

const keyOf = (conversation: string) => `folkmoot.draft.${conversation}`

/** The draft of an earlier moment; empty where there is none. */
export function keptDraft(conversation: string): string {
  try {
    const key = keyOf(conversation)
    return localStorage.getItem(key) ?? sessionStorage.getItem(key) ?? ''
  } catch {
    return '' // storage is blocked
  }
}

/** Keeps the draft; an empty one is forgotten. */
export function keepDraft(conversation: string, text: string): void {
  try {
    const storage = storedToken(conversation) === undefined ? sessionStorage : localStorage
    if (text === '') {
      for (const each of [localStorage, sessionStorage]) each.removeItem(keyOf(conversation))
    } else storage.setItem(keyOf(conversation), text)
  } catch {
    // Blocked or full: the draft lives as long as the page.
  }
}
