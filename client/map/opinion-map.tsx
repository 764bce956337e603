// The opinion map as a picture: outlines and letters of the groups, marks whose area stands for people, and the reader's
// own place. The same component serves the page to take part and the projector.
import { useMemo, useRef } from 'preact/hooks'
import type { Point, Snapshot } from '../../server/protocol/snapshot.ts'
import { classOf, shapeOf } from './markers.ts'
import { smoothPath } from './outline.ts'
import { sceneOf, type Scene } from './scene.ts'
import { useScene } from './use-scene.ts'
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
  const size = useSize(frame)
  const view = useRef<View | undefined>(undefined)
  const last = useRef<{ scene: Scene; size: Size } | undefined>(undefined)
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

  const scene = useScene(target, { glides })
  return (
    <div class="map" ref={frame}>
      {size && scene && (
        <svg
          role="img"
          aria-label={label}
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
        >
          <Drawing
            scene={scene}
            size={size}
            labelRadius={labelRadius}
            ownLabel={ownLabel}
            chosen={chosen}
            onChoose={onChoose}
          />
        </svg>
      )}
    </div>
  )
}

interface DrawingProps {
  readonly scene: Scene
  readonly size: Size
  readonly labelRadius: number
  readonly ownLabel: string
  readonly chosen: string | undefined
  readonly onChoose: ((letter: string) => void) | undefined
}

function Drawing({ scene, size, labelRadius, ownLabel, chosen, onChoose }: DrawingProps) {
  const letters = scene.shapes.map(({ letter }) => letter)
  /** Class and tap of everything that belongs to a group. */
  const belonging = (name: string, group: number) => {
    const letter = letters[group] ?? ''
    const isFaint = chosen !== undefined && chosen !== letter
    return {
      class: `${name} ${classOf(group)}${isFaint ? ' map-faint' : ''}`,
      onClick: onChoose && (() => onChoose(letter)),
    }
  }
  return (
    <>
      {scene.shapes.map(({ letter, group, outline }) => (
        <path key={letter} {...belonging('map-outline', group)} d={smoothPath(outline)} />
      ))}
      {scene.marks.map(({ key, group, x, y, radius }) => (
        <path
          key={key}
          {...belonging('map-mark', group)}
          d={shapeOf(group)}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${radius.toFixed(2)})`}
        />
      ))}
      {scene.shapes.map(({ letter, group, label: [x, y] }) => (
        <g
          key={letter}
          {...belonging('map-letter', group)}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
        >
          <circle r={labelRadius} />
          <text font-size={1.15 * labelRadius} dy="0.36em">
            {letter}
          </text>
        </g>
      ))}
      {scene.own && <OwnPlace place={scene.own} size={size} radius={0.55 * labelRadius} label={ownLabel} />}
    </>
  )
}

function OwnPlace({
  place: [x, y],
  size,
  radius,
  label,
}: {
  place: Point
  size: Size
  radius: number
  label: string
}) {
  const isFarRight = x > size.width * 0.8
  return (
    <g class="map-own" transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <circle class="map-own-ring" r={1.7 * radius} />
      <circle class="map-own-dot" r={radius} />
      <text
        font-size={Math.max(14, 2 * radius)}
        x={(isFarRight ? -2.3 : 2.3) * radius}
        dy="0.35em"
        text-anchor={isFarRight ? 'end' : 'start'}
      >
        {label}
      </text>
    </g>
  )
}
