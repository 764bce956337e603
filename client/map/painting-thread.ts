// Entry of the thread that paints the map, so that voting never waits for it: first the canvas comes over, then paintings.
import { Painter, type Painting } from './painter.ts'

let painter: Painter | undefined

addEventListener('message', ({ data }: MessageEvent<OffscreenCanvas | Painting>) => {
  if (data instanceof OffscreenCanvas) painter = new Painter(data)
  else painter?.paint(data)
})
