// Reads a stored result of the Polis math worker: the document that it wrote (agree = −1) beside the votes it rests on
// (agree = +1), brought to our sign and to dense indexes.
import { readFileSync } from 'node:fs'
import type { PolisCluster } from '../../../analysis/polis-compat/polis-clusters.ts'
import { sharedPath } from '../../shared-data.ts'

export const polisResults = [
  'below-100-ptpts',
  '50ptpt-3gp-strict-no-meta',
  '150ptpt-3gp-no-strict-no-meta',
] as const

interface StoredVotes {
  readonly A: number
  readonly D: number
  readonly S: number
}

export interface StoredRepresentative {
  readonly tid: number
  readonly 'n-success': number
  readonly 'n-trials': number
  readonly 'p-success': number
  readonly 'p-test': number
  readonly repness: number
  readonly 'repness-test': number
  readonly 'repful-for': 'agree' | 'disagree'
  readonly 'best-agree'?: boolean
  readonly 'n-agree'?: number
}

export interface StoredMajority {
  readonly tid: number
  readonly 'n-success': number
  readonly 'n-trials': number
  readonly 'p-success': number
  readonly 'p-test': number
}

export interface PolisDocument {
  readonly n: number
  readonly 'n-cmts': number
  readonly tids: readonly number[]
  readonly pca: {
    readonly center: readonly number[]
    readonly comps: readonly (readonly number[])[]
    readonly 'comment-projection': readonly (readonly number[])[]
    readonly 'comment-extremity': readonly number[]
  }
  readonly 'base-clusters': {
    readonly id: readonly number[]
    readonly members: readonly (readonly number[])[]
    readonly x: readonly number[]
    readonly y: readonly number[]
    readonly count: readonly number[]
  }
  readonly 'group-clusters': readonly {
    readonly id: number
    readonly center: readonly [number, number]
    readonly members: readonly number[]
  }[]
  readonly 'group-votes': Readonly<
    Record<string, { readonly 'n-members': number; readonly votes: Readonly<Record<string, StoredVotes>> }>
  >
  readonly 'votes-base': Readonly<Record<string, { readonly [count in 'A' | 'D' | 'S']: readonly number[] }>>
  readonly repness: Readonly<Record<string, readonly StoredRepresentative[]>>
  readonly consensus: { readonly [direction in 'agree' | 'disagree']: readonly StoredMajority[] }
  readonly 'group-aware-consensus': Readonly<Record<string, number>>
  readonly 'comment-priorities': Readonly<Record<string, number>>
  readonly 'in-conv': readonly number[]
  readonly 'mod-out': readonly number[]
  readonly 'meta-tids': readonly number[]
  readonly 'user-vote-counts': Readonly<Record<string, number>>
}

interface StoredEvent {
  readonly pid?: number
  readonly participant_id?: number
  readonly tid?: number
  readonly statement_id?: number
  readonly vote: number
  readonly modified: number | string
}

export interface PolisResult {
  readonly document: PolisDocument
  readonly log: {
    readonly participants: readonly number[]
    readonly statements: readonly number[]
    readonly values: readonly number[]
    /** Milliseconds since 1970, one for each event. */
    readonly times: readonly number[]
  }
  /** Polis' participant numbers by dense index, rising. */
  readonly participantIds: readonly number[]
  /** 1 for statements left out, in the column order of the document, which is also our index. */
  readonly moderatedOut: Uint8Array
  /** Column means in our sign. */
  readonly means: Float64Array
  /** Components in the document's own direction; positions come out mirrored in our sign. */
  readonly components: readonly [Float64Array, Float64Array]
  readonly baseClusters: readonly PolisCluster[]
}

export function readPolisResult(name: string): PolisResult {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(sharedPath(`data/polis-results/${name}/${file}`), 'utf8'))
  const document = read('math-pca2.json') as PolisDocument
  const columnOf = new Map(document.tids.map((tid, column) => [tid, column]))
  const events = (read('votes.json') as StoredEvent[]).map((event) => ({
    participant: event.pid ?? event.participant_id ?? -1,
    statement: columnOf.get(event.tid ?? event.statement_id ?? -1)!,
    value: event.vote,
    time: Number(event.modified),
  }))
  const means = Float64Array.from(document.pca.center, (mean) => -mean)
  events.push(...missingVotes(document, means, events))
  events.sort((a, b) => a.time - b.time || a.statement - b.statement || a.participant - b.participant)
  const participantIds = Object.keys(document['user-vote-counts'])
    .map(Number)
    .sort((a, b) => a - b)
  const rowOf = new Map(participantIds.map((id, row) => [id, row]))
  const out = new Set([...document['mod-out'], ...document['meta-tids']])
  const bases = document['base-clusters']
  return {
    document,
    log: {
      participants: events.map((event) => rowOf.get(event.participant)!),
      statements: events.map((event) => event.statement),
      values: events.map((event) => event.value),
      times: events.map((event) => event.time),
    },
    participantIds,
    moderatedOut: Uint8Array.from(document.tids, (tid) => (out.has(tid) ? 1 : 0)),
    means,
    components: [Float64Array.from(document.pca.comps[0]!), Float64Array.from(document.pca.comps[1]!)],
    baseClusters: bases.id.map((id, index) => ({
      id,
      members: bases.members[index]!,
      centre: [bases.x[index]!, bases.y[index]!],
    })),
  }
}

/**
 * One fixture lacks the four votes of one participant. Its document counts them, and the shift of the stored column
 * means says what they were.
 */
function missingVotes(
  document: PolisDocument,
  means: Float64Array,
  events: readonly { participant: number; statement: number; value: number; time: number }[],
): { participant: number; statement: number; value: number; time: number }[] {
  const known = new Set(events.map(({ participant }) => participant))
  const missing = Object.keys(document['user-vote-counts'])
    .map(Number)
    .filter((participant) => !known.has(participant))
  if (missing.length !== 1) return []
  const time = Math.max(...events.map((event) => event.time))
  return document.tids.flatMap((_, statement) => {
    const votes = events.filter((event) => event.statement === statement)
    const sum = votes.reduce((total, { value }) => total + value, 0)
    if (means[statement] === 0 || Math.abs(means[statement]! - sum / votes.length) < 1e-9) return []
    const value = Math.round(means[statement]! * (votes.length + 1) - sum)
    return [{ participant: missing[0]!, statement, value, time }]
  })
}
