// What the service and the thread that makes reports say to each other. One report at a time: `begin`, its votes, `finish`.
import type { ToWorker } from '../analysis/messages.ts'
import type { ReportFacts } from './facts.ts'
import type { ReportInput } from './make-facts.ts'

export type ToReportThread =
  | {
      readonly type: 'begin'
      readonly opening: Extract<ToWorker, { type: 'open' }>
      readonly input: ReportInput
    }
  | {
      /** The next entries of the log, in order; statements as dense indexes. */
      readonly type: 'votes'
      readonly participants: Uint32Array
      readonly statements: Uint32Array
      readonly values: Int8Array
      readonly timesMs: Float64Array
    }
  | { readonly type: 'finish' }

export type FromReportThread =
  /** Comes twice where there are groups: at once, and again with the check of how sure they are. */
  | { readonly type: 'report'; readonly facts: ReportFacts; readonly isWhole: boolean }
  | { readonly type: 'failed'; readonly message: string }
