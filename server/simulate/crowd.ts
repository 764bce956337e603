// Simulated people with leanings, for demonstrations and benches: who votes how on what follows from the seed alone, in
// whatever order it is asked. Integer steps and divisions only, so it is the same on every machine.
import { seededRandom } from '../sample/seeded-random.ts'

export interface CrowdOptions {
  readonly people: number
  readonly statements: number
  /** Kinds of people, 1 to 6. */
  readonly leanings: number
  readonly seed: number
}

export type Opinion = -1 | 0 | 1

export class Crowd {
  readonly options: CrowdOptions
  /** Chance of each leaning to agree, leanings × statements. */
  readonly #agreement: Float64Array

  /** Throws a RangeError for a number out of range. */
  constructor(options: CrowdOptions) {
    this.options = options
    const { people, statements, leanings, seed } = options
    check(people, 1, 1_000_000, 'people')
    check(statements, 1, 10_000, 'statements')
    check(leanings, 1, 6, 'leanings')
    check(seed, 0, 2 ** 32 - 1, 'as a seed')
    this.#agreement = new Float64Array(leanings * statements)
    for (let statement = 0; statement < statements; statement++) {
      const random = seededRandom(mixed(seed, 1, statement))
      // A third of the statements unite, the others divide.
      const isShared = random() < 1 / 3
      const common = random() < 0.7 ? 0.85 : 0.15
      for (let leaning = 0; leaning < leanings; leaning++) {
        const own = random() < 0.5 ? 0.05 + 0.2 * random() : 0.75 + 0.2 * random()
        this.#agreement[leaning * statements + statement] = isShared ? common : own
      }
    }
  }

  /** Leaning of a person; the first ones are the most common. */
  leaningOf(person: number): number {
    const { leanings, seed } = this.options
    const draw = seededRandom(mixed(seed, 2, person))()
    return Math.min(leanings - 1, Math.floor(leanings * draw * (0.6 + 0.4 * draw)))
  }

  /** How many statements a person votes on: some nearly all, most a dozen or two. */
  eagernessOf(person: number): number {
    const { statements, seed } = this.options
    const draw = seededRandom(mixed(seed, 3, person))()
    return Math.min(statements, Math.max(1, Math.floor(9 / Math.sqrt(1 - draw))))
  }

  /** What a person thinks of a statement. */
  opinionOf(person: number, statement: number): Opinion {
    const { statements, seed } = this.options
    const random = seededRandom(mixed(seed, 4, person, statement))
    if (random() < 0.1) return 0
    const chance = this.#agreement[this.leaningOf(person) * statements + (statement % statements)]!
    return random() < chance ? 1 : -1
  }

  /** The statements that a person votes on, in the order in which they come. */
  pathOf(person: number): number[] {
    const { statements, seed } = this.options
    const random = seededRandom(mixed(seed, 5, person))
    const seen = new Set<number>()
    for (let left = this.eagernessOf(person); left > 0; left--) {
      let statement = Math.floor(random() * statements)
      while (seen.has(statement)) statement = (statement + 1) % statements
      seen.add(statement)
    }
    return [...seen]
  }
}

/** One seed of several numbers. */
function mixed(...numbers: readonly number[]): number {
  let state = 0x9e3779b9
  for (const number of numbers) {
    state = Math.imul(state ^ number, 0x85ebca6b)
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
    state ^= state >>> 16
  }
  return state >>> 0
}

function check(value: number, least: number, most: number, what: string): void {
  if (!(Number.isInteger(value) && value >= least && value <= most)) {
    throw new RangeError(`Expected ${least} to ${most} ${what}, got ${value}.`)
  }
}
