// Drawings as PNG, on any machine alike: the letters come from a font that is shipped with the software (Source Sans 3, SIL
// Open Font Licence); for scripts that it lacks the machine's own fonts help out.
import { renderAsync } from '@resvg/resvg-js'
import { hash } from 'node:crypto'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const FAMILY = '@expo-google-fonts/source-sans-3'
const files = [
  '400Regular/SourceSans3_400Regular.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
]

/** Pictures that were asked for last, since many ask for the same ones. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
const MOST_KEPT = 40

/** A drawing as PNG of this width in pixels. The work is done on another thread. */
export function png(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${width} ${hash('sha256', svg, 'base64url')}`
  const known = kept.get(name)
  const drawn = known ?? draw(svg, width)
  kept.delete(name)
  kept.set(name, drawn)
  if (known === undefined) drawn.catch(() => kept.delete(name))
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  return drawn
}

/** Drawings at a time: each takes a core and some memory, and votes are served beside them. */
const AT_ONCE = 1
let drawing = 0
const waiting: (() => void)[] = []

async function draw(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  if (drawing >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else drawing++
  try {
    return await drawNow(svg, width)
  } finally {
    // Whoever has waited longest takes over the place.
    const next = waiting.shift()
    if (next === undefined) drawing--
    else next()
  }
}

async function drawNow(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: {
      fontFiles: files.map((file) => require.resolve(`${FAMILY}/${file}`)),
      loadSystemFonts: /[^\u0000-\u024f\u2000-\u22ff]/.test(svg),
      defaultFontFamily: 'Source Sans 3',
    },
  })
  return new Uint8Array(image.asPng())
}
