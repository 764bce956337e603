// Keeps the screen of the hall from going dark. Browsers let go of the wish whenever the page is hidden, so it is made
// again each time the page is looked at; where they refuse (no TLS, battery low) the screen follows its own settings.

/** Asks for a screen that stays on for as long as the page is shown. */
export function stayAwake(): void {
  async function ask(): Promise<void> {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    try {
      await navigator.wakeLock.request('screen')
    } catch {
      // Refused: nothing that the page could do about it, and the map is shown all the same.
    }
  }
  document.addEventListener('visibilitychange', () => void ask())
  void ask()
}
