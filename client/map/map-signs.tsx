// The signs that stand above the painted map, each around the place that its style gives it.
import { classOf } from './markers.ts'

/** The letter of a group. */
export function Letter({
  letter,
  group,
  radius,
  isFaint,
}: {
  letter: string
  group: number
  radius: number
  isFaint: boolean
}) {
  const reach = radius + 2
  return (
    <span class={`map-sign map-letter ${classOf(group)}${isFaint ? ' map-faint' : ''}`}>
      <svg
        width={2 * reach}
        height={2 * reach}
        viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
        aria-hidden="true"
        focusable="false"
      >
        <circle r={radius} />
        <text font-size={1.15 * radius} dy="0.36em">
          {letter}
        </text>
      </svg>
    </span>
  )
}

/** The reader's own place, with its word on the side where there is room. */
export function OwnPlace({
  isFarRight,
  radius,
  label,
}: {
  isFarRight: boolean
  radius: number
  label: string
}) {
  const reach = 1.7 * radius + 2
  return (
    <span class="map-sign map-own">
      <svg
        width={2 * reach}
        height={2 * reach}
        viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
        aria-hidden="true"
        focusable="false"
      >
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
      </svg>
    </span>
  )
}
