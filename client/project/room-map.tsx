// The map as a hall sees it: outlines and marks on a canvas, letters as text above it, gliding from one sight to the next.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Point } from '../../server/protocol/snapshot.ts'
import type { RoomMap as Sight } from '../../server/protocol/stage.ts'
import { classOf } from '../map/markers.ts'
import { sceneBetween, sceneOf, type Scene } from '../map/scene.ts'
import { type Size, useSize } from '../map/use-size.ts'
import { fitView, type View } from '../map/view.ts'
import { drawScene, fitCanvas, inkOf } from './draw-scene.ts'

const GLIDE_MS = 1_600
const LABEL_SHARE = 0.045
/** Radius of the letters in the units of the style sheet, with their edge: on a narrow map they must not stand over its border. */
const LETTER_REM = 1.35

interface RoomMapProps {
  readonly map: Sight
  /** What a screen reader says of the picture. */
  readonly label: string
  /** Index of the group to stand out. */
  readonly chosen?: number | undefined
  /** Time to the next sight, where another follows at once: the map then moves evenly all that time. */
  readonly steadyMs?: number | undefined
}

/** Draws the map as large as the box it stands in. */
export function RoomMap({ map, label, chosen, steadyMs }: RoomMapProps) {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const letters = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const view = useRef<View | undefined>(undefined)
  /** What is on the screen now, and for which size it was made. */
  const shown = useRef<{ scene: Scene; size: Size } | undefined>(undefined)

  useLayoutEffect(() => {
    if (!size || !canvas.current || !letters.current || !box.current) return undefined
    const context = canvas.current.getContext('2d', { alpha: false })
    if (!context) return undefined
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const labelRadius = Math.max(LETTER_REM * rem, LABEL_SHARE * Math.min(size.width, size.height))
    view.current = fitView(
      map.groups.flatMap(({ marks }) => marks),
      view.current,
    )
    const before = shown.current?.size === size ? shown.current.scene : undefined
    const look = { ...size, labelRadius, room: 0.5 * labelRadius }
    const target = sceneOf(asSnapshot(map), view.current, look, { previous: before })
    const density = before ? canvas.current.width / size.width : fitCanvas(canvas.current, size)
    const ink = inkOf(box.current)
    const names = [...letters.current.children] as HTMLElement[] // rendered below, one for each group
    const draw = (share: number) => {
      const scene = before ? sceneBetween(before, target, share) : target
      shown.current = { scene, size }
      drawScene(context, scene, ink, { density, chosen })
      scene.shapes.forEach(({ label: [x, y] }, at) => {
        names[at]?.style.setProperty('transform', `translate(${x}px, ${y}px)`)
      })
    }
    if (!before || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      draw(1)
      return undefined
    }
    const start = performance.now()
    let request = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - start) / (steadyMs ?? GLIDE_MS)))
      draw(steadyMs === undefined ? 1 - (1 - share) ** 3 : share)
      if (share < 1) request = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(request)
  }, [map, size, chosen])

  useEffect(() => {
    const darkness = matchMedia('(prefers-color-scheme: dark)')
    const redraw = () => {
      const context = canvas.current?.getContext('2d', { alpha: false })
      const now = shown.current
      if (!context || !now || !box.current) return
      const density = context.canvas.width / now.size.width
      drawScene(context, now.scene, inkOf(box.current), { density, chosen })
    }
    darkness.addEventListener('change', redraw)
    return () => darkness.removeEventListener('change', redraw)
  }, [chosen])

  return (
    <div class="room-map" ref={box} role="img" aria-label={label}>
      <canvas ref={canvas} />
      <div class="room-letters" ref={letters} aria-hidden="true">
        {map.groups.map(({ letter }, group) => (
          <span
            key={letter}
            class={`room-letter ${classOf(group)}${chosen === undefined || chosen === group ? '' : ' room-faint'}`}
          >
            <b>{letter}</b>
          </span>
        ))}
      </div>
    </div>
  )
}

/** Marks as buckets of one size for each group; all of them together cover what the shares say. */
function asSnapshot({ groups }: Sight): Parameters<typeof sceneOf>[0] {
  return {
    buckets: groups.flatMap(({ marks, share }, group) =>
      marks.map(([x, y]) => ({ x, y, people: (1000 * Math.max(share, 0.03)) / marks.length, group })),
    ),
    groups: groups.map(({ letter, marks }) => ({
      letter,
      people: 0,
      centre: middleOf(marks),
      hull: [],
      representative: [],
    })),
  }
}

function middleOf(marks: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => marks.reduce((total, mark) => total + mark[axis], 0)
  return [sum(0) / Math.max(1, marks.length), sum(1) / Math.max(1, marks.length)]
}
