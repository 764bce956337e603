// The newest map as the page without a script needs it, read once for each publication: its documents are stored as text.
import type { PublishedMap } from '../conversation/published-map.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'

export interface MapToRead {
  readonly snapshot: Snapshot
  /** Read when it is first asked for: it is as long as the list of statements. */
  readonly components: () => Components
}

const known = new WeakMap<PublishedMap, MapToRead>()

/** What the map says. */
export function readMap(map: PublishedMap): MapToRead {
  const there = known.get(map)
  if (there !== undefined) return there
  let components: Components | undefined
  const read = {
    snapshot: JSON.parse(map.snapshot) as Snapshot, // written by the analysis, checked when it was published
    components: () => (components ??= JSON.parse(map.components) as Components), // as above
  }
  known.set(map, read)
  return read
}
