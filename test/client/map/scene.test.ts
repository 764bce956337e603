import { expect, test } from 'vitest'
import { sceneBetween, sceneOf, type Look } from '../../../client/map/scene.ts'
import type { Bucket, OpinionGroup } from '../../../server/protocol/snapshot.ts'

const look: Look = { width: 600, height: 400, labelRadius: 14, room: 8 }
const view = { x: 0, y: 0, halfWidth: 3, halfHeight: 2 }

const group = (letter: string, x: number, y: number): OpinionGroup => ({
  letter,
  people: 10,
  centre: [x, y],
  hull: [],
  representative: [],
})
const bucket = (x: number, y: number, index: number, people = 5): Bucket => ({ x, y, people, group: index })

const before = {
  buckets: [bucket(-2, 0, 0), bucket(-1.5, 0.5, 0), bucket(2, 0, 1)],
  groups: [group('A', -1.75, 0.25), group('B', 2, 0)],
}

test('the area of a mark is proportional to its people', () => {
  const scene = sceneOf({ ...before, buckets: [bucket(-2, 0, 0, 5), bucket(2, 0, 1, 20)] }, view, look)
  const [small, large] = scene.marks
  expect((large?.radius ?? 0) / (small?.radius ?? 1)).toBeCloseTo(2, 9)
})

test('a mark that moved keeps its identity, a new one gets a fresh one', () => {
  const first = sceneOf(before, view, look)
  const after = {
    ...before,
    buckets: [bucket(2.1, 0, 1), bucket(-1.4, 0.5, 0), bucket(-2, 0.1, 0), bucket(1, 1, 1)],
  }
  const second = sceneOf(after, view, look, { previous: first })
  const keys = first.marks.map(({ key }) => key)
  expect(second.marks.map(({ key }) => key)).toEqual([keys[2], keys[1], keys[0], 3])
})

test('a mark never becomes one of another group', () => {
  const first = sceneOf(before, view, look)
  const second = sceneOf({ ...before, buckets: [bucket(2, 0, 0)] }, view, look, { previous: first })
  expect(second.marks[0]?.key).not.toBe(first.marks[2]?.key)
})

test('on the way, marks grow, move and shrink away, and the way ends at the new drawing', () => {
  const first = sceneOf(before, view, look)
  const second = sceneOf(
    { ...before, buckets: [bucket(-2, 1, 0), bucket(2, 1, 1), bucket(2, -1, 1)] },
    view,
    look,
    {
      previous: first,
    },
  )
  const middle = sceneBetween(first, second, 0.5)
  expect(middle.marks).toHaveLength(4)
  const moved = middle.marks.find(({ key }) => key === second.marks[0]?.key)
  const from = first.marks.find(({ key }) => key === moved?.key)
  expect(moved?.y).toBeCloseTo(((from?.y ?? 0) + (second.marks[0]?.y ?? 0)) / 2, 9)
  const end = sceneBetween(first, second, 1)
  expect(end.marks.filter(({ radius }) => radius > 0)).toEqual(second.marks)
  expect(end.marks.map(({ key }) => key)).toEqual(middle.marks.map(({ key }) => key))
})

test('letters stay inside the drawing and apart from each other', () => {
  const crowded = {
    buckets: [bucket(-3, 2, 0), bucket(-2.9, 1.9, 1), bucket(-2.8, 2, 2)],
    groups: [group('A', -3, 2), group('B', -2.9, 1.9), group('C', -2.8, 2)],
  }
  const { shapes } = sceneOf(crowded, view, look)
  for (const { label } of shapes) {
    expect(label[0]).toBeGreaterThanOrEqual(look.labelRadius)
    expect(label[1]).toBeGreaterThanOrEqual(look.labelRadius)
    for (const other of shapes) {
      if (other.label === label) continue
      expect(Math.hypot(other.label[0] - label[0], other.label[1] - label[1])).toBeGreaterThan(
        look.labelRadius,
      )
    }
  }
})

test('letters stay where they are when little has changed', () => {
  const first = sceneOf(before, view, look)
  const shifted = { ...before, buckets: before.buckets.map((mark) => ({ ...mark, y: mark.y + 0.01 })) }
  const second = sceneOf(shifted, view, look, { previous: first })
  second.shapes.forEach(({ label }, i) => {
    const [x, y] = first.shapes[i]?.label ?? [0, 0]
    expect(Math.hypot(label[0] - x, label[1] - y)).toBeLessThan(6)
  })
})

test('a group too small for a mark still has its letter, at its centre', () => {
  const scene = sceneOf({ buckets: [], groups: [group('A', 0, 0)] }, view, look)
  expect(scene.shapes[0]?.outline).toEqual([])
  expect(scene.shapes[0]?.label).toEqual([300, 200])
})
