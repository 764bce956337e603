import { expect, test } from 'vitest'
import {
  chooseOrientation,
  orientComponents,
  orientPoints,
} from '../../../analysis/presentation/orientation.ts'

const first = Float64Array.of(0.8, 0.6, 0)
const second = Float64Array.of(-0.6, 0.8, 0)
const negative = (vector: Float64Array) => vector.map((entry) => -entry)

test('the first map lies as the components say', () => {
  const orientation = chooseOrientation([first, second], undefined)
  const points = Float64Array.of(1, 2, 3, 4)
  expect(orientComponents([first, second], orientation)).toEqual([first, second])
  expect(orientPoints(points, orientation)).toBe(points)
})

test('components that changed their sign are turned back', () => {
  const orientation = chooseOrientation([negative(first), second], [first, second])
  expect(orientComponents([negative(first), second], orientation)).toEqual([first, second])
  expect(orientPoints(Float64Array.of(1, 2, -3, 4), orientation)).toEqual(Float64Array.of(-1, 2, 3, 4))
})

test('components that changed their order are put back', () => {
  const orientation = chooseOrientation([second, negative(first)], [first, second])
  expect(orientComponents([second, negative(first)], orientation)).toEqual([first, second])
  expect(orientPoints(Float64Array.of(1, 2), orientation)).toEqual(Float64Array.of(-2, 1))
})

test('statements added since the last map do not matter', () => {
  const orientation = chooseOrientation([negative(first), second], [first.slice(0, 2), second.slice(0, 2)])
  expect(orientation).toEqual({ isSwapped: false, signs: [-1, 1] })
})
