// How the reader's screen shows colours and pixels at the moment, for what is painted and does not follow by itself.
import { useEffect, useState } from 'preact/hooks'

export interface Look {
  /** Device pixels by CSS pixels, at most 3: more cannot be seen. */
  readonly density: number
}

const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)']

/** Another object whenever colours or pixels are others. */
export function useLook(): Look {
  const [look, setLook] = useState(lookNow)
  useEffect(() => {
    const queries = [...QUERIES, `(resolution: ${devicePixelRatio}dppx)`].map((query) => matchMedia(query))
    const change = () => setLook(lookNow())
    for (const query of queries) query.addEventListener('change', change)
    return () => {
      for (const query of queries) query.removeEventListener('change', change)
    }
  }, [look])
  return look
}

function lookNow(): Look {
  return { density: Math.min(3, devicePixelRatio) }
}
