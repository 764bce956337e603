// How everything on the map moves from one place to the next: for a while, fast at first, then coming to rest.

export const GLIDE_MS = 900

/** Share of the way by share of the time. */
export function ease(share: number): number {
  return 1 - (1 - share) ** 3
}

/** The same curve as style sheets write it. */
export const EASING = 'cubic-bezier(0.215, 0.61, 0.355, 1)'

/** Whether the reader has asked for less motion. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
