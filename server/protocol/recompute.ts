// The first line of what a browser recomputes a map from; see server/export/recompute-lines.ts.
import type { MapSettings } from './map-settings.ts'
import type { Components, Snapshot } from './snapshot.ts'

export interface Recomputable {
  /** Version of the published map, and the last entry of the log that it covers. */
  readonly version: number
  readonly sequence: number
  readonly logHash: string
  readonly people: number
  readonly settings: MapSettings
  /** By dense index. */
  readonly statements: readonly {
    readonly id: number
    readonly isMeta: boolean
    /** Left out of the map. */
    readonly isOut: boolean
  }[]
  readonly snapshot: Snapshot
  readonly components: Components
  /** Canonical map and memory of the presentation, documents of the analysis. */
  readonly canonical: unknown
  readonly presentation: unknown
}

/** What the worker that recomputes says while it is at it, and in the end. */
export type RecomputeNews =
  | { readonly type: 'progress'; readonly stage: RecomputeStage; readonly share: number }
  | {
      readonly type: 'done'
      readonly people: number
      readonly votes: number
      readonly sequence: number
      readonly logHash: string
      readonly differences: readonly RecomputeDifference[]
    }
  | { readonly type: 'failed'; readonly reason: 'unreachable' | 'refused' | 'broken'; readonly words: string }

export type RecomputeStage = 'fetching' | 'computing' | 'comparing'

/** One number that came out otherwise. */
export interface RecomputeDifference {
  readonly part: string
  /** Null where it belongs to no statement. */
  readonly statement: number | null
  readonly published: string
  readonly recomputed: string
}
