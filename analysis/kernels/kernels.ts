// The inner loops that have a WebAssembly twin, as one set that a host may exchange. Both sets keep the same order of
// operations (sums of products run in four lanes, entry i in lane i mod 4, added up as (0 + 2) + (1 + 3)), use only
// + − × ÷ and √, and so give the same bits. The float arrays of a piece of work come from the set itself, since the twin
// works in a memory of its own.

export interface Kernels {
  /** Begins a piece of work with at most `bytes` of arrays; those of the piece before are no longer valid. */
  begin(bytes: number): void
  /** An array for the present piece of work, cleared. */
  float64(length: number): Float64Array
  uint8(length: number): Uint8Array
  uint16(length: number): Uint16Array
  uint32(length: number): Uint32Array

  /**
   * Multiplies a symmetric matrix (size × size) with `count` vectors, the rows of `basis` from row `from` on; the
   * products are the first rows of `block`.
   */
  multiply(
    matrix: Float64Array,
    size: number,
    basis: Float64Array,
    from: number,
    count: number,
    block: Float64Array,
  ): void

  /**
   * Takes the parts along the rows `from` to `to` − 1 of an orthonormal `basis` out of the first `count` rows of
   * `block`; `shares` (count × (to − from)) gets how large they were.
   */
  project(
    basis: Float64Array,
    size: number,
    from: number,
    to: number,
    block: Float64Array,
    count: number,
    shares: Float64Array,
  ): void

  /**
   * Adds (`sign` 1) or takes away (`sign` −1) the pairs among the first `length` of the `codes` (statement × 4 + value)
   * of one person. `packed` is the triangle of the pair statistics, `work` has room for four numbers for each code.
   */
  addPairs(packed: Float64Array, codes: Uint16Array, length: number, sign: 1 | -1, work: Float64Array): void

  /**
   * Gives each of `count` weighted points (`points`: all x, then all y, then all weights) the nearest of k `centres`
   * (x and y in turn; ties go to the first) in `labels`, and leaves in `sums` (room for 8 × k) for each centre the weighted
   * sums of x and y, the weight and the weighted sum of squared distances. Answers the sum of the latter.
   */
  assign(
    points: Float64Array,
    count: number,
    centres: Float64Array,
    k: number,
    labels: Uint8Array,
    sums: Float64Array,
  ): number

  /**
   * One start of k-means on weighted points (as for `assign`): chooses the `centres` by k-means++ from a seed, or takes
   * them as they are if the seed is negative, and iterates until they rest. Answers the cost, or Infinity if after a few
   * iterations it is above `limit`. `sums` and `labels` as for `assign`; `nearest` has room for a number for each point.
   */
  cluster(
    points: Float64Array,
    count: number,
    centres: Float64Array,
    k: number,
    seed: number,
    limit: number,
    labels: Uint8Array,
    sums: Float64Array,
    nearest: Float64Array,
  ): number

  /**
   * Sums weight × distance from the point `one` to all points of each run; run r ends before `ends[r]`. `points` as for
   * `assign`; `results` has one sum for each run.
   */
  sumDistances(
    points: Float64Array,
    count: number,
    one: number,
    ends: Float64Array,
    runs: number,
    results: Float64Array,
  ): void

  /**
   * Gives everybody the nearest of k `centres` in `labels` (ties go to the first) and leaves in `totals` for each centre
   * the sums of x and y and the number of people. Cell c holds the people `from[c]` to `from[c + 1]` − 1; a cell whose
   * whole box is nearest to one centre is taken as one.
   */
  assignPeople(crowd: Crowd, centres: Float64Array, k: number, labels: Uint8Array, totals: Float64Array): void
}

/** People in cells. */
export interface Crowd {
  /** Whole coordinates of the people, cell by cell. */
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly cells: number
  /** First person of each cell, and one more entry. */
  readonly from: Uint32Array
  /** Smallest and largest x, smallest and largest y, and sums of x and of y: cells × 6. */
  readonly boxes: Float64Array
}
