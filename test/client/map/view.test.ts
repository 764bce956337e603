import { expect, test } from 'vitest'
import { fitView, placeOn } from '../../../client/map/view.ts'
import type { Point } from '../../../server/protocol/snapshot.ts'

const square: Point[] = [
  [-1, -1],
  [1, 1],
]

test('a first view shows all points with room around them', () => {
  const view = fitView(square, undefined)
  expect([view.x, view.y]).toEqual([0, 0])
  expect(view.halfWidth).toBeGreaterThan(1)
  expect(view.halfWidth).toBeLessThan(1.3)
})

test('the view stays while the points stay inside and fill it', () => {
  const view = fitView(square, undefined)
  const moved: Point[] = [
    [-0.8, -0.9],
    [1.05, 0.7],
  ]
  expect(fitView(moved, view)).toBe(view)
})

test('the view changes when a point would fall outside', () => {
  const view = fitView(square, undefined)
  const next = fitView([...square, [3, 0]], view)
  expect(next).not.toBe(view)
  expect(next.x + next.halfWidth).toBeGreaterThan(3)
})

test('the view closes in when the points have shrunk into a corner', () => {
  const view = fitView(square, undefined)
  const next = fitView(
    [
      [0.5, 0.5],
      [0.9, 0.9],
    ],
    view,
  )
  expect(next.halfWidth).toBeLessThan(view.halfWidth / 2)
})

test('no points keep the view, and one point gets a view of its own', () => {
  expect(fitView([], undefined)).toEqual({ x: 0, y: 0, halfWidth: 1, halfHeight: 1 })
  const view = fitView([[4, 2]], undefined)
  expect(view).toEqual({ x: 4, y: 2, halfWidth: 1, halfHeight: 1 })
  expect(fitView([], view)).toBe(view)
})

test('both axes have the same scale, y points upwards, and the middle is in the middle', () => {
  const view = { x: 0, y: 0, halfWidth: 2, halfHeight: 1 }
  const place = placeOn(view, { width: 440, height: 400, margin: 20 })
  expect(place([0, 0])).toEqual([220, 200])
  expect(place([2, 0])).toEqual([420, 200])
  expect(place([0, 1])).toEqual([220, 100])
})

test('a place outside the view is moved to the edge of the drawing', () => {
  const place = placeOn({ x: 0, y: 0, halfWidth: 1, halfHeight: 1 }, { width: 100, height: 100, margin: 10 })
  expect(place([50, -50])).toEqual([95, 95])
})
