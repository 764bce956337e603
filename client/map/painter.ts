// Paints drawings and the way between them onto a canvas, frame by frame. It runs in a thread of its own where the browser has
// such canvases (painting-thread.ts), else in the page.
import { type FlatScene, wayBetween } from './flat-scene.ts'
import { ease, GLIDE_MS } from './glide.ts'
import { type Canvas2D, type Ink, paintScene } from './paint.ts'

/** What to paint; all lengths in CSS pixels. */
export interface Painting {
  readonly width: number
  readonly height: number
  /** Device pixels by CSS pixels. */
  readonly density: number
  readonly ink: Ink
  /** Where the drawing comes from; null to be there at once. */
  readonly from: FlatScene | null
  readonly to: FlatScene
}

/** Device pixels by CSS pixels at most while things move: nobody sees more then, and each costs time in every frame. */
const MOVING_DENSITY = 1.5

export class Painter {
  readonly #canvas: HTMLCanvasElement | OffscreenCanvas
  readonly #context: Canvas2D | null
  #frame = 0

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    this.#canvas = canvas
    this.#context = canvas.getContext('2d') as Canvas2D | null // one of the two, by the canvas
  }

  /** Paints, on from whatever is painted now. */
  paint({ width, height, density, ink, from, to }: Painting): void {
    cancelAnimationFrame(this.#frame)
    const context = this.#context
    if (context === null) return
    const paint = (scene: FlatScene, pixels: number) => {
      this.#resize(Math.round(width * pixels), Math.round(height * pixels))
      paintScene(context, scene, ink, pixels)
    }
    if (from === null) return paint(to, density)
    const at = wayBetween(from, to)
    let start: number | undefined
    const step = (now: number) => {
      start ??= now
      const share = Math.min(1, (now - start) / GLIDE_MS)
      paint(at(ease(share)), share < 1 ? Math.min(density, MOVING_DENSITY) : density)
      if (share < 1) this.#frame = requestAnimationFrame(step)
    }
    this.#frame = requestAnimationFrame(step)
  }

  #resize(width: number, height: number): void {
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
  }
}
