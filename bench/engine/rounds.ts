// Times taken in rounds: every case once a round, so that what disturbs the machine disturbs all cases alike.
import { performance } from 'node:perf_hooks'

/** Milliseconds of one case over all rounds. */
export interface Times {
  readonly median: number
  /** First and third quartile. */
  readonly low: number
  readonly high: number
  readonly rounds: number
}

/** Median and quartiles of some times. */
export function timesOf(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
  return { median: at(0.5), low: at(0.25), high: at(0.75), rounds: sorted.length }
}

/** Milliseconds that one run takes. */
export function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Runs all cases `warmUps` times unmeasured and then `rounds` times, in turn; answers their times by name. */
export function inRounds(
  cases: ReadonlyMap<string, () => void>,
  rounds: number,
  warmUps = 2,
): Map<string, Times> {
  const taken = new Map<string, number[]>(Array.from(cases.keys(), (name) => [name, []]))
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, run] of cases) {
      const time = timed(run)
      if (round >= 0) taken.get(name)!.push(time)
    }
  }
  return new Map(Array.from(taken, ([name, values]) => [name, timesOf(values)]))
}
