/** Values as they come, and what can be said of them afterwards. */
export class Spread {
  readonly #values: number[] = []

  add(value: number): void {
    this.#values.push(value)
  }

  /** Count, median, 99th percentile and largest value, rounded to two decimals; null of nothing. */
  summary(): { count: number; p50: number; p99: number; largest: number } | null {
    const sorted = Float64Array.from(this.#values).sort()
    if (sorted.length === 0) return null
    const at = (share: number) =>
      round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!)
    return { count: sorted.length, p50: at(0.5), p99: at(0.99), largest: at(1) }
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
