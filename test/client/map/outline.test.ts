import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inEqualSteps, outlineAround, OUTLINE_POINTS } from '../../../client/map/outline.ts'

test('a group without marks has no outline', () => {
  expect(outlineAround([], 10)).toEqual([])
})

test('one mark has a disc around it', () => {
  const outline = outlineAround([{ x: 100, y: 50, radius: 8 }], 12)
  expect(outline).toHaveLength(OUTLINE_POINTS)
  for (const [x, y] of outline) {
    const distance = Math.hypot(x - 100, y - 50)
    expect(distance).toBeGreaterThan(19)
    expect(distance).toBeLessThanOrEqual(20.001)
  }
})

test('two marks have a capsule around them', () => {
  const outline = outlineAround(
    [
      { x: 0, y: 0, radius: 5 },
      { x: 100, y: 0, radius: 5 },
    ],
    5,
  )
  expect(Math.min(...outline.map(([x]) => x))).toBeCloseTo(-10, 0)
  expect(Math.max(...outline.map(([x]) => x))).toBeCloseTo(110, 0)
  expect(Math.max(...outline.map(([, y]) => y))).toBeCloseTo(10, 0)
})

test('the steps along an outline are equal and begin to the right of its centre', () => {
  const square = inEqualSteps(
    [
      [0, 0],
      [8, 0],
      [8, 8],
      [0, 8],
    ],
    8,
  )
  expect(square[0]).toEqual([8, 4])
  const steps = square.map(([x, y], i) => {
    const [nextX, nextY] = square[(i + 1) % square.length] ?? [0, 0]
    return Math.hypot(nextX - x, nextY - y)
  })
  for (const step of steps) expect(step).toBeCloseTo(4, 9)
})

const disc = fc.record({
  x: fc.double({ min: 0, max: 600, noNaN: true }),
  y: fc.double({ min: 0, max: 600, noNaN: true }),
  radius: fc.double({ min: 4, max: 40, noNaN: true }),
})

test('every mark is inside the outline of its group', () => {
  fc.assert(
    fc.property(fc.array(disc, { minLength: 1, maxLength: 30 }), (discs) => {
      const outline = outlineAround(discs, 14)
      expect(outline).toHaveLength(OUTLINE_POINTS)
      for (const { x, y } of discs) {
        for (let i = 0; i < outline.length; i++) {
          const [aX, aY] = outline[i] ?? [0, 0]
          const [bX, bY] = outline[(i + 1) % outline.length] ?? [0, 0]
          // The centre lies on the same side of every edge of the convex outline.
          expect(turn(aX, aY, bX, bY, x, y) * orientation(outline)).toBeGreaterThan(-1e-6)
        }
      }
    }),
  )
})

function turn(aX: number, aY: number, bX: number, bY: number, x: number, y: number): number {
  return (bX - aX) * (y - aY) - (bY - aY) * (x - aX)
}

function orientation(outline: readonly (readonly [number, number])[]): number {
  let area = 0
  outline.forEach(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length] ?? [0, 0]
    area += x * nextY - nextX * y
  })
  return Math.sign(area)
}
