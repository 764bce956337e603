// HTML written by the server: a template whose values are text, and become markup only where they are HTML already.

/** Markup that is safe to stand on a page. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** What may stand in a template; null, undefined and false leave nothing. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

/** The template as HTML; every value in it that is not HTML itself is escaped. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.map((text, i) => text + (i < pieces.length ? written(pieces[i]) : '')).join(''))
}

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Html) return piece.markup
  return typeof piece === 'object' ? piece.map(written).join('') : escapeHtml(`${piece}`)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML and in its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}
