// Maps as large as they get: a hundred buckets in six groups, somewhere else each time, in the shape of the wire.
import type { Snapshot } from '../../server/protocol/snapshot.ts'

const GROUPS = 6
const BUCKETS = 100

/** A snapshot of its own for each number; the groups walk around the middle, their buckets around them. */
export function crowdedMap(version: number, counts: Snapshot['counts']): Snapshot {
  const random = mulberry(version)
  const centreOf = (group: number): [number, number] => {
    const angle = (2 * Math.PI * (group + 0.3 * Math.sin(version))) / GROUPS
    const reach = 3 + 0.5 * Math.cos(version + group)
    return [reach * Math.cos(angle), reach * Math.sin(angle)]
  }
  const buckets = Array.from({ length: BUCKETS }, (_, i) => {
    const group = i % GROUPS
    const [x, y] = centreOf(group)
    const people = 5 + Math.floor(20 * random())
    return { x: x + 1.6 * (random() - 0.5), y: y + 1.6 * (random() - 0.5), people, group }
  })
  const groups = Array.from({ length: GROUPS }, (_, group) => ({
    letter: 'ABCDEF'[group]!,
    people: buckets.filter((each) => each.group === group).reduce((sum, { people }) => sum + people, 0),
    centre: centreOf(group),
    hull: [],
    representative: [],
  }))
  return {
    type: 'snapshot',
    version,
    sequence: counts.votes,
    publishedAt: 1_700_000_000_000,
    counts,
    grouped: groups.reduce((sum, { people }) => sum + people, 0),
    state: 'groups',
    opensAt: 7,
    explainedVariance: [0.3, 0.2],
    buckets,
    groups,
    consensus: [],
    confidence: null,
  }
}

/** Mulberry32: numbers from 0 to 1 that are the same in each run. */
function mulberry(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
