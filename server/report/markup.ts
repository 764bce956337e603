// HTML and SVG as template strings in which every value is escaped, unless it is markup itself.
import { escapeHtml } from '../http/page-shells.ts'

/** Text that may stand in a page as it is. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

export type Insert = Markup | string | number | null | false | readonly Insert[]

/** Markup with values: strings and numbers escaped, lists one after the other, null and false as nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Insert[]): Markup {
  let text = joined(parts[0]!)
  values.forEach((value, index) => (text += textOf(value) + joined(parts[index + 1]!)))
  return new Markup(text)
}

/** A template without the breaks that only its source needs. */
function joined(part: string): string {
  return part.replace(/\n\s*/g, '')
}

function textOf(value: Insert): string {
  if (value === null || value === false) return ''
  if (value instanceof Markup) return value.text
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return value.map(textOf).join('')
}
