// Moves the elements of a drawing from where they are to where they belong: gliding, or at once for readers who asked for
// less motion. Frames write attributes straight to the elements; running them through the component would cost a phone
// several times as much.
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { smoothPath } from './outline.ts'
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
 * The scene whose elements are to be rendered, without their places, in its order: `.map-outline`, `.map-mark`,
 * `.map-letter` and `.map-own` of the drawing receive them here. With `glides` false they are placed at once, as after a
 * change of size.
 */
export function useGlide(
  drawing: RefObject<SVGSVGElement | null>,
  target: Scene | undefined,
  { glides }: { glides: boolean },
): Scene | undefined {
  /** What is on the screen now. */
  const shown = useRef<Scene | undefined>(undefined)
  const way = useMemo(() => {
    const from = glides && shown.current && !prefersStillness() ? shown.current : target
    return target && from && { from, cast: sceneBetween(from, target, 0) }
  }, [target])

  useLayoutEffect(() => {
    const svg = drawing.current
    if (!svg || !target || !way) return undefined
    const place = placer(svg)
    const { from } = way
    const draw = (share: number) => place((shown.current = sceneBetween(from, target, ease(share))))
    if (from === target) {
      draw(1)
      return undefined
    }
    draw(0)
    const start = performance.now()
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
      draw(share)
      if (share < 1) frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [way, drawing.current])
  return way?.cast
}

/** Writes the places of a scene to the elements, which are looked up once. */
function placer(svg: SVGSVGElement): (scene: Scene) => void {
  const marks = svg.querySelectorAll('.map-mark')
  const outlines = svg.querySelectorAll('.map-outline')
  const letters = svg.querySelectorAll('.map-letter')
  const own = svg.querySelector('.map-own')
  return (scene) => {
    scene.marks.forEach(({ x, y, radius }, i) => {
      marks[i]?.setAttribute('transform', `${moveTo(x, y)} scale(${Math.round(radius * 100) / 100})`)
    })
    scene.shapes.forEach(({ outline, label: [x, y] }, i) => {
      outlines[i]?.setAttribute('d', smoothPath(outline))
      letters[i]?.setAttribute('transform', moveTo(x, y))
    })
    if (scene.own) own?.setAttribute('transform', moveTo(...scene.own))
  }
}

function moveTo(x: number, y: number): string {
  return `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`
}
