import { expect, test } from 'vitest'
import { polisComponents } from '../../../analysis/polis-compat/polis-components.ts'

const matrix = () => Float64Array.of(3, 1, 0, 1, 3, 0, 0, 0, 1)

test('power iteration comes near the leading directions, one after the other', () => {
  const [first, second] = polisComponents(matrix(), 3, [
    Float64Array.of(1, 0.5, 0),
    Float64Array.of(1, -0.5, 0.1),
  ])
  const half = Math.sqrt(0.5)
  ;[half, half, 0].forEach((entry, index) => expect(first[index]!).toBeCloseTo(entry, 8))
  ;[half, -half, 0].forEach((entry, index) => expect(second[index]!).toBeCloseTo(entry, 8))
})

test('a shorter previous component is continued with ones and an all-zero one does not count', () => {
  const known = polisComponents(matrix(), 3, [Float64Array.of(1), Float64Array.of(0, 0, 0)])
  const fresh = polisComponents(matrix(), 3, [])
  expect(known).toEqual(fresh)
})

test('where nothing varies the components are zero', () => {
  expect(polisComponents(new Float64Array(6), 3, [])).toEqual([new Float64Array(3), new Float64Array(3)])
})
