// The components by ml-pca: the votes, missing ones filled with the statement's mean, so that ml-pca's own centring
// turns them into zeros. Statements moderated out become columns of zeros (Polis mathematics 1.4 and 3).
import { Matrix } from 'ml-matrix'
import { PCA } from 'ml-pca'
import type { VoteMatrix } from './vote-matrix.ts'

const COMPONENTS = 2
const NOTHING = 1e-12
const SAME_SIZE = 1e-9

/** Means and components of a vote matrix; shapes and signs as in the opinion map. */
export interface PrincipalComponents {
  readonly means: Float64Array
  readonly components: readonly Float64Array[]
  readonly explainedVariance: Float64Array
}

/** Mean of the observed votes on each statement by participants who are not excluded; 0 where there are none. */
export function statementMeans(
  matrix: VoteMatrix,
  moderatedOut: Uint8Array,
  excluded: Uint8Array,
): Float64Array {
  const { participants, statements, cells } = matrix
  return Float64Array.from({ length: statements }, (_, statement) => {
    let sum = 0
    let votes = 0
    for (let participant = 0; participant < participants; participant++) {
      const value = cells[participant * statements + statement]!
      if (excluded[participant] || Number.isNaN(value)) continue
      sum += value
      votes++
    }
    return votes === 0 || moderatedOut[statement] ? 0 : sum / votes
  })
}

/** The two leading components, unit vectors with the largest entry positive, or zeros where nothing varies. */
export function principalComponents(
  matrix: VoteMatrix,
  moderatedOut: Uint8Array,
  excluded: Uint8Array,
): PrincipalComponents {
  const { participants, statements, cells } = matrix
  const means = statementMeans(matrix, moderatedOut, excluded)
  const rows: number[][] = []
  for (let participant = 0; participant < participants; participant++) {
    if (excluded[participant]) continue
    rows.push(
      Array.from(means, (mean, statement) => {
        const value = cells[participant * statements + statement]!
        return Number.isNaN(value) || moderatedOut[statement] ? mean : value
      }),
    )
  }
  const components = Array.from({ length: COMPONENTS }, () => new Float64Array(statements))
  const explainedVariance = new Float64Array(COMPONENTS)
  const varies = rows.some((row) => row.some((value, statement) => value !== rows[0]![statement]))
  if (varies) {
    const pca = new PCA(new Matrix(rows), { method: 'SVD', center: true })
    const vectors = pca.getEigenvectors()
    const shares = pca.getExplainedVariance()
    for (let index = 0; index < COMPONENTS; index++) {
      const share = shares[index] ?? 0
      if (share <= NOTHING) continue
      explainedVariance[index] = share
      components[index] = orient(Float64Array.from(vectors.getColumn(index)))
    }
  }
  return { means, components, explainedVariance }
}

/** Turns a vector so that its largest entry is positive; of entries as good as equally large, the first decides. */
function orient(vector: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const largest = vector.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0)
  const decisive = vector.find((entry) => Math.abs(entry) >= largest * (1 - SAME_SIZE)) ?? 0
  return decisive < 0 ? vector.map((entry) => -entry) : vector
}
