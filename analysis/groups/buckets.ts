// Buckets: what a map shows in place of people. The people of each group are halved again and again, across the longer
// side, into cells of about equal number; a bucket is the mean position of a cell. No bucket holds people of two groups
// or fewer than five, so that nobody's position or movement can be read off it.
import type { Grouping, OpinionMap } from '../opinion-map.ts'
import { unitFor } from './people.ts'

/** Most buckets of a map. */
export const MOST_BUCKETS = 100
/** Fewest people of a bucket. A group with fewer has no bucket of its own. */
export const FEWEST_PEOPLE = 5

/** A small cell of people on the map. */
export interface Bucket {
  /** Mean position of the people, in the units of their positions. */
  readonly x: number
  readonly y: number
  readonly people: number
  /** Group of the people, 0 to k − 1. */
  readonly group: number
}

/** The buckets of a grouping, at most 100, group by group. A function of the positions and groups alone. */
export function buckets({ positions }: Pick<OpinionMap, 'positions'>, grouping: Grouping): Bucket[] {
  const { labels, sizes, k } = grouping
  let grouped = 0
  let extent = 0
  for (let i = 0; i < labels.length; i++) {
    if (labels[i]! < 0) continue
    grouped++
    extent = Math.max(extent, Math.abs(positions[2 * i]!), Math.abs(positions[2 * i + 1]!))
  }
  const unit = unitFor(extent)
  const usual = Math.max(FEWEST_PEOPLE, Math.ceil(grouped / MOST_BUCKETS))
  const found: Bucket[] = []
  for (let group = 0; group < k; group++) {
    const people = sizes[group]!
    if (people < FEWEST_PEOPLE) continue
    const cloud = { unit, coordinates: new Float64Array(2 * people) }
    for (let i = 0, at = 0; i < labels.length; i++) {
      if (labels[i] !== group) continue
      // Sums of whole coordinates are exact, so that no mean depends on the order of the people.
      cloud.coordinates[at++] = Math.round(positions[2 * i]! / unit)
      cloud.coordinates[at++] = Math.round(positions[2 * i + 1]! / unit)
    }
    halve(cloud, 0, people, Math.max(1, Math.floor(people / usual)), group, found)
  }
  return found
}

interface Cloud {
  readonly unit: number
  /** Whole coordinates, people × 2. */
  readonly coordinates: Float64Array
}

function halve(cloud: Cloud, from: number, to: number, parts: number, group: number, found: Bucket[]): void {
  const { coordinates, unit } = cloud
  let left = Infinity
  let right = -Infinity
  let bottom = Infinity
  let top = -Infinity
  let sumX = 0
  let sumY = 0
  for (let at = from; at < to; at++) {
    const x = coordinates[2 * at]!
    const y = coordinates[2 * at + 1]!
    if (x < left) left = x
    if (x > right) right = x
    if (y < bottom) bottom = y
    if (y > top) top = y
    sumX += x
    sumY += y
  }
  const people = to - from
  if (parts === 1) {
    found.push({ x: (sumX / people) * unit, y: (sumY / people) * unit, people, group })
    return
  }
  const lower = parts >> 1
  const middle = from + Math.floor((people * lower) / parts)
  select(coordinates, from, to - 1, middle, right - left >= top - bottom ? 0 : 1)
  halve(cloud, from, middle, lower, group, found)
  halve(cloud, middle, to, parts - lower, group, found)
}

/** Moves points so that none before `middle` comes after one from `middle` on, by x or y first as `axis` is 0 or 1. */
function select(points: Float64Array, first: number, last: number, middle: number, axis: 0 | 1): void {
  const other = 1 - axis
  let low = first
  let high = last
  while (low < high) {
    const pivot = (low + high) >>> 1
    const main = points[2 * pivot + axis]!
    const minor = points[2 * pivot + other]!
    let i = low
    let j = high
    while (i <= j) {
      while (isBefore(points[2 * i + axis]!, points[2 * i + other]!, main, minor)) i++
      while (isBefore(main, minor, points[2 * j + axis]!, points[2 * j + other]!)) j--
      if (i > j) break
      const x = points[2 * i]!
      const y = points[2 * i + 1]!
      points[2 * i] = points[2 * j]!
      points[2 * i + 1] = points[2 * j + 1]!
      points[2 * j] = x
      points[2 * j + 1] = y
      i++
      j--
    }
    if (middle <= j) high = j
    else if (middle >= i) low = i
    else return
  }
}

function isBefore(main: number, minor: number, otherMain: number, otherMinor: number): boolean {
  return main < otherMain || (main === otherMain && minor < otherMinor)
}
