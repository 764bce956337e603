import type { RefObject } from 'preact'

/** Focuses what is found within an element once the page has been drawn again; what is moved or new would lose it. */
export function focusSoon(within: RefObject<HTMLElement | null>, selector: string): void {
  requestAnimationFrame(() => within.current?.querySelector<HTMLElement>(selector)?.focus())
}
