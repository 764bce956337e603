import { classOf, shapeOf } from './markers.ts'

/** The shape of a group with its letter beside it in the text, as in legends; decoration for screen readers. */
export function Marker({ group }: { group: number }) {
  return (
    <svg class={`marker ${classOf(group)}`} viewBox="-1.5 -1.5 3 3" aria-hidden="true" focusable="false">
      <path class="map-mark" d={shapeOf(group)} />
    </svg>
  )
}
