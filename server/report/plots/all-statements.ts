// All statements from those that unite to those that divide, as a swarm of points: the further to the right, the further a
// statement pulls people apart.
import type { ReportStatement } from '../facts.ts'
import { type Html } from '../../http/html.ts'
import { markup } from '../markup.ts'
import type { ReportView } from '../view.ts'
import { ACCENT, at, INK, LINE, PAPER, type Plot, SOFT, STRONG } from './drawing.ts'

const WIDTH = 720
const LEFT = 24
const RIGHT = 24
const RADIUS = 5
/** Radius of a point that is not named, without its rim. */
const OPEN = 4.25
/** Least distance of the middles of two points, and the steps in which a height is looked for. */
const APART = 2 * RADIUS + 1
const STEP = 2.5
const STEPS_APART = Math.floor(APART / STEP)
const MIDDLE = 130
const HEIGHT = 280
/** Width of a number. */
const LABEL = 30

interface Point {
  readonly statement: ReportStatement
  readonly x: number
  readonly y: number
  readonly kind: 'unites' | 'divides' | 'other'
}

/** The swarm; null where no statement is on the map. */
export function statementsPlot({ facts, words }: ReportView): Plot | null {
  const placed = facts.statements.filter(({ divisiveness }) => divisiveness !== null)
  if (placed.length < 2) return null
  const { say } = words
  const most = Math.max(...placed.map(({ divisiveness }) => divisiveness!)) || 1
  const points = swarm(placed, most, facts)
  const near = placed.filter(({ divisiveness }) => divisiveness! <= most / 2).length
  return {
    name: 'statements',
    title: say('swarmTitle'),
    finding: say('swarmFinding', { count: placed.length, near }),
    width: WIDTH,
    height: HEIGHT,
    content: [
      markup`<rect class="plot-paper" width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
        <line class="plot-line" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - 58}" y2="${HEIGHT - 58}" stroke="${STRONG}"/>
        <text class="plot-soft" x="${LEFT}" y="${HEIGHT - 38}" font-size="13" fill="${SOFT}">← ${say('swarmUnite')}</text>
        <text class="plot-soft" x="${WIDTH - RIGHT}" y="${HEIGHT - 38}" font-size="13" text-anchor="end" fill="${SOFT}">${say('swarmDivide')} →</text>`,
      others(points),
      ...points.filter(({ kind }) => kind !== 'other').map(point),
      ...labels(points),
      ...legend(say),
    ],
  }
}

/**
 * Points in the order of their places, each at the height nearest to the middle at which it touches no other. Of the points at
 * one height only the last can be touched, because it is the nearest: looking at that alone places thousands at once.
 */
function swarm(statements: readonly ReportStatement[], most: number, facts: ReportView['facts']): Point[] {
  const unites = new Set(facts.consensus.map(({ statement }) => statement))
  const divides = new Set(facts.divisive)
  const points: Point[] = []
  const lastAt = new Map<number, number>()
  const touches = (x: number, y: number) => {
    for (let step = -STEPS_APART; step <= STEPS_APART; step++) {
      const last = lastAt.get(y + step * STEP)
      if (last !== undefined && Math.hypot(last - x, step * STEP) < APART) return true
    }
    return false
  }
  const inOrder = [...statements].sort((a, b) => a.divisiveness! - b.divisiveness! || a.id - b.id)
  for (const statement of inOrder) {
    const x = LEFT + RADIUS + (statement.divisiveness! / most) * (WIDTH - LEFT - RIGHT - 2 * RADIUS)
    let y = MIDDLE
    for (let step = 0; touches(x, y); step++) {
      const height = Math.ceil((step + 1) / 2) * STEP
      y = MIDDLE + (step % 2 === 0 ? height : -height)
      if (height > MIDDLE - 62) break
    }
    lastAt.set(y, x)
    const kind = unites.has(statement.id) ? 'unites' : divides.has(statement.id) ? 'divides' : 'other'
    points.push({ statement, x, y, kind })
  }
  return points
}

/** Every point that is not named, as one path: there may be hundreds. */
function others(points: readonly Point[]): Html {
  const circles = points
    .filter(({ kind }) => kind === 'other')
    .map(
      ({ x, y }) =>
        `M${at(x - OPEN)},${at(y)}a${OPEN},${OPEN} 0 1 0 ${2 * OPEN},0a${OPEN},${OPEN} 0 1 0 ${-2 * OPEN},0`,
    )
  return markup`<path class="plot-open" d="${circles.join('')}" fill="${PAPER}" stroke="${STRONG}" stroke-width="1.5"/>`
}

function point({ x, y, kind }: Pick<Point, 'x' | 'y' | 'kind'>): Html {
  const [px, py] = [at(x), at(y)]
  if (kind === 'unites') {
    return markup`<path class="plot-strong" d="M${px},${at(y - 8)}L${at(x + 7)},${at(y + 5)}L${at(x - 7)},${at(y + 5)}Z" fill="${ACCENT}" stroke="${PAPER}" stroke-width="1"/>`
  }
  if (kind === 'divides') {
    return markup`<path class="plot-ink" d="M${px},${at(y - 8)}L${at(x + 8)},${py}L${px},${at(y + 8)}L${at(x - 8)},${py}Z" fill="${INK}" stroke="${PAPER}" stroke-width="1"/>`
  }
  return markup`<circle class="plot-open" cx="${px}" cy="${py}" r="${OPEN}" fill="${PAPER}" stroke="${STRONG}" stroke-width="1.5"/>`
}

/** Numbers of the statements that the report names, in one row above the swarm, moved aside where they would meet. */
function labels(points: readonly Point[]): Html[] {
  const named = points.filter(({ kind }) => kind !== 'other').sort((a, b) => a.x - b.x)
  const places: number[] = []
  for (const { x } of named) places.push(Math.max(x, (places.at(-1) ?? -Infinity) + LABEL))
  for (
    let index = places.length - 1, limit = WIDTH - LABEL / 2;
    index >= 0;
    index--, limit = places[index + 1]! - LABEL
  ) {
    places[index] = Math.min(places[index]!, limit)
  }
  return named.map(
    ({ statement, x, y }, index) =>
      markup`<path class="plot-leader" d="M${at(places[index]!)},24L${at(x)},58L${at(x)},${at(Math.max(58, y - 9))}" fill="none" stroke="${LINE}"/>
        <text class="plot-ink" x="${at(places[index]!)}" y="18" font-size="13" font-weight="600" text-anchor="middle" fill="${INK}">${statement.id}</text>`,
  )
}

function legend(say: ReportView['words']['say']): Html[] {
  const items = [
    { kind: 'unites', text: say('swarmLegendAgree') },
    { kind: 'divides', text: say('swarmLegendDiffer') },
    { kind: 'other', text: say('swarmLegendOther') },
  ] as const
  let x = LEFT + 8
  return items.map(({ kind, text }) => {
    const from = x
    x += 30 + text.length * 7.4
    return markup`${point({ x: from, y: HEIGHT - 14, kind })}<text class="plot-soft" x="${at(from + 14)}" y="${HEIGHT - 9}" font-size="13" fill="${SOFT}">${text}</text>`
  })
}
