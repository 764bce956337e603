// An engine under measurement: it is filled with a log, and each refresh follows on a changed vote, since a map of which
// nothing has changed is not computed again.
import { performance } from 'node:perf_hooks'
import { compileKernels, Engine, type RefreshStage } from '../../analysis/index.ts'
import type { SyntheticLog } from '../synthetic-log.ts'

const kernels = compileKernels()

export class Subject {
  /** Milliseconds of each stage of the last refresh. */
  readonly stages = new Map<RefreshStage, number>()
  private readonly engine = new Engine({ kernels })
  private readonly log: SyntheticLog
  private turn = 0

  constructor(log: SyntheticLog) {
    this.log = log
  }

  /** Applies the log in portions of so many votes. */
  apply(portion = this.log.values.length): void {
    const { participants, statements, values } = this.log
    for (let from = 0; from < values.length; from += portion) {
      const to = from + portion
      this.engine.apply({
        participants: participants.subarray(from, to),
        statements: statements.subarray(from, to),
        values: values.subarray(from, to),
      })
    }
  }

  /** Applies another log, of other people. */
  take(log: SyntheticLog): void {
    this.engine.apply(log)
  }

  /** Changes some votes at the beginning of the log and computes the map. */
  refresh(changes = 1): void {
    const { participants, statements, values } = this.log
    const value = (this.turn++ % 3) - 1
    const count = Math.min(changes, values.length)
    this.engine.apply({
      participants: participants.subarray(0, count),
      statements: statements.subarray(0, count),
      values: new Int8Array(count).fill(value),
    })
    let last = performance.now()
    this.engine.refresh((stage) => {
      const now = performance.now()
      this.stages.set(stage, now - last)
      last = now
    })
  }
}
