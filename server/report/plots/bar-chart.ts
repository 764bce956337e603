// Bars that stand side by side: votes over time and votes per person. A bar may be wider than others when it stands for a
// longer time; its area tells the number then.
import { type Html } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { ACCENT, at, LINE, SOFT } from './drawing.ts'

export interface Bar {
  /** Width in relation to the others. */
  readonly span: number
  /** Height, in the units of the axis. */
  readonly value: number
  readonly label: string
}

const WIDTH = 720
const HEIGHT = 250
const LEFT = 56
const RIGHT = 12
const TOP = 28
const BOTTOM = 30
/** Width of a letter of a label, about. */
const LETTER = 7

export const chartSize = { width: WIDTH, height: HEIGHT }

/** The bars with an axis; `labels` is how many of their labels are written at most. */
export function barChart(
  bars: readonly Bar[],
  {
    axis,
    number,
    labels,
    gap,
  }: { axis: string; number: (value: number) => string; labels: number; gap: number },
): Html[] {
  const most = bars.reduce((largest, { value }) => Math.max(largest, value), 0)
  const steps = ticks(most)
  const top = steps.at(-1) ?? 1
  const total = bars.reduce((sum, { span }) => sum + span, 0) || 1
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP)
  const x = (span: number) => LEFT + (span / total) * (WIDTH - LEFT - RIGHT)
  const each = Math.max(1, Math.ceil(bars.length / labels))
  // A label names where its bar begins, unless all of them are alike and there is room below each.
  const isCentred = labels >= bars.length && bars.every(({ span }) => span === bars[0]!.span)
  let before = 0
  let free = 0
  return [
    markup`<text class="plot-soft" x="12" y="16" font-size="13" fill="${SOFT}">${axis}</text>`,
    ...steps.map(
      (step) =>
        markup`<line class="plot-line" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(step))}" y2="${at(y(step))}" stroke="${LINE}"/>
          <text class="plot-soft" x="${LEFT - 8}" y="${at(y(step) + 4)}" font-size="13" text-anchor="end" fill="${SOFT}">${number(step)}</text>`,
    ),
    ...bars.map(({ span, value, label }, index) => {
      const [from, to] = [x(before), x(before + span)]
      before += span
      const width = label.length * LETTER
      const start = isCentred ? (from + to - width) / 2 : Math.min(from, WIDTH - RIGHT - width)
      const isLabelled = label !== '' && index % each === 0 && (isCentred || start >= free)
      if (isLabelled) free = start + width + LETTER
      const anchor = isCentred ? 'middle' : start < from ? 'end' : 'start'
      const place = { middle: (from + to) / 2, end: WIDTH - RIGHT, start: from }[anchor]
      return markup`<rect class="plot-bar" x="${at(from + gap / 2)}" y="${at(y(value))}" width="${at(Math.max(0.5, to - from - gap))}" height="${at(Math.max(0, HEIGHT - BOTTOM - y(value)))}" fill="${ACCENT}"/>
        ${isLabelled && markup`<text class="plot-soft" x="${at(place)}" y="${HEIGHT - BOTTOM + 18}" font-size="13" text-anchor="${anchor}" fill="${SOFT}">${label}</text>`}`
    }),
  ]
}

/** Round numbers from 0 up to the largest value or a little beyond. */
export function ticks(most: number): number[] {
  if (most <= 0) return [0, 1]
  const power = 10 ** Math.floor(Math.log10(most / 3))
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((each) => most / each <= 4.5) ?? 10 * power,
  )
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
