// The size of an element as the browser lays it out.
import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Inner size of the element in CSS pixels, kept up to date; undefined until it has been laid out. */
export function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const observed = element.current
    if (!observed) return undefined
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = observed
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(observed)
    measure()
    return () => observer.disconnect()
  }, [])
  return size
}
