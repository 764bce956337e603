import { expect, test } from 'vitest'
import { meanSilhouette } from '../../../analysis/reference/silhouette.ts'

test('two pairs on a line have the silhouette worked by hand', () => {
  const points = [
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 0],
  ]
  const outer = (10.5 - 1) / 10.5
  const inner = (9.5 - 1) / 9.5
  expect(meanSilhouette(points, [0, 0, 1, 1], 2)).toBeCloseTo((outer + inner) / 2, 12)
})

test('a group of one and people who all stand in one place count as nothing', () => {
  const points = [
    [0, 0],
    [0, 0],
    [5, 0],
  ]
  expect(meanSilhouette(points, [0, 0, 1], 2)).toBeCloseTo(2 / 3, 12)
  expect(meanSilhouette([points[0]!, points[1]!], [0, 0], 2)).toBe(0)
  expect(meanSilhouette([], [], 2)).toBe(0)
})

test('above three thousand points a sample of them stands for all', () => {
  const points = Array.from({ length: 7000 }, (_, index) => [
    (index % 2) * 10 + (index % 7) / 7,
    (index % 5) / 5,
  ])
  const labels = points.map(([x]) => (x! > 5 ? 1 : 0))
  const few = points.slice(0, 2100)
  expect(meanSilhouette(points, labels, 2)).toBeCloseTo(meanSilhouette(few, labels.slice(0, 2100), 2), 2)
})
