import { expect, test } from 'vitest'
import { flatten, wayBetween } from '../../../client/map/flat-scene.ts'
import { sceneBetween, type Scene } from '../../../client/map/scene.ts'

const scene = (x: number, radius: number): Scene => ({
  marks: [{ key: 1, group: 0, x, y: 2 * x, radius }],
  shapes: [
    {
      letter: 'A',
      group: 0,
      label: [x, x],
      outline: [
        [x, 0],
        [0, x],
        [x, x],
      ],
    },
  ],
  own: undefined,
  nextKey: 2,
})

test('the numbers of a drawing are those of its marks and outlines, in its order', () => {
  const { markGroups, marks, shapeGroups, outlines } = flatten(scene(8, 3))
  expect([markGroups, [...marks], shapeGroups]).toEqual([[0], [8, 16, 3], [0]])
  expect(outlines.map((each) => [...each])).toEqual([[8, 0, 0, 8, 8, 8]])
})

test('on the way between two drawings every number is where the drawing in between has it', () => {
  const [from, to] = [scene(8, 3), scene(16, 5)]
  const at = wayBetween(flatten(from), flatten(to))
  for (const share of [0, 0.25, 0.5, 1]) expect(at(share)).toEqual(flatten(sceneBetween(from, to, share)))
})
