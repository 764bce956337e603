// Keeps the place of whoever works with the keyboard. An action often takes away the button that did it; the browser then puts
// the focus at the top of the page, and one would have to come all the way back. Here it goes to the heading of the smallest part
// of the page that is still there, unless whoever drew the page anew has put it somewhere better.

const HEADINGS = 'h1, h2, h3, h4'
const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['disabled', 'hidden'],
}

/** Begins to keep the focus on this page; the function that is answered ends it. */
export function keepFocus(): () => void {
  /** What has the focus and everything around it, the innermost first; empty where nothing has it. */
  let around: readonly HTMLElement[] = []
  let isWaiting = false
  const note = () => (around = isLost() ? [] : aroundOf(document.activeElement))
  const restore = () => {
    isWaiting = false
    if (!isLost()) return
    const [last] = around
    // A button that was only moved can have it back.
    if (last?.isConnected) last.focus({ preventScroll: true })
    for (const element of around) if (isLost() && element.isConnected) focusHeading(element)
  }
  const watch = new MutationObserver(() => {
    if (isWaiting || around.length === 0 || !isLost()) return
    isWaiting = true
    // After the next frame, so that what the page itself does with the focus comes first.
    requestAnimationFrame(() => requestAnimationFrame(restore))
  })
  // Whoever presses beside everything with the mouse wants the focus nowhere.
  const press = () => setTimeout(note)
  document.addEventListener('focusin', note)
  document.addEventListener('pointerdown', press)
  watch.observe(document.body, WATCHED)
  return () => {
    document.removeEventListener('focusin', note)
    document.removeEventListener('pointerdown', press)
    watch.disconnect()
  }
}

function isLost(): boolean {
  const { activeElement, body } = document
  return activeElement === null || activeElement === body || activeElement.matches(':disabled')
}

function aroundOf(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let each = element; each instanceof HTMLElement && each !== document.body; each = each.parentElement) {
    found.push(each)
  }
  return found
}

function focusHeading(part: HTMLElement): void {
  const heading = part.querySelector<HTMLElement>(HEADINGS)
  if (heading === null) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'nearest' })
}
