// The WebAssembly twins of plain-kernels.ts, in AssemblyScript: the same operations in the same order, two lanes of 64
// bits at a time. Arrays are addresses in bytes. Built into ../kernels-binary.ts by test/analysis/kernels/build.mjs.

const FIELD: f64 = 67108864.0
const MOST_ITERATIONS: i32 = 100
const EARLY_ITERATIONS: i32 = 4

function sumOfLanes(even: v128, odd: v128): f64 {
  const both = f64x2.add(even, odd)
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1)
}

function dot(a: usize, b: usize, length: i32): f64 {
  let low = f64x2.splat(0)
  let high = f64x2.splat(0)
  const end = a + ((<usize>(length & ~3)) << 3)
  while (a < end) {
    low = f64x2.add(low, f64x2.mul(v128.load(a), v128.load(b)))
    high = f64x2.add(high, f64x2.mul(v128.load(a, 16), v128.load(b, 16)))
    a += 32
    b += 32
  }
  const rest = length & 3
  if (rest > 0) low = f64x2.replace_lane(low, 0, f64x2.extract_lane(low, 0) + load<f64>(a) * load<f64>(b))
  if (rest > 1)
    low = f64x2.replace_lane(low, 1, f64x2.extract_lane(low, 1) + load<f64>(a, 8) * load<f64>(b, 8))
  if (rest > 2)
    high = f64x2.replace_lane(high, 0, f64x2.extract_lane(high, 0) + load<f64>(a, 16) * load<f64>(b, 16))
  return sumOfLanes(low, high)
}

export function multiply(matrix: usize, size: i32, basis: usize, from: i32, count: i32, block: usize): void {
  const stride = (<usize>size) << 3
  const whole = (<usize>(size & ~3)) << 3
  const rest = size & 3
  let c: i32 = 0
  for (; c + 2 <= count; c += 2) {
    const v = basis + <usize>(from + c) * stride
    const w = v + stride
    const out = block + <usize>c * stride
    let row = matrix
    for (let i: i32 = 0; i < size; i++) {
      let low = f64x2.splat(0)
      let high = f64x2.splat(0)
      let low2 = f64x2.splat(0)
      let high2 = f64x2.splat(0)
      for (let at: usize = 0; at < whole; at += 32) {
        const m = v128.load(row + at)
        const n = v128.load(row + at, 16)
        low = f64x2.add(low, f64x2.mul(m, v128.load(v + at)))
        high = f64x2.add(high, f64x2.mul(n, v128.load(v + at, 16)))
        low2 = f64x2.add(low2, f64x2.mul(m, v128.load(w + at)))
        high2 = f64x2.add(high2, f64x2.mul(n, v128.load(w + at, 16)))
      }
      for (let r: i32 = 0; r < rest; r++) {
        const at = whole + ((<usize>r) << 3)
        const m = load<f64>(row + at)
        const x = m * load<f64>(v + at)
        const y = m * load<f64>(w + at)
        if (r == 0) {
          low = f64x2.replace_lane(low, 0, f64x2.extract_lane(low, 0) + x)
          low2 = f64x2.replace_lane(low2, 0, f64x2.extract_lane(low2, 0) + y)
        } else if (r == 1) {
          low = f64x2.replace_lane(low, 1, f64x2.extract_lane(low, 1) + x)
          low2 = f64x2.replace_lane(low2, 1, f64x2.extract_lane(low2, 1) + y)
        } else {
          high = f64x2.replace_lane(high, 0, f64x2.extract_lane(high, 0) + x)
          high2 = f64x2.replace_lane(high2, 0, f64x2.extract_lane(high2, 0) + y)
        }
      }
      store<f64>(out + ((<usize>i) << 3), sumOfLanes(low, high))
      store<f64>(out + stride + ((<usize>i) << 3), sumOfLanes(low2, high2))
      row += stride
    }
  }
  for (; c < count; c++) {
    const v = basis + <usize>(from + c) * stride
    for (let i: i32 = 0; i < size; i++) {
      store<f64>(block + <usize>c * stride + ((<usize>i) << 3), dot(matrix + <usize>i * stride, v, size))
    }
  }
}

export function project(
  basis: usize,
  size: i32,
  from: i32,
  to: i32,
  block: usize,
  count: i32,
  shares: usize,
): void {
  const stride = (<usize>size) << 3
  const rows = to - from
  const first = basis + <usize>from * stride
  for (let row: i32 = 0; row < rows; row++) {
    for (let c: i32 = 0; c < count; c++) {
      const share = dot(first + <usize>row * stride, block + <usize>c * stride, size)
      store<f64>(shares + ((<usize>(c * rows + row)) << 3), share)
    }
  }
  const end = (<usize>(size & ~1)) << 3
  for (let c: i32 = 0; c < count; c++) {
    const out = block + <usize>c * stride
    let share = shares + ((<usize>(c * rows)) << 3)
    let at = first
    let row: i32 = 0
    for (; row + 4 <= rows; row += 4) {
      const s0 = load<f64>(share)
      const s1 = load<f64>(share, 8)
      const s2 = load<f64>(share, 16)
      const s3 = load<f64>(share, 24)
      const v0 = f64x2.splat(s0)
      const v1 = f64x2.splat(s1)
      const v2 = f64x2.splat(s2)
      const v3 = f64x2.splat(s3)
      const b = at + stride
      const d = b + stride
      const e = d + stride
      for (let i: usize = 0; i < end; i += 16) {
        let w = v128.load(out + i)
        w = f64x2.sub(w, f64x2.mul(v0, v128.load(at + i)))
        w = f64x2.sub(w, f64x2.mul(v1, v128.load(b + i)))
        w = f64x2.sub(w, f64x2.mul(v2, v128.load(d + i)))
        w = f64x2.sub(w, f64x2.mul(v3, v128.load(e + i)))
        v128.store(out + i, w)
      }
      if (size & 1) {
        let w = load<f64>(out + end)
        w = w - s0 * load<f64>(at + end)
        w = w - s1 * load<f64>(b + end)
        w = w - s2 * load<f64>(d + end)
        w = w - s3 * load<f64>(e + end)
        store<f64>(out + end, w)
      }
      share += 32
      at = e + stride
    }
    for (; row < rows; row++) {
      const s = load<f64>(share)
      for (let i: usize = 0; i < stride; i += 8) {
        store<f64>(out + i, load<f64>(out + i) - s * load<f64>(at + i))
      }
      share += 8
      at += stride
    }
  }
}

/** `work` takes 32 bytes for each code: the place of the statement, then 1 and the value. */
export function addPairs(packed: usize, codes: usize, length: i32, sign: f64, work: usize): void {
  const factors = work + ((<usize>length) << 4)
  for (let t: i32 = 0; t < length; t++) {
    const code = <u32>load<u16>(codes + ((<usize>t) << 1))
    const statement = <usize>(code >> 2)
    const value = <f64>(<i32>(code & 3) - 1)
    const row = packed + ((statement * (statement + 1)) << 3)
    const weight = f64x2.splat(sign * (1.0 + value * FIELD))
    store<u32>(work + ((<usize>t) << 2), <u32>(statement << 4))
    v128.store(factors + ((<usize>t) << 4), f64x2.replace_lane(f64x2.splat(1.0), 1, value))
    let place = work
    let factor = factors
    const end = work + ((<usize>(t + 1)) << 2)
    while (place < end) {
      const at = row + <usize>load<u32>(place)
      v128.store(at, f64x2.add(v128.load(at), f64x2.mul(v128.load(factor), weight)))
      place += 4
      factor += 16
    }
  }
}

export function assign(points: usize, count: i32, centres: usize, k: i32, labels: usize, sums: usize): f64 {
  const odd = sums + ((<usize>k) << 5)
  memory.fill(sums, 0, (<usize>k) << 6)
  const column = (<usize>count) << 3
  let at = points
  let p: i32 = 0
  for (; p + 2 <= count; p += 2) {
    const x = v128.load(at)
    const y = v128.load(at + column)
    let least = f64x2.splat(Infinity)
    let group = i64x2.splat(0)
    for (let g: i32 = 0; g < k; g++) {
      const centre = centres + ((<usize>g) << 4)
      const dx = f64x2.sub(x, v128.load_splat<f64>(centre))
      const dy = f64x2.sub(y, v128.load_splat<f64>(centre, 8))
      const distance = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy))
      const isNearer = f64x2.lt(distance, least)
      least = v128.bitselect(distance, least, isNearer)
      group = v128.bitselect(i64x2.splat(g), group, isNearer)
    }
    const first = <i32>i64x2.extract_lane(group, 0)
    const second = <i32>i64x2.extract_lane(group, 1)
    store<u8>(labels + <usize>p, <u8>first)
    store<u8>(labels + <usize>p + 1, <u8>second)
    const weight = v128.load(at + 2 * column)
    const least0 = v128.shuffle<f64>(f64x2.splat(1), least, 0, 2)
    const least1 = v128.shuffle<f64>(f64x2.splat(1), least, 0, 3)
    take(sums, first, v128.shuffle<f64>(weight, weight, 0, 0), v128.shuffle<f64>(x, y, 0, 2), least0)
    take(odd, second, v128.shuffle<f64>(weight, weight, 1, 1), v128.shuffle<f64>(x, y, 1, 3), least1)
    at += 16
  }
  if (p < count) {
    const x = load<f64>(at)
    const y = load<f64>(at + column)
    let least: f64 = Infinity
    let group: i32 = 0
    for (let g: i32 = 0; g < k; g++) {
      const centre = centres + ((<usize>g) << 4)
      const dx = x - load<f64>(centre)
      const dy = y - load<f64>(centre, 8)
      const distance = dx * dx + dy * dy
      if (distance < least) {
        least = distance
        group = g
      }
    }
    store<u8>(labels + <usize>p, <u8>group)
    const place = f64x2.replace_lane(f64x2.splat(x), 1, y)
    take(
      sums,
      group,
      v128.load_splat<f64>(at + 2 * column),
      place,
      f64x2.replace_lane(f64x2.splat(1), 1, least),
    )
  }
  let cost: f64 = 0
  for (let g: i32 = 0; g < k; g++) {
    const sum = sums + ((<usize>g) << 5)
    const other = odd + ((<usize>g) << 5)
    v128.store(sum, f64x2.add(v128.load(sum), v128.load(other)))
    v128.store(sum, f64x2.add(v128.load(sum, 16), v128.load(other, 16)), 16)
    cost += load<f64>(sum, 24)
  }
  return cost
}

/** Adds a weighted place to the first half of a group's sums, the weight and its cost to the second. */
function take(sums: usize, group: i32, weight: v128, place: v128, cost: v128): void {
  const sum = sums + ((<usize>group) << 5)
  v128.store(sum, f64x2.add(v128.load(sum), f64x2.mul(weight, place)))
  v128.store(sum, f64x2.add(v128.load(sum, 16), f64x2.mul(weight, cost)), 16)
}

export function cluster(
  points: usize,
  count: i32,
  centres: usize,
  k: i32,
  seed: i32,
  limit: f64,
  labels: usize,
  sums: usize,
  nearestCost: usize,
): f64 {
  if (seed >= 0) chooseCentres(points, count, centres, k, seed, nearestCost)
  let cost: f64 = Infinity
  for (let iteration: i32 = 0; iteration < MOST_ITERATIONS; iteration++) {
    const next = assign(points, count, centres, k, labels, sums)
    let hasMoved = false
    for (let g: i32 = 0; g < k; g++) {
      const sum = sums + ((<usize>g) << 5)
      const centre = centres + ((<usize>g) << 4)
      const size = load<f64>(sum, 16)
      if (size == 0) continue
      const x = load<f64>(sum) / size
      const y = load<f64>(sum, 8) / size
      if (x != load<f64>(centre) || y != load<f64>(centre, 8)) hasMoved = true
      store<f64>(centre, x)
      store<f64>(centre, y, 8)
    }
    const isAtRest = !hasMoved || next == cost
    cost = next
    if (isAtRest) break
    if (iteration == EARLY_ITERATIONS && cost > limit) return Infinity
  }
  return cost
}

function chooseCentres(
  points: usize,
  count: i32,
  centres: usize,
  k: i32,
  seed: i32,
  nearestCost: usize,
): void {
  const column = (<usize>count) << 3
  let state: i32 = (seed + 1) * <i32>0x9e3779b1
  for (let chosen: i32 = 0; chosen < k; chosen++) {
    let total: f64 = 0
    if (chosen == 0) {
      for (let at: usize = 0; at < column; at += 8) {
        const weight = load<f64>(points + 2 * column + at)
        store<f64>(nearestCost + at, weight)
        total += weight
      }
    } else {
      const centre = centres + ((<usize>(chosen - 1)) << 4)
      const x = load<f64>(centre)
      const y = load<f64>(centre, 8)
      for (let at: usize = 0; at < column; at += 8) {
        const dx = load<f64>(points + at) - x
        const dy = load<f64>(points + column + at) - y
        let cost = load<f64>(points + 2 * column + at) * (dx * dx + dy * dy)
        if (chosen > 1) cost = min(cost, load<f64>(nearestCost + at))
        store<f64>(nearestCost + at, cost)
        total += cost
      }
    }
    state = (state ^ (<i32>((<u32>state) >>> 15))) * 0x2c1b3c6d + 0x6d2b79f5
    const left = <f64>(<u32>(state ^ (<i32>((<u32>state) >>> 13)))) * total * 2.3283064365386963e-10
    const point = points + ((<usize>draw(nearestCost, count, left)) << 3)
    const centre = centres + ((<usize>chosen) << 4)
    store<f64>(centre, load<f64>(point))
    store<f64>(centre, load<f64>(point + column), 8)
  }
}

function draw(shares: usize, count: i32, left: f64): i32 {
  let last: i32 = 0
  for (let p: i32 = 0; p < count; p++) {
    const share = load<f64>(shares + ((<usize>p) << 3))
    if (share == 0) continue
    if (left < share) return p
    left -= share
    last = p
  }
  return last
}

export function sumDistances(
  points: usize,
  count: i32,
  one: i32,
  ends: usize,
  runs: i32,
  results: usize,
): void {
  const column = (<usize>count) << 3
  const own = points + ((<usize>one) << 3)
  const x = load<f64>(own)
  const y = load<f64>(own + column)
  const xs = f64x2.splat(x)
  const ys = f64x2.splat(y)
  let p: i32 = 0
  for (let run: i32 = 0; run < runs; run++) {
    const end = <i32>load<f64>(ends + ((<usize>run) << 3))
    let sum = f64x2.splat(0)
    let at = points + ((<usize>p) << 3)
    for (; p + 2 <= end; p += 2) {
      const dx = f64x2.sub(v128.load(at), xs)
      const dy = f64x2.sub(v128.load(at + column), ys)
      const distance = f64x2.sqrt(f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy)))
      sum = f64x2.add(sum, f64x2.mul(v128.load(at + 2 * column), distance))
      at += 16
    }
    let even = f64x2.extract_lane(sum, 0)
    if (p < end) {
      const dx = load<f64>(at) - x
      const dy = load<f64>(at + column) - y
      even += load<f64>(at + 2 * column) * Math.sqrt(dx * dx + dy * dy)
      p++
    }
    store<f64>(results + ((<usize>run) << 3), even + f64x2.extract_lane(sum, 1))
  }
}

export function assignPeople(
  xs: usize,
  ys: usize,
  cells: i32,
  from: usize,
  boxes: usize,
  centres: usize,
  k: i32,
  labels: usize,
  totals: usize,
): void {
  memory.fill(totals, 0, <usize>k * 24)
  for (let cell: i32 = 0; cell < cells; cell++) {
    const first = load<u32>(from)
    const end = load<u32>(from, 4)
    const people = <f64>(end - first)
    const sumX = load<f64>(boxes, 32)
    const sumY = load<f64>(boxes, 40)
    const group = nearest(sumX / people, sumY / people, centres, k)
    if (isWholeCellNearest(boxes, centres, k, group)) {
      addTo(totals + <usize>group * 24, sumX, sumY, people)
      memory.fill(labels + <usize>first, <u8>group, <usize>(end - first))
    } else {
      let at = first
      for (; at + 2 <= end; at += 2) {
        const x = v128.load(xs + ((<usize>at) << 3))
        const y = v128.load(ys + ((<usize>at) << 3))
        let least = f64x2.splat(Infinity)
        let own = i64x2.splat(0)
        for (let g: i32 = 0; g < k; g++) {
          const centre = centres + ((<usize>g) << 4)
          const dx = f64x2.sub(x, v128.load_splat<f64>(centre))
          const dy = f64x2.sub(y, v128.load_splat<f64>(centre, 8))
          const distance = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy))
          const isNearer = f64x2.lt(distance, least)
          least = v128.bitselect(distance, least, isNearer)
          own = v128.bitselect(i64x2.splat(g), own, isNearer)
        }
        const one = <i32>i64x2.extract_lane(own, 0)
        const two = <i32>i64x2.extract_lane(own, 1)
        store<u8>(labels + <usize>at, <u8>one)
        store<u8>(labels + <usize>at + 1, <u8>two)
        addTo(totals + <usize>one * 24, f64x2.extract_lane(x, 0), f64x2.extract_lane(y, 0), 1)
        addTo(totals + <usize>two * 24, f64x2.extract_lane(x, 1), f64x2.extract_lane(y, 1), 1)
      }
      if (at < end) {
        const x = load<f64>(xs + ((<usize>at) << 3))
        const y = load<f64>(ys + ((<usize>at) << 3))
        const own = nearest(x, y, centres, k)
        store<u8>(labels + <usize>at, <u8>own)
        addTo(totals + <usize>own * 24, x, y, 1)
      }
    }
    from += 4
    boxes += 48
  }
}

/** Whole numbers, so the order makes no difference. */
function addTo(total: usize, x: f64, y: f64, people: f64): void {
  store<f64>(total, load<f64>(total) + x)
  store<f64>(total, load<f64>(total, 8) + y, 8)
  store<f64>(total, load<f64>(total, 16) + people, 16)
}

function nearest(x: f64, y: f64, centres: usize, k: i32): i32 {
  let least: f64 = Infinity
  let group: i32 = 0
  for (let g: i32 = 0; g < k; g++) {
    const centre = centres + ((<usize>g) << 4)
    const dx = x - load<f64>(centre)
    const dy = y - load<f64>(centre, 8)
    const distance = dx * dx + dy * dy
    if (distance < least) {
      least = distance
      group = g
    }
  }
  return group
}

function isWholeCellNearest(box: usize, centres: usize, k: i32, group: i32): bool {
  const ax = load<f64>(centres + ((<usize>group) << 4))
  const ay = load<f64>(centres + ((<usize>group) << 4), 8)
  for (let other: i32 = 0; other < k; other++) {
    if (other == group) continue
    const dx = load<f64>(centres + ((<usize>other) << 4)) - ax
    const dy = load<f64>(centres + ((<usize>other) << 4), 8) - ay
    const x = load<f64>(box + (dx > 0 ? 8 : 0)) - ax
    const y = load<f64>(box + (dy > 0 ? 24 : 16)) - ay
    if (!(2.0 * (x * dx + y * dy) < (dx * dx + dy * dy) * (1.0 - 1e-9))) return false
  }
  return true
}
