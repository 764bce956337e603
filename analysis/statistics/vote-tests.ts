// The two tests that decide whether a share of votes means anything (Polis mathematics 7.3). Both add a success for
// each group of trials, so that few votes count for little and no vote at all is no division by zero.

/** One-sided 90% point of the normal distribution; a test has to be strictly greater. */
export const CONFIDENT = 1.2816

/** How far a share of `successes` in `trials` is above one half, in standard errors; 1 for 0 of 0. */
export function shareTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/** How far the first share is above the second, in standard errors; 0 where both are all of their trials. */
export function differenceTest(
  successes: number,
  otherSuccesses: number,
  trials: number,
  otherTrials: number,
): number {
  const share = (successes + 1) / (trials + 1)
  const otherShare = (otherSuccesses + 1) / (otherTrials + 1)
  const pooled = (successes + otherSuccesses + 2) / (trials + otherTrials + 2)
  if (pooled === 1) return 0
  return (share - otherShare) / Math.sqrt(pooled * (1 - pooled) * (1 / (trials + 1) + 1 / (otherTrials + 1)))
}
