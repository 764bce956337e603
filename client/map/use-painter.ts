// The painter of a canvas: in a thread of its own, or in the page where the browser has no canvases that go over to a thread.
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Painter, type Painting } from './painter.ts'

export interface UsedPainter {
  /** Key of the canvas: a canvas that went over to a thread which then failed has to be another one. */
  readonly key: string
  readonly paint: (painting: Painting) => void
}

/** `canvas` is to be rendered under the key that is answered. */
export function usePainter(canvas: RefObject<HTMLCanvasElement | null>): UsedPainter {
  const [isLocal, setIsLocal] = useState(() => !('transferControlToOffscreen' in HTMLCanvasElement.prototype))
  const used = useRef<{ readonly of: HTMLCanvasElement; readonly paint: UsedPainter['paint'] } | undefined>(
    undefined,
  )
  const thread = useRef<Worker | undefined>(undefined)
  useEffect(() => () => thread.current?.terminate(), [])

  function painterOf(element: HTMLCanvasElement): UsedPainter['paint'] {
    if (isLocal) {
      const painter = new Painter(element)
      return (painting) => painter.paint(painting)
    }
    const worker = new Worker(new URL('./painting-thread.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('error', () => setIsLocal(true))
    thread.current = worker
    const offscreen = element.transferControlToOffscreen()
    worker.postMessage(offscreen, [offscreen])
    return (painting) => worker.postMessage(painting)
  }

  return {
    key: isLocal ? 'in the page' : 'in a thread',
    paint(painting) {
      const element = canvas.current
      if (!element) return
      if (used.current?.of !== element) used.current = { of: element, paint: painterOf(element) }
      used.current.paint(painting)
    },
  }
}
