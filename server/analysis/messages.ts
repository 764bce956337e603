// What the service and its analysis workers say to each other. Arrays are transferred, not copied.
import type { MapSettings } from '../protocol/map-settings.ts'
import type { MapConfidence } from '../protocol/snapshot.ts'

export type ToWorker =
  | {
      readonly type: 'open'
      readonly conversation: string
      /** Ids of the statements by dense index, ascending. */
      readonly statementIds: Uint32Array
      /** 1 for statements left out of the map. */
      readonly moderatedOut: Uint8Array
      readonly isMeta: Uint8Array
      readonly settings: MapSettings
      /** The check of the last published map; null when there was none. */
      readonly confidence: MapConfidence | null
      /** What the presentation remembers from the last published map, as JSON; null when there was none. */
      readonly presentation: string | null
    }
  | {
      /** What has changed of `open` since; statements may have been added at the end. */
      readonly type: 'change'
      readonly conversation: string
      readonly statementIds: Uint32Array
      readonly moderatedOut: Uint8Array
      readonly isMeta: Uint8Array
      readonly settings: MapSettings
    }
  | {
      readonly type: 'votes'
      readonly conversation: string
      /** The next entries of the log, in order; statements as dense indexes. */
      readonly participants: Uint32Array
      readonly statements: Uint32Array
      readonly values: Int8Array
    }
  | { readonly type: 'refresh'; readonly conversation: string; readonly version: number }
  | { readonly type: 'close'; readonly conversation: string }

/** A map as the worker made it: wire documents ready to be sent, and what the service keeps for itself. */
export interface MadeMap {
  readonly type: 'map'
  readonly conversation: string
  readonly version: number
  readonly sequence: number
  readonly publishedAtMs: number
  readonly snapshot: string
  readonly components: string
  readonly presentation: string
  /** Routing weight of each statement by dense index. */
  readonly priorities: Float64Array<ArrayBuffer>
  readonly refreshMs: number
}

export type FromWorker =
  | MadeMap
  | { readonly type: 'failed'; readonly conversation: string; readonly message: string }
  /** A check of the groups is done; the next map carries it. Sent unasked. */
  | { readonly type: 'checked'; readonly conversation: string }

/** What a worker is started with. */
export interface WorkerOptions {
  /** Largest part of its time that it may spend on checking maps, 0 to 1. */
  readonly checkShare: number
}
