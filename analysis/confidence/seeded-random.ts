// Random numbers from a seed, and Poisson(1) counts from them by comparing with fixed whole numbers: Math.random has no
// seed, and Math.exp may differ from one machine to another.

/** A stream of whole numbers from 0 to 2³² − 1, the same for the same seed (mulberry32). */
export class SeededRandom {
  private state: number

  constructor(seed: number) {
    this.state = Math.imul(seed + 1, 0x9e3779b1)
  }

  /** The next number of the stream. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor((this.next() / 2 ** 32) * count)
  }
}

/** 2³² × P(count ≤ 0), P(count ≤ 1), … of a Poisson distribution with mean 1, rounded. */
const POISSON_ONE = [
  1580030169, 3160060337, 3950075422, 4213413783, 4279248374, 4292415292, 4294609778, 4294923276, 4294962463,
  4294966817, 4294967253, 4294967292,
] as const

/** A Poisson(1) count for a number of the stream: 0 to 12, on average 1. */
export function poissonOne(uniform: number): number {
  let count = 0
  while (count < POISSON_ONE.length && uniform >= POISSON_ONE[count]!) count++
  return count
}
