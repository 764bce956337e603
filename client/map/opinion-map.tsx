// The opinion map as a picture: outlines and letters of the groups, marks whose area stands for people, and the reader's
// own place. The same component serves the page to take part and the projector.
import { useMemo, useRef } from 'preact/hooks'
import type { Point, Snapshot } from '../../server/protocol/snapshot.ts'
import { classOf, shapeOf } from './markers.ts'
import { sceneOf, type Scene } from './scene.ts'
import { useGlide } from './use-glide.ts'
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

  const drawing = useRef<SVGSVGElement>(null)
  const scene = useGlide(drawing, target, { glides })
  return (
    <div class="map" ref={frame}>
      {size && scene && (
        <svg
          ref={drawing}
          role="img"
          aria-label={label}
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
        >
          <Drawing
            scene={scene}
            own={target?.own}
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
  /** What there is to draw; `useGlide` says where. */
  readonly scene: Scene
  /** Where the reader's own place is going. */
  readonly own: Point | undefined
  readonly size: Size
  readonly labelRadius: number
  readonly ownLabel: string
  readonly chosen: string | undefined
  readonly onChoose: ((letter: string) => void) | undefined
}

function Drawing({ scene, own, size, labelRadius, ownLabel, chosen, onChoose }: DrawingProps) {
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
      {scene.shapes.map(({ letter, group }) => (
        <path key={letter} {...belonging('map-outline', group)} />
      ))}
      {scene.marks.map(({ key, group }) => (
        <path key={key} {...belonging('map-mark', group)} d={shapeOf(group)} />
      ))}
      {scene.shapes.map(({ letter, group }) => (
        <g key={letter} {...belonging('map-letter', group)}>
          <circle r={labelRadius} />
          <text font-size={1.15 * labelRadius} dy="0.36em">
            {letter}
          </text>
        </g>
      ))}
      {own && (
        <OwnPlace isFarRight={own[0] > size.width * 0.8} radius={0.55 * labelRadius} label={ownLabel} />
      )}
    </>
  )
}

function OwnPlace({ isFarRight, radius, label }: { isFarRight: boolean; radius: number; label: string }) {
  return (
    <g class="map-own">
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
