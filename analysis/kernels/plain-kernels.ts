// The kernels in TypeScript: the original that always works, and that the WebAssembly twin must equal bit for bit.
import type { Crowd, Kernels } from './kernels.ts'

const FIELD = 2 ** 26
const MOST_ITERATIONS = 100
/** A start that after so many iterations costs more than its limit is given up. */
const EARLY_ITERATIONS = 4

export const plainKernels: Kernels = {
  begin() {},
  float64: (length) => new Float64Array(length),
  uint8: (length) => new Uint8Array(length),
  uint16: (length) => new Uint16Array(length),
  uint32: (length) => new Uint32Array(length),
  multiply,
  project,
  addPairs,
  assign,
  cluster,
  sumDistances,
  assignPeople,
}

/** Dot product of `a[from …]` and `b[other …]` over `length` entries, in four lanes. */
export function dot(a: Float64Array, from: number, b: Float64Array, other: number, length: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const whole = length & ~3
  for (let i = 0; i < whole; i += 4) {
    s0 += a[from + i]! * b[other + i]!
    s1 += a[from + i + 1]! * b[other + i + 1]!
    s2 += a[from + i + 2]! * b[other + i + 2]!
    s3 += a[from + i + 3]! * b[other + i + 3]!
  }
  if (whole < length) s0 += a[from + whole]! * b[other + whole]!
  if (whole + 1 < length) s1 += a[from + whole + 1]! * b[other + whole + 1]!
  if (whole + 2 < length) s2 += a[from + whole + 2]! * b[other + whole + 2]!
  return s0 + s2 + (s1 + s3)
}

/** Adds `factor` times `b[other …]` to `a[from …]`. */
export function addScaled(
  a: Float64Array,
  from: number,
  b: Float64Array,
  other: number,
  length: number,
  factor: number,
): void {
  for (let i = 0; i < length; i++) a[from + i] = a[from + i]! + factor * b[other + i]!
}

function multiply(
  matrix: Float64Array,
  size: number,
  basis: Float64Array,
  from: number,
  count: number,
  block: Float64Array,
): void {
  for (let row = 0; row < size; row++) {
    for (let c = 0; c < count; c++) {
      block[c * size + row] = dot(matrix, row * size, basis, (from + c) * size, size)
    }
  }
}

function project(
  basis: Float64Array,
  size: number,
  from: number,
  to: number,
  block: Float64Array,
  count: number,
  shares: Float64Array,
): void {
  const rows = to - from
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < count; c++) {
      shares[c * rows + row] = dot(basis, (from + row) * size, block, c * size, size)
    }
  }
  // Four rows at a time, in the order of the rows for every entry.
  for (let c = 0; c < count; c++) {
    const at = c * size
    let row = 0
    for (; row + 4 <= rows; row += 4) {
      const s0 = shares[c * rows + row]!
      const s1 = shares[c * rows + row + 1]!
      const s2 = shares[c * rows + row + 2]!
      const s3 = shares[c * rows + row + 3]!
      const base = (from + row) * size
      for (let i = 0; i < size; i++) {
        block[at + i] =
          block[at + i]! -
          s0 * basis[base + i]! -
          s1 * basis[base + size + i]! -
          s2 * basis[base + 2 * size + i]! -
          s3 * basis[base + 3 * size + i]!
      }
    }
    for (; row < rows; row++) addScaled(block, at, basis, (from + row) * size, size, -shares[c * rows + row]!)
  }
}

function addPairs(
  packed: Float64Array,
  codes: Uint16Array,
  length: number,
  sign: 1 | -1,
  work: Float64Array,
): void {
  for (let t = 0; t < length; t++) {
    const code = codes[t]!
    const statement = code >> 2
    const value = (code & 3) - 1
    const row = statement * (statement + 1)
    const weight = sign * (1 + value * FIELD)
    work[2 * t] = statement * 2
    work[2 * t + 1] = value
    for (let s = 0; s <= t; s++) {
      const at = row + work[2 * s]!
      packed[at] = packed[at]! + weight
      packed[at + 1] = packed[at + 1]! + work[2 * s + 1]! * weight
    }
  }
}

function assign(
  points: Float64Array,
  count: number,
  centres: Float64Array,
  k: number,
  labels: Uint8Array,
  sums: Float64Array,
): number {
  sums.fill(0, 0, 8 * k)
  for (let p = 0; p < count; p++) {
    const x = points[p]!
    const y = points[count + p]!
    let label = 0
    let least = Infinity
    for (let g = 0; g < k; g++) {
      const dx = x - centres[2 * g]!
      const dy = y - centres[2 * g + 1]!
      const distance = dx * dx + dy * dy
      if (distance < least) {
        least = distance
        label = g
      }
    }
    labels[p] = label
    const weight = points[2 * count + p]!
    // Points of even and of odd number are added up apart, as the twin does, which takes two at a time.
    const sum = 4 * (label + (p & 1) * k)
    sums[sum] = sums[sum]! + weight * x
    sums[sum + 1] = sums[sum + 1]! + weight * y
    sums[sum + 2] = sums[sum + 2]! + weight
    sums[sum + 3] = sums[sum + 3]! + weight * least
  }
  let cost = 0
  for (let g = 0; g < k; g++) {
    for (let part = 4 * g; part < 4 * g + 4; part++) sums[part] = sums[part]! + sums[4 * k + part]!
    cost += sums[4 * g + 3]!
  }
  return cost
}

function cluster(
  points: Float64Array,
  count: number,
  centres: Float64Array,
  k: number,
  seed: number,
  limit: number,
  labels: Uint8Array,
  sums: Float64Array,
  nearestCost: Float64Array,
): number {
  if (seed >= 0) chooseCentres(points, count, centres, k, seed, nearestCost)
  let cost = Infinity
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const next = assign(points, count, centres, k, labels, sums)
    let hasMoved = false
    for (let g = 0; g < k; g++) {
      const size = sums[4 * g + 2]!
      if (size === 0) continue
      const x = sums[4 * g]! / size
      const y = sums[4 * g + 1]! / size
      if (x !== centres[2 * g] || y !== centres[2 * g + 1]) hasMoved = true
      centres[2 * g] = x
      centres[2 * g + 1] = y
    }
    const isAtRest = !hasMoved || next === cost
    cost = next
    if (isAtRest) break
    if (iteration === EARLY_ITERATIONS && cost > limit) return Infinity
  }
  return cost
}

/** k-means++: each next centre is a point drawn by weight × squared distance to the nearest centre so far. */
function chooseCentres(
  points: Float64Array,
  count: number,
  centres: Float64Array,
  k: number,
  seed: number,
  nearestCost: Float64Array,
): void {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  for (let chosen = 0; chosen < k; chosen++) {
    let total = 0
    if (chosen === 0) {
      for (let p = 0; p < count; p++) {
        nearestCost[p] = points[2 * count + p]!
        total += nearestCost[p]!
      }
    } else {
      const x = centres[2 * chosen - 2]!
      const y = centres[2 * chosen - 1]!
      for (let p = 0; p < count; p++) {
        const dx = points[p]! - x
        const dy = points[count + p]! - y
        const cost = points[2 * count + p]! * (dx * dx + dy * dy)
        if (chosen === 1 || cost < nearestCost[p]!) nearestCost[p] = cost
        total += nearestCost[p]!
      }
    }
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
    const point = draw(nearestCost, count, ((state ^ (state >>> 13)) >>> 0) * total * 2 ** -32)
    centres[2 * chosen] = points[point]!
    centres[2 * chosen + 1] = points[count + point]!
  }
}

/** The first point up to which the shares add up to more than `left`; never one without a share. */
function draw(shares: Float64Array, count: number, left: number): number {
  let last = 0
  for (let p = 0; p < count; p++) {
    const share = shares[p]!
    if (share === 0) continue
    if (left < share) return p
    left -= share
    last = p
  }
  return last
}

function sumDistances(
  points: Float64Array,
  count: number,
  one: number,
  ends: Float64Array,
  runs: number,
  results: Float64Array,
): void {
  const x = points[one]!
  const y = points[count + one]!
  let p = 0
  for (let run = 0; run < runs; run++) {
    const end = ends[run]!
    let s0 = 0
    let s1 = 0
    for (; p + 2 <= end; p += 2) {
      const dx0 = points[p]! - x
      const dy0 = points[count + p]! - y
      const dx1 = points[p + 1]! - x
      const dy1 = points[count + p + 1]! - y
      s0 += points[2 * count + p]! * Math.sqrt(dx0 * dx0 + dy0 * dy0)
      s1 += points[2 * count + p + 1]! * Math.sqrt(dx1 * dx1 + dy1 * dy1)
    }
    if (p < end) {
      const dx = points[p]! - x
      const dy = points[count + p]! - y
      s0 += points[2 * count + p]! * Math.sqrt(dx * dx + dy * dy)
      p++
    }
    results[run] = s0 + s1
  }
}

function assignPeople(
  { xs, ys, cells, from, boxes }: Crowd,
  centres: Float64Array,
  k: number,
  labels: Uint8Array,
  totals: Float64Array,
): void {
  totals.fill(0, 0, 3 * k)
  for (let cell = 0; cell < cells; cell++) {
    const first = from[cell]!
    const end = from[cell + 1]!
    const people = end - first
    const group = nearest(boxes[6 * cell + 4]! / people, boxes[6 * cell + 5]! / people, centres, k)
    if (isWholeCellNearest(boxes, 6 * cell, centres, k, group)) {
      totals[3 * group] = totals[3 * group]! + boxes[6 * cell + 4]!
      totals[3 * group + 1] = totals[3 * group + 1]! + boxes[6 * cell + 5]!
      totals[3 * group + 2] = totals[3 * group + 2]! + people
      labels.fill(group, first, end)
      continue
    }
    for (let at = first; at < end; at++) {
      const x = xs[at]!
      const y = ys[at]!
      const own = nearest(x, y, centres, k)
      labels[at] = own
      totals[3 * own] = totals[3 * own]! + x
      totals[3 * own + 1] = totals[3 * own + 1]! + y
      totals[3 * own + 2] = totals[3 * own + 2]! + 1
    }
  }
}

function nearest(x: number, y: number, centres: Float64Array, k: number): number {
  let group = 0
  let least = Infinity
  for (let g = 0; g < k; g++) {
    const dx = x - centres[2 * g]!
    const dy = y - centres[2 * g + 1]!
    const distance = dx * dx + dy * dy
    if (distance < least) {
      least = distance
      group = g
    }
  }
  return group
}

/** |p − a|² − |p − b|² is linear in p, so its largest value over a box is at a corner. */
function isWholeCellNearest(
  boxes: Float64Array,
  at: number,
  centres: Float64Array,
  k: number,
  group: number,
): boolean {
  const ax = centres[2 * group]!
  const ay = centres[2 * group + 1]!
  for (let other = 0; other < k; other++) {
    if (other === group) continue
    const dx = centres[2 * other]! - ax
    const dy = centres[2 * other + 1]! - ay
    const x = (dx > 0 ? boxes[at + 1]! : boxes[at]!) - ax
    const y = (dy > 0 ? boxes[at + 3]! : boxes[at + 2]!) - ay
    // A margin far above rounding, so that a person looked at alone would be given the same group.
    if (!(2 * (x * dx + y * dy) < (dx * dx + dy * dy) * (1 - 1e-9))) return false
  }
  return true
}
