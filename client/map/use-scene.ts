// The drawing that is on the screen now: it glides from one drawing to the next, and jumps for readers who asked for
// less motion.
import { useEffect, useRef, useState } from 'preact/hooks'
import { sceneBetween, type Scene } from './scene.ts'

const GLIDE_MS = 900

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Fast at first, then coming to rest. */
function ease(share: number): number {
  return 1 - (1 - share) ** 3
}

/**
 * What to draw on the way to `target`. With `glides` false the target is drawn at once, as after a change of size.
 */
export function useScene(target: Scene | undefined, { glides }: { glides: boolean }): Scene | undefined {
  const [shown, show] = useState(target)
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    const from = latest.current
    if (!target || !from || from === target || !glides || prefersStillness()) {
      show(target)
      return undefined
    }
    const start = performance.now()
    let frame = requestAnimationFrame(function draw(now) {
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
      show(sceneBetween(from, target, ease(share)))
      if (share < 1) frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [target])
  return shown
}
