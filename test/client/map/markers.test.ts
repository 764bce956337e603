import { expect, test } from 'vitest'
import { classOf, DISTINCT_GROUPS, shapeOf } from '../../../client/map/markers.ts'

test('every group has a shape and a colour of its own', () => {
  const groups = Array.from({ length: DISTINCT_GROUPS }, (_, group) => group)
  expect(new Set(groups.map(shapeOf)).size).toBe(DISTINCT_GROUPS)
  expect(new Set(groups.map(classOf)).size).toBe(DISTINCT_GROUPS)
})

test('all shapes with corners have the area of the circle', () => {
  for (let group = 1; group < DISTINCT_GROUPS; group++) {
    const points = [...shapeOf(group).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    let twice = 0
    points.forEach(([x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = points[(i + 1) % points.length] ?? []
      twice += x * nextY - nextX * y
    })
    expect(Math.abs(twice) / 2).toBeCloseTo(Math.PI, 1)
  }
})
