// The opinion map as a picture: outlines and letters of the groups, marks whose area stands for people, and the reader's own
// place. Outlines and marks are painted onto a canvas, letters and the own place are elements above it that the browser moves by
// itself. The same component serves the page to take part and the projector.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Point, Snapshot } from '../../server/protocol/snapshot.ts'
import { flatten } from './flat-scene.ts'
import { ease, EASING, GLIDE_MS, prefersStillness } from './glide.ts'
import { isInside } from './labels.ts'
import { Letter, OwnPlace } from './map-signs.tsx'
import { classOf } from './markers.ts'
import type { Ink } from './paint.ts'
import { sceneBetween, sceneOf, type Scene } from './scene.ts'
import { useLook } from './use-look.ts'
import { usePainter } from './use-painter.ts'
import { useSize, type Size } from './use-size.ts'
import { fitView, type View } from './view.ts'

interface MapProps {
  readonly snapshot: Snapshot
  /** The reader's own place, in the units of the snapshot. */
  readonly own?: Point | undefined
  /** What a screen reader says of the picture. */
  readonly label: string
  /** Word next to the reader's own place. */
  readonly ownLabel?: string
  /** Size of letters and marks in relation to the page's. */
  readonly scale?: number
  /** Letter of the group to stand out. */
  readonly chosen?: string | undefined
  /** A tap on a group; what it does must be possible by button, too. */
  readonly onChoose?: (letter: string) => void
}

/** Draws the map as large as the box it stands in. */
export function OpinionMap({ snapshot, own, label, ownLabel = '', scale = 1, chosen, onChoose }: MapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = useSize(frame)
  const look = useLook()
  const painter = usePainter(canvas)
  const view = useRef<View | undefined>(undefined)
  const last = useRef<{ scene: Scene; size: Size } | undefined>(undefined)
  /** The way that is being gone, and since when. */
  const way = useRef<{ from: Scene; to: Scene; since: number } | undefined>(undefined)
  const labelRadius = size ? scale * Math.max(13, Math.min(19, 0.034 * Math.min(size.width, size.height))) : 0

  const [target, glides] = useMemo(() => {
    if (!size || size.width === 0) return [undefined, false] as const
    const places: Point[] = snapshot.buckets.map(({ x, y }) => [x, y])
    for (const { centre } of snapshot.groups) places.push(centre)
    if (own) places.push(own)
    view.current = fitView(places, view.current)
    const scene = sceneOf(
      snapshot,
      view.current,
      { ...size, labelRadius, room: 0.5 * labelRadius },
      { own, previous: last.current?.scene },
    )
    const isSameSize = last.current?.size === size
    last.current = { scene, size }
    return [scene, isSameSize] as const
  }, [snapshot, size, own?.[0], own?.[1]])

  useLayoutEffect(() => {
    if (!target || !size || !frame.current) return
    const isNew = way.current?.to !== target
    const from = isNew && glides && !prefersStillness() ? onScreen(way.current) : undefined
    if (isNew) {
      way.current = { from: from ?? target, to: target, since: performance.now() }
      moveSigns(frame.current, from, target)
    }
    painter.paint({
      ...size,
      density: look.density,
      ink: inkOf(frame.current, snapshot, chosen),
      from: from === undefined ? null : flatten(sceneBetween(from, target, 0)),
      to: flatten(from === undefined ? target : sceneBetween(from, target, 1)),
    })
  }, [target, look, chosen, painter.key])

  function tap({ clientX, clientY }: MouseEvent): void {
    const box = frame.current?.getBoundingClientRect()
    if (!box || !target) return
    const place: Point = [clientX - box.left, clientY - box.top]
    const isOnLetter = ([x, y]: Point) => Math.hypot(x - place[0], y - place[1]) <= labelRadius
    const found =
      target.shapes.find((shape) => isOnLetter(shape.label)) ??
      target.shapes.findLast((shape) => isInside(place, shape.outline))
    if (found) onChoose?.(found.letter)
  }

  return (
    <div class={onChoose ? 'map map-tappable' : 'map'} ref={frame} onClick={onChoose && tap}>
      {snapshot.groups.map(({ letter }, group) => (
        <i key={letter} class={`map-ink ${classOf(group)}`} />
      ))}
      {size && <canvas key={painter.key} ref={canvas} aria-hidden="true" />}
      {size && target && (
        <div class="map-signs" role="img" aria-label={label}>
          {target.shapes.map(({ letter, group }) => (
            <Letter
              key={letter}
              letter={letter}
              group={group}
              radius={labelRadius}
              isFaint={chosen !== undefined && chosen !== letter}
            />
          ))}
          {target.own && (
            <OwnPlace
              isFarRight={target.own[0] > size.width * 0.8}
              radius={0.55 * labelRadius}
              label={ownLabel}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** What is on the screen now, as far as the way has been gone. */
function onScreen(way: { from: Scene; to: Scene; since: number } | undefined): Scene | undefined {
  if (way === undefined || way.from === way.to) return way?.to
  const share = Math.min(1, (performance.now() - way.since) / GLIDE_MS)
  return share === 1 ? way.to : sceneBetween(way.from, way.to, ease(share))
}

/** The colours that the style sheet gives at the moment. */
function inkOf(frame: HTMLElement, { groups }: Snapshot, chosen: string | undefined): Ink {
  const colours = [...frame.querySelectorAll('.map-ink')].map((each) => getComputedStyle(each).color)
  const place = groups.findIndex(({ letter }) => letter === chosen)
  const isForced = matchMedia('(forced-colors: active)').matches
  return { colours, isForced, chosen: place < 0 ? undefined : place }
}

/** Moves letters and own place to where they belong; on the way the browser needs no help of ours. */
function moveSigns(frame: HTMLElement, from: Scene | undefined, to: Scene): void {
  frame.querySelectorAll<HTMLElement>('.map-letter').forEach((letter, i) => {
    const shape = to.shapes[i]
    if (shape) move(letter, from?.shapes.find((each) => each.letter === shape.letter)?.label, shape.label)
  })
  const own = frame.querySelector<HTMLElement>('.map-own')
  if (own && to.own) move(own, from?.own, to.own)
}

function move(element: HTMLElement, from: Point | undefined, to: Point): void {
  for (const animation of element.getAnimations()) animation.cancel()
  element.style.transform = translation(to)
  if (from === undefined) return
  const transform = [translation(from), translation(to)]
  element.animate({ transform }, { duration: GLIDE_MS, easing: EASING })
}

function translation([x, y]: Point): string {
  return `translate(${Math.round(x * 10) / 10}px, ${Math.round(y * 10) / 10}px)`
}
