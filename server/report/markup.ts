// Templates of HTML and SVG whose line breaks are only those of the source, so that a long report stays small.
import { html, type Html, type Piece } from '../http/html.ts'

const joined = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/** The template as markup, as `html` makes it, without the breaks and indents of its source. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let dense = joined.get(strings)
  if (dense === undefined) {
    const parts = strings.map((part) => part.replace(/\n\s*/g, ''))
    dense = Object.assign(parts, { raw: parts })
    joined.set(strings, dense)
  }
  return html(dense, ...pieces)
}
