// What all plots share: their frame, colours and marks. Colours stand in the drawing itself, so that it can be carried
// elsewhere; the page's style sheet overrides them by class, for the dark and for paper. A group is told by the shape and
// letter of its mark, never by colour alone. The marks are those of client/map/markers.ts, which the server does not
// import; a test holds the two together.
import { type Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'

export const INK = '#1a2024'
export const SOFT = '#505a61'
export const LINE = '#d8d4ca'
export const STRONG = '#7d8387'
export const ACCENT = '#12505b'
export const PAPER = '#ffffff'
const GROUPS = ['#0067a5', '#b04400', '#00735a', '#9b3d78', '#7d5c00', '#4a5763'] as const
export const FONT = "'Source Sans 3', system-ui, sans-serif"

/** Colour of a group. */
export function colourOf(group: number): string {
  return GROUPS[group % GROUPS.length]!
}

/** Class that gives a group its colour in the page. */
export function classOf(group: number): string {
  return `group-${(group % GROUPS.length) + 1}`
}

const { PI, SQRT2 } = Math
const CIRCLE = 'M0,-1A1,1,0,1,1,0,1A1,1,0,1,1,0,-1Z'
const shapes = [
  CIRCLE,
  polygon(4, 1 / 8, [1], areaOf(4)),
  polygon(3, 0, [1], areaOf(3)),
  polygon(4, 0, [SQRT2, 1], 2 * SQRT2),
  polygon(5, 1 / 2, [1], areaOf(5)),
  polygon(12, 0, [1, 0.55], (12 / 2) * 0.55 * Math.sin((2 * PI) / 12)),
] as const

/** Path of the mark of a group around (0, 0), with the area of a circle of radius 1. */
export function shapeOf(group: number): string {
  return shapes[group % shapes.length]!
}

function polygon(corners: number, firstTurn: number, radii: readonly number[], area: number): string {
  const factor = Math.sqrt(PI / area)
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = 2 * PI * (firstTurn + corner / corners)
    const radius = radii[corner % radii.length]! * factor
    return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`
  })
  return `M${points.join('L')}Z`
}

function areaOf(corners: number): number {
  return (corners / 2) * Math.sin((2 * PI) / corners)
}

/** A plot with its name and its finding, which is what a screen reader says of it. */
export interface Plot {
  /** Name in file names. */
  readonly name: PlotName
  readonly title: string
  /** What it shows, in a sentence or two. */
  readonly finding: string
  readonly width: number
  readonly height: number
  readonly content: readonly Piece[]
}

export const plotNames = ['map', 'statements', 'groups', 'time', 'people'] as const
export type PlotName = (typeof plotNames)[number]

/** The plot as it stands in the page. */
export function inPage({ name, finding, width, height, content }: Plot): Html {
  return markup`<svg class="plot plot-${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${finding}" font-family="${FONT}">${content}</svg>`
}

/** The plot as a file of its own, with its title and finding. */
export function asFile({ title, finding, width, height, content }: Plot): string {
  const head = 56
  return String(markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + head}" viewBox="0 ${-head} ${width} ${height + head}" font-family="${FONT}">
    <title>${title}</title><desc>${finding}</desc>
    <rect x="0" y="${-head}" width="${width}" height="${height + head}" fill="${PAPER}"/>
    <text x="12" y="-26" font-size="20" font-weight="600" fill="${INK}">${title}</text>${content}</svg>`)
}

/** A coordinate with one decimal, which is enough for any screen. */
export function at(value: number): number {
  return Math.round(value * 10) / 10
}

/** Marks of a group. */
export function marks(
  group: number,
  places: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  opacity = 0.62,
): Html {
  return markup`<g class="plot-mark ${classOf(group)}" fill="${colourOf(group)}" fill-opacity="${opacity}">${places.map(
    ({ x, y, radius }) =>
      markup`<path d="${shapeOf(group)}" transform="translate(${at(x)} ${at(y)})scale(${at(radius)})"/>`,
  )}</g>`
}
