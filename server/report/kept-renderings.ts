// What was rendered of a report and is asked for again by everybody who reads it: kept with the facts that it was made from
// and forgotten with them, so that readers, however many, cost one rendering.
import type { ReportFacts } from './facts.ts'

/** Renderings that are kept of one report; past it the oldest goes. */
const MOST = 16

export class KeptRenderings<Rendering> {
  readonly #kept = new WeakMap<ReportFacts, Map<string, Rendering>>()

  /** What `make` makes of the facts; `depends` is all else that it is made from. */
  of(facts: ReportFacts, depends: readonly unknown[], make: () => Rendering): Rendering {
    const name = JSON.stringify(depends)
    const kept = this.#kept.get(facts) ?? new Map<string, Rendering>()
    this.#kept.set(facts, kept)
    const known = kept.get(name)
    if (known !== undefined) return known
    const made = make()
    kept.set(name, made)
    // What failed is tried again.
    if (made instanceof Promise) made.catch(() => kept.delete(name))
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest)
    return made
  }
}
