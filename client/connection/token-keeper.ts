// The participant's token on this device. It is kept from the first acknowledged vote on; until then, and where the
// browser forbids storage, it lives in memory only.

const keyOf = (conversation: string) => `folkmoot.token.${conversation}`

/** The token of an earlier visit, if there is one. */
export function storedToken(conversation: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(conversation)) ?? undefined
  } catch {
    return undefined // storage is blocked
  }
}

/** Keeps the token for later visits; does nothing where storage is blocked. */
export function keepToken(conversation: string, token: string): void {
  try {
    if (localStorage.getItem(keyOf(conversation)) !== token) localStorage.setItem(keyOf(conversation), token)
  } catch {
    // Blocked or full: the token lives as long as the page.
  }
}
