// The opinion map: marks of five people or more, an outline and a letter for each group, and arrows towards those who agree
// with the most divisive statements.
import { convexHull } from '../../../analysis/index.ts'
import { axisEnds, writtenIn } from '../../protocol/report.ts'
import type { Point } from '../../protocol/snapshot.ts'
import { type Html } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { groupList, type ReportView } from '../view.ts'
import { at, classOf, colourOf, INK, marks, PAPER, type Plot, SOFT } from './drawing.ts'

const WIDTH = 720
const HEIGHT = 560
const MARGIN = 64
const LETTER = 15
/** Marks together cover this share of the drawing. */
const INK_SHARE = 0.06
const RIM = 16

interface Disc {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly group: number
}

/** The map; null where there are no groups. A plain one has neither arrows nor names. */
export function mapPlot(view: ReportView, { isPlain = false } = {}): Plot | null {
  const { facts, words } = view
  if (facts.groups.length === 0) return null
  const place = frame(
    facts.map.buckets.map(({ x, y }): Point => [x, y]).concat(facts.groups.map(({ centre }) => centre)),
  )
  const people = facts.map.buckets.reduce((sum, bucket) => sum + bucket.people, 0)
  const scale = Math.sqrt((INK_SHARE * WIDTH * HEIGHT) / (Math.PI * Math.max(1, people)))
  const largest = Math.max(1, ...facts.map.buckets.map((bucket) => Math.sqrt(bucket.people) * scale))
  const shrink = Math.min(1, 34 / largest)
  const discs = facts.map.buckets.map(({ x, y, people: count, group }): Disc => {
    const [shownX, shownY] = place([x, y])
    return { x: shownX, y: shownY, radius: Math.sqrt(count) * scale * shrink, group }
  })
  const origin = place([0, 0])
  const outlines = facts.groups.map((_, group) => outline(discs.filter((disc) => disc.group === group)))
  return {
    name: 'map',
    title: words.say('mapTitle'),
    finding: words.say('mapFinding', { count: facts.groups.length, list: groupList(view) }),
    width: WIDTH,
    height: HEIGHT,
    content: [
      markup`<rect class="plot-paper" width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>`,
      ...outlines.map(
        (path, group) =>
          markup`<path class="plot-outline ${classOf(group)}" d="${path}" fill="${colourOf(group)}" fill-opacity="0.09" stroke="${colourOf(group)}" stroke-opacity="0.75" stroke-width="1.5"/>`,
      ),
      ...facts.groups.map((_, group) =>
        marks(
          group,
          discs.filter((disc) => disc.group === group),
        ),
      ),
      ...(isPlain ? [] : arrows(view, origin)),
      ...facts.groups.map(({ letter, centre }, group) =>
        letterMark(
          letter,
          group,
          letterPlace(
            place(centre),
            discs.filter((disc) => disc.group === group),
            origin,
          ),
        ),
      ),
      ...(isPlain ? [] : axisNames(view)),
    ],
  }
}

/** From positions to the drawing: as large as it fits, both axes alike, upwards as upwards. */
function frame(points: readonly Point[]): (point: Point) => Point {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs, 0), Math.max(...xs, 0)]
  const [bottom, top] = [Math.min(...ys, 0), Math.max(...ys, 0)]
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (right - left || 1),
    (HEIGHT - 2 * MARGIN) / (top - bottom || 1),
  )
  return ([x, y]) => [
    WIDTH / 2 + (x - (left + right) / 2) * scale,
    HEIGHT / 2 - (y - (bottom + top) / 2) * scale,
  ]
}

/** A line around the marks with some room, as a path. */
function outline(discs: readonly Disc[]): string {
  const rims = discs.flatMap(({ x, y, radius }) =>
    Array.from({ length: RIM }, (_, step) => {
      const angle = (2 * Math.PI * step) / RIM
      return { x: x + (radius + 8) * Math.cos(angle), y: y + (radius + 8) * Math.sin(angle) }
    }),
  )
  const hull = convexHull(rims)
  return hull.length === 0 ? '' : `M${hull.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join('L')}Z`
}

function letterPlace(centre: Point, discs: readonly Disc[], origin: Point): Point {
  const [dx, dy] = [centre[0] - origin[0], centre[1] - origin[1]]
  const length = Math.hypot(dx, dy) || 1
  const reach = discs.reduce(
    (most, { x, y, radius }) =>
      Math.max(most, ((x - centre[0]) * dx + (y - centre[1]) * dy) / length + radius),
    0,
  )
  const clamp = (value: number, most: number) => Math.min(Math.max(value, LETTER + 4), most - LETTER - 4)
  return [
    clamp(centre[0] + (dx / length) * (reach + LETTER + 10), WIDTH),
    clamp(centre[1] + (dy / length) * (reach + LETTER + 10), HEIGHT),
  ]
}

function letterMark(letter: string, group: number, [x, y]: Point): Html {
  return markup`<g class="plot-letter ${classOf(group)}"><circle cx="${at(x)}" cy="${at(y)}" r="${LETTER}" fill="${colourOf(group)}" stroke="${PAPER}" stroke-width="2.5"/>
    <text x="${at(x)}" y="${at(y + 6)}" font-size="17" font-weight="600" text-anchor="middle" fill="${PAPER}">${letter}</text></g>`
}

/** Arrows from the middle; the longest reaches well into the drawing, and numbers keep clear of each other. */
function arrows({ facts }: ReportView, [originX, originY]: Point): Html[] {
  const longest = Math.max(...facts.map.arrows.map(({ towards: [x, y] }) => Math.hypot(x, y)))
  const taken: Point[] = []
  return facts.map.arrows.map(({ statement, towards: [x, y] }) => {
    const reach = (0.4 * HEIGHT * Math.hypot(x, y)) / longest
    const angle = Math.atan2(-y, x)
    const [endX, endY] = [originX + reach * Math.cos(angle), originY + reach * Math.sin(angle)]
    let further = 13
    const label = (): Point => [endX + further * Math.cos(angle), endY + further * Math.sin(angle)]
    while (further < 90 && taken.some(([a, b]) => Math.hypot(a - label()[0], b - label()[1]) < 22))
      further += 6
    taken.push(label())
    const wing = (turn: number) =>
      `${at(endX - 9 * Math.cos(angle + turn))},${at(endY - 9 * Math.sin(angle + turn))}`
    const [labelX, labelY] = label()
    return markup`<g class="plot-arrow"><path d="M${at(originX)},${at(originY)}L${at(endX)},${at(endY)}M${wing(0.4)}L${at(endX)},${at(endY)}L${wing(-0.4)}" fill="none" stroke="${INK}" stroke-width="1.5"/>
      <text x="${at(labelX)}" y="${at(labelY + 5)}" font-size="14" font-weight="600" text-anchor="middle" fill="${INK}" stroke="${PAPER}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">${statement}</text></g>`
  })
}

function axisNames({ written, words }: ReportView): Html[] {
  const places = {
    left: { x: 10, y: HEIGHT - 12, anchor: 'start', before: '← ', after: '' },
    right: { x: WIDTH - 10, y: HEIGHT - 12, anchor: 'end', before: '', after: ' →' },
    bottom: { x: WIDTH / 2, y: HEIGHT - 32, anchor: 'middle', before: '↓ ', after: '' },
    top: { x: WIDTH / 2, y: 20, anchor: 'middle', before: '↑ ', after: '' },
  } as const
  return axisEnds.flatMap((end) => {
    const name = writtenIn(written.axes[end], words.language)?.text
    if (name === undefined) return []
    const { x, y, anchor, before, after } = places[end]
    return markup`<text class="plot-soft" x="${x}" y="${y}" font-size="14" font-style="italic" text-anchor="${anchor}" fill="${SOFT}">${before}${name}${after}</text>`
  })
}
