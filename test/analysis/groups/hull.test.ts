import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convexHull, type Point } from '../../../analysis/groups/hull.ts'

const point = fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) })

test('the hull of a square with points inside and on its edges is its four corners, counter-clockwise', () => {
  const inside: Point[] = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => ({ x, y })))
  expect(convexHull(inside)).toEqual([
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 2, y: 2 },
    { x: 0, y: 2 },
  ])
})

test('no points have an empty hull, points on one line have its ends', () => {
  expect(convexHull([])).toEqual([])
  expect(convexHull([1, 3, 2, 1].map((x) => ({ x, y: 2 * x })))).toEqual([
    { x: 1, y: 2 },
    { x: 3, y: 6 },
  ])
})

test('every point lies to the left of every edge, and every corner turns left', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const hull = convexHull(points)
      if (hull.length < 3) return
      hull.forEach((a, at) => {
        const b = hull[(at + 1) % hull.length]!
        const side = (p: Point) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
        expect(points.every((p) => side(p) >= 0)).toBe(true)
        expect(side(hull[(at + 2) % hull.length]!)).toBeGreaterThan(0)
      })
    }),
  )
})
