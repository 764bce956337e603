// Much work at once, in slices: the event loop goes on serving everybody in between.

/** After so long the rest waits for the next turn of the event loop. */
const TURN_MS = 6

/**
 * Calls `step` again and again until it says that nothing is left, for a few milliseconds in each turn of the event loop.
 * What a step has settled is gone on with by whoever waited for it before the next step, and counts as its time.
 */
export function inTurns(step: () => boolean): void {
  const turn = () => {
    const until = performance.now() + TURN_MS
    const goOn = () => {
      if (!step()) return
      queueMicrotask(() =>
        process.nextTick(() => {
          if (performance.now() < until) goOn()
          else setImmediate(turn)
        }),
      )
    }
    goOn()
  }
  turn()
}
