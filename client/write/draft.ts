// What is being written, kept on the device until it is sent, so that no reload and no refusal loses it: for good where the
// person has voted here and so has left traces already, else for as long as the tab lives. Of somebody whom another site names
// it never outlives the tab.
import { isTokenKept } from '../connection/token-keeper.ts'
import { isKept } from '../participate/own-token.ts'

const keyOf = (conversation: string) => `folkmoot.draft.${conversation}`

/** The draft of an earlier moment; empty where there is none. */
export function keptDraft(conversation: string): string {
  try {
    const key = keyOf(conversation)
    return (isKept ? localStorage.getItem(key) : null) ?? sessionStorage.getItem(key) ?? ''
  } catch {
    return '' // storage is blocked
  }
}

/** Keeps the draft; an empty one is forgotten. In an effect it moves to where it stays for good once that may be. */
export function keepDraft(conversation: string, text: string): void {
  const staysForGood = isKept && isTokenKept(conversation)
  try {
    const key = keyOf(conversation)
    if (text !== '') (staysForGood ? localStorage : sessionStorage).setItem(key, text)
    if (text === '' || staysForGood) sessionStorage.removeItem(key)
    if (text === '' && isKept) localStorage.removeItem(key)
  } catch {
    // Blocked or full: the draft lives as long as the page.
  }
}
