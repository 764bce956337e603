// Paints outlines and marks onto a canvas. Over a hundred elements that move would be laid out and painted anew for each frame;
// a canvas is only drawn on. Letters and the reader's own place stay elements above it.
import type { FlatScene } from './flat-scene.ts'
import { shapeOf } from './markers.ts'

/** Of an element or of none. */
export type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export interface Ink {
  /** Colour of each group, as the style sheet says it at the moment. */
  readonly colours: readonly string[]
  /** True where the reader's system chooses all colours: lines only. */
  readonly isForced: boolean
  /** Group that stands out; undefined for none. */
  readonly chosen: number | undefined
}

const OUTLINE_FILL = 0.1
const OUTLINE_LINE = 0.75
const MARK_FILL = 0.62
/** What is left of the groups that do not stand out. */
const FAINT = 0.28
const OUTLINE_WIDTH = 1.5
const MARK_WIDTH = 1.25

const paths: (Path2D | undefined)[] = []

/** Paints the scene; `density` is device pixels by pixels. */
export function paintScene(
  context: Canvas2D,
  { markGroups, marks, shapeGroups, outlines }: FlatScene,
  { colours, isForced, chosen }: Ink,
  density: number,
): void {
  const { canvas } = context
  const strengthOf = (group: number) => (chosen === undefined || chosen === group ? 1 : FAINT)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)

  context.setTransform(density, 0, 0, density, 0, 0)
  context.lineWidth = OUTLINE_WIDTH
  context.lineJoin = 'round'
  for (let i = 0; i < outlines.length; i++) {
    const group = shapeGroups[i]!
    context.fillStyle = context.strokeStyle = colours[group] ?? ''
    tracePath(context, outlines[i]!)
    context.globalAlpha = OUTLINE_FILL * strengthOf(group)
    if (!isForced) context.fill()
    context.globalAlpha = OUTLINE_LINE * strengthOf(group)
    context.stroke()
  }

  for (let i = 0; i < markGroups.length; i++) {
    const radius = marks[3 * i + 2]!
    if (radius <= 0) continue
    const group = markGroups[i]!
    const path = (paths[group] ??= new Path2D(shapeOf(group)))
    const scale = density * radius
    context.setTransform(scale, 0, 0, scale, density * marks[3 * i]!, density * marks[3 * i + 1]!)
    context.fillStyle = context.strokeStyle = colours[group] ?? ''
    context.globalAlpha = MARK_FILL * strengthOf(group)
    if (!isForced) context.fill(path)
    context.globalAlpha = strengthOf(group)
    context.lineWidth = MARK_WIDTH / radius
    context.stroke(path)
  }
}

/** The outline as a closed path. Its points are so near each other that straight steps look smooth, at a third of the cost. */
function tracePath(context: Canvas2D, points: Float32Array): void {
  context.beginPath()
  for (let i = 0; i < points.length; i += 2) context.lineTo(points[i]!, points[i + 1]!)
  context.closePath()
}
