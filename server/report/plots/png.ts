// Drawings as PNG, on any machine alike: the letters come from a font that is shipped with the software (Source Sans 3, SIL
// Open Font Licence); for scripts that it lacks the machine's own fonts help out.
import { renderAsync } from '@resvg/resvg-js'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const FAMILY = '@expo-google-fonts/source-sans-3'
const files = [
  '400Regular/SourceSans3_400Regular.ttf',
  '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '600SemiBold/SourceSans3_600SemiBold.ttf',
]

/** A drawing as PNG of this width in pixels. The work is done on another thread. */
export async function png(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
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
