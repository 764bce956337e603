import { expect, test } from 'vitest'
import { barChart, chartSize, ticks } from '../../../../server/report/plots/bar-chart.ts'

test('an axis goes from 0 to a round number that no bar goes beyond, in few steps', () => {
  for (const most of [1, 2, 3, 7, 10, 99, 101, 29_383, 1_000_000]) {
    const steps = ticks(most)
    expect(steps[0]).toBe(0)
    expect(steps.at(-1)).toBeGreaterThanOrEqual(most)
    expect(steps.length).toBeLessThanOrEqual(7)
    for (const step of steps) expect(Number.isInteger(step)).toBe(true)
  }
  expect(ticks(0)).toEqual([0, 1])
})

/** Where each label of a chart begins and ends, about. */
function labelsOf(spans: readonly number[], label: string) {
  const bars = spans.map((span, index) => ({ span, value: index + 1, label }))
  const axis = { axis: 'Votes', number: String, labels: 4, gap: 1 }
  const texts = String(barChart(bars, axis).join(''))
  const pattern = new RegExp(`x="([\\d.]+)"[^>]* text-anchor="(\\w+)"[^>]*>${label}<`, 'g')
  return [...texts.matchAll(pattern)].map(([, x, anchor]) => {
    const width = 6 * label.length
    const start =
      Number(x) - { start: 0, middle: width / 2, end: width }[anchor as 'start' | 'middle' | 'end']
    return { start, end: start + width, anchor }
  })
}

test('no label is cut off at the right, and none lies on another', () => {
  for (const spans of [Array<number>(13).fill(1), [2, 110, 1], [1, 1, 1, 40, 1], Array<number>(45).fill(1)]) {
    const labels = labelsOf(spans, '22 September 2026')
    expect(labels.length).toBeGreaterThan(1)
    for (const [index, { start, end }] of labels.entries()) {
      expect(end).toBeLessThanOrEqual(chartSize.width)
      expect(start).toBeGreaterThanOrEqual(labels[index - 1]?.end ?? 0)
    }
  }
})

test('the label of a long time stands where it begins, those of equal bars below their middle', () => {
  expect(labelsOf([2, 110], 'July 2017').map(({ anchor }) => anchor)).toEqual(['start'])
  expect(labelsOf([1, 1, 1], 'July 2017').map(({ anchor }) => anchor)).toEqual(['middle', 'middle', 'middle'])
})
