// The kernels in WebAssembly. Compiling is the host's choice: an engine without them gives the same bits.
import { KERNELS_BINARY } from './kernels-binary.ts'
import type { Kernels } from './kernels.ts'

/** As much of WebAssembly as is needed here; the standard library of the language does not name it. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { readonly exports: unknown }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  multiply(matrix: number, size: number, basis: number, from: number, count: number, block: number): void
  project(
    basis: number,
    size: number,
    from: number,
    to: number,
    block: number,
    count: number,
    shares: number,
  ): void
  addPairs(packed: number, codes: number, length: number, sign: number, work: number): void
  assign(points: number, count: number, centres: number, k: number, labels: number, sums: number): number
  cluster(
    points: number,
    count: number,
    centres: number,
    k: number,
    seed: number,
    limit: number,
    labels: number,
    sums: number,
    nearest: number,
  ): number
  sumDistances(points: number, count: number, one: number, ends: number, runs: number, results: number): void
  assignPeople(
    xs: number,
    ys: number,
    cells: number,
    from: number,
    boxes: number,
    centres: number,
    k: number,
    labels: number,
    totals: number,
  ): void
}

const PAGE = 65_536
/** Below this the compiler keeps its own data. */
const FLOOR = 1024

/**
 * Compiles the kernels; undefined where WebAssembly or its 128-bit vectors are missing. One set serves all engines of a
 * thread, since a piece of work is never interrupted.
 */
export function compileKernels(): Kernels | undefined {
  try {
    const module = new WebAssembly.Module(decodeBase64(KERNELS_BINARY))
    // The exports are those of kernels/assembly; a test compares each with its original.
    return kernelsOn(new WebAssembly.Instance(module).exports as Exports)
  } catch {
    return undefined
  }
}

function kernelsOn(exports: Exports): Kernels {
  let end = FLOOR
  const take = (bytes: number): number => {
    const at = end
    end = (end + bytes + 15) & ~15
    if (end > exports.memory.buffer.byteLength) throw new RangeError(`Expected less work than ${end} bytes.`)
    return at
  }
  return {
    begin(bytes) {
      end = FLOOR
      const missing = FLOOR + bytes + 1024 - exports.memory.buffer.byteLength
      if (missing > 0) exports.memory.grow(Math.ceil(missing / PAGE))
    },
    float64(length) {
      return new Float64Array(exports.memory.buffer, take(8 * length), length).fill(0)
    },
    uint8(length) {
      return new Uint8Array(exports.memory.buffer, take(length), length).fill(0)
    },
    uint16(length) {
      return new Uint16Array(exports.memory.buffer, take(2 * length), length).fill(0)
    },
    uint32(length) {
      return new Uint32Array(exports.memory.buffer, take(4 * length), length).fill(0)
    },
    multiply(matrix, size, basis, from, count, block) {
      exports.multiply(matrix.byteOffset, size, basis.byteOffset, from, count, block.byteOffset)
    },
    project(basis, size, from, to, block, count, shares) {
      exports.project(basis.byteOffset, size, from, to, block.byteOffset, count, shares.byteOffset)
    },
    addPairs(packed, codes, length, sign, work) {
      exports.addPairs(packed.byteOffset, codes.byteOffset, length, sign, work.byteOffset)
    },
    assign(points, count, centres, k, labels, sums) {
      return exports.assign(
        points.byteOffset,
        count,
        centres.byteOffset,
        k,
        labels.byteOffset,
        sums.byteOffset,
      )
    },
    cluster(points, count, centres, k, seed, limit, labels, sums, nearest) {
      return exports.cluster(
        points.byteOffset,
        count,
        centres.byteOffset,
        k,
        seed,
        limit,
        labels.byteOffset,
        sums.byteOffset,
        nearest.byteOffset,
      )
    },
    sumDistances(points, count, one, ends, runs, results) {
      exports.sumDistances(points.byteOffset, count, one, ends.byteOffset, runs, results.byteOffset)
    },
    assignPeople({ xs, ys, cells, from, boxes }, centres, k, labels, totals) {
      exports.assignPeople(
        xs.byteOffset,
        ys.byteOffset,
        cells,
        from.byteOffset,
        boxes.byteOffset,
        centres.byteOffset,
        k,
        labels.byteOffset,
        totals.byteOffset,
      )
    },
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function decodeBase64(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '')
  const bytes = new Uint8Array((digits.length * 3) >> 2)
  let bits = 0
  for (let i = 0, at = 0; i < digits.length; i++) {
    bits = (bits << 6) | ALPHABET.indexOf(digits[i]!)
    if (i % 4 > 0) bytes[at++] = (bits >>> (6 - 2 * (i % 4))) & 255
  }
  return bytes
}
