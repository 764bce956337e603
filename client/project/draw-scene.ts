// Draws a scene of the map on a canvas. A hall's screen can have eight million pixels and a computer without a graphics card:
// there a canvas is put on the screen cheapest when it is opaque and has just the pixels of the screen (4K: 12 ms of processor
// time a frame; transparent and with a third of the pixels, stretched, it took 21 ms).
import type { Point } from '../../server/protocol/snapshot.ts'
import { classOf, DISTINCT_GROUPS, shapeOf } from '../map/markers.ts'
import type { Scene } from '../map/scene.ts'
import type { Size } from '../map/use-size.ts'

/** Most pixels of the canvas: those of a screen of 3840 × 2160, and a few. */
const MOST_PIXELS = 9_000_000

export interface Ink {
  /** Colour of each group. */
  readonly groups: readonly string[]
  readonly lineWidth: number
  /** What it is drawn on: a canvas that nothing shines through costs less to put on the screen. */
  readonly paper: string
}

/** The colours as the style sheets say them now, read off the element. */
export function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element)
  return {
    groups: Array.from({ length: DISTINCT_GROUPS }, (_, group) =>
      style.getPropertyValue(`--${classOf(group)}`).trim(),
    ),
    paper: style.getPropertyValue('--paper').trim(),
    lineWidth: Number.parseFloat(style.fontSize) / 10,
  }
}

/** Gives the canvas as many pixels as it should have; how many for each pixel of the page. */
export function fitCanvas(canvas: HTMLCanvasElement, { width, height }: Size): number {
  const density = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)))
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  return density
}

const shapes = Array.from({ length: DISTINCT_GROUPS }, (_, group) => new Path2D(shapeOf(group)))

/** Draws it; groups other than `chosen`, where one is, are faint. */
export function drawScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  ink: Ink,
  { density, chosen }: { readonly density: number; readonly chosen: number | undefined },
): void {
  const strength = (group: number) => (chosen === undefined || chosen === group ? 1 : 0.25)
  context.setTransform(density, 0, 0, density, 0, 0)
  context.globalAlpha = 1
  context.fillStyle = ink.paper
  context.fillRect(0, 0, context.canvas.width / density, context.canvas.height / density)
  context.lineJoin = 'round'
  for (const { group, outline } of scene.shapes) {
    const colour = colourOf(ink, group)
    traceSmoothly(context, outline)
    context.fillStyle = context.strokeStyle = colour
    context.globalAlpha = 0.1 * strength(group)
    context.fill()
    context.globalAlpha = 0.75 * strength(group)
    context.lineWidth = ink.lineWidth
    context.stroke()
  }
  for (const { group, x, y, radius } of scene.marks) {
    if (radius < 0.5) continue
    const colour = colourOf(ink, group)
    const shape = shapes[group % shapes.length]!
    context.setTransform(density * radius, 0, 0, density * radius, density * x, density * y)
    context.fillStyle = context.strokeStyle = colour
    context.globalAlpha = 0.62 * strength(group)
    context.fill(shape)
    context.globalAlpha = strength(group)
    context.lineWidth = (0.5 * ink.lineWidth) / radius
    context.stroke(shape)
  }
  context.globalAlpha = 1
}

/** The outline as a closed path of curves through the middle of each step: on a wall even short straight steps would show. */
function traceSmoothly(context: CanvasRenderingContext2D, outline: readonly Point[]): void {
  context.beginPath()
  outline.forEach(([x, y], at) => {
    const [nextX, nextY] = outline[(at + 1) % outline.length]!
    if (at === 0) context.moveTo((x + nextX) / 2, (y + nextY) / 2)
    else context.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2)
  })
  const [first, second] = outline
  if (first && second)
    context.quadraticCurveTo(...first, (first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
  context.closePath()
}

function colourOf({ groups }: Ink, group: number): string {
  return groups[group % groups.length] ?? ''
}
