// Compares two canonical maps to the last bit and names every place where they differ, down to the statement.
import type { CanonicalDocument } from './canonical-document.ts'

/** One number that is not the same. */
export interface CanonicalDifference {
  /** What it is, such as `means` or `groupings of 3: agrees of group 2`. */
  readonly part: string
  /** Id of the statement; null where the number belongs to none. */
  readonly statement: number | null
  /** As published; undefined where there is no such number. */
  readonly published: unknown
  readonly recomputed: unknown
}

/** Every difference, in the order of the document; empty when both are the same to the last bit. */
export function canonicalDifferences(
  published: CanonicalDocument,
  recomputed: CanonicalDocument,
): CanonicalDifference[] {
  const found: CanonicalDifference[] = []
  const statements = published.statements
  const one = (part: string, before: unknown, after: unknown, statement: number | null = null) => {
    if (!Object.is(before, after)) found.push({ part, statement, published: before, recomputed: after })
  }
  const list = (part: string, before: readonly unknown[] = [], after: readonly unknown[] = []) => {
    for (let i = 0; i < Math.max(before.length, after.length); i++)
      one(`${part} ${i + 1}`, before[i], after[i])
  }
  const each = (part: string, before: readonly unknown[] = [], after: readonly unknown[] = []) => {
    for (let i = 0; i < Math.max(before.length, after.length); i++) {
      one(part, before[i], after[i], statements[i] ?? null)
    }
  }
  const counts = (
    part: string,
    groups: number,
    before: CanonicalDocument['totals'],
    after: CanonicalDocument['totals'],
  ) => {
    for (const name of ['agrees', 'disagrees', 'votes'] as const) {
      for (let group = 0; group < groups; group++) {
        const [from, to] = [group * statements.length, (group + 1) * statements.length]
        const of = groups > 1 ? `${part}, group ${group + 1}: ${name}` : `${part}: ${name}`
        each(of, before[name].slice(from, to), after[name].slice(from, to))
      }
    }
  }

  for (const name of ['participants', 'votes', 'grouped', 'k'] as const) {
    one(name, published[name], recomputed[name])
  }
  each('statements', published.statements, recomputed.statements)
  each('moderatedOut', published.moderatedOut, recomputed.moderatedOut)
  // Counts come before what is computed from them: they name the statements on which votes differ.
  counts('everybody', 1, published.totals, recomputed.totals)
  each('means', published.means, recomputed.means)
  published.components.forEach((component, index) =>
    each(`component ${index + 1}`, component, recomputed.components[index]),
  )
  list('explained variance of component', published.explainedVariance, recomputed.explainedVariance)
  each('extremity', published.extremity, recomputed.extremity)
  one('number of groupings', published.groupings.length, recomputed.groupings.length)
  for (const before of published.groupings) {
    const part = `grouping of ${before.k}`
    const after = recomputed.groupings.find(({ k }) => k === before.k)
    if (after === undefined) {
      one(part, before.k, undefined)
      continue
    }
    one(`${part}: eligible`, before.eligible, after.eligible)
    one(`${part}: silhouette`, before.silhouette, after.silhouette)
    one(`${part}: sum of squares`, before.withinSumOfSquares, after.withinSumOfSquares)
    list(`${part}: size of group`, before.sizes, after.sizes)
    list(`${part}: coordinate of a centre,`, before.centres, after.centres)
    counts(part, before.k, before.counts, after.counts)
  }
  return found
}
