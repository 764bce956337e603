// How a message of the catalogue becomes text: `{name}` is replaced by a value, numbers are written as the language
// writes them, and where a message has plural forms, `count` chooses the form by the rules of the language.

/** A message whose wording depends on a number; the forms are those of Intl.PluralRules. */
export interface Plural {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

export type Message = string | Plural

/** The names between braces in a message, as a union of literal types. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/** The names between braces in a message, in order of appearance. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

/**
 * Text of a message. A plural message chooses its form by `values.count`; a form that the catalogue does not have falls
 * back to `other`. Throws RangeError for a value that is missing.
 */
export function fillMessage(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  rules: Intl.PluralRules,
  numbers: Intl.NumberFormat,
): string {
  const text = typeof message === 'string' ? message : formOf(message, values.count, rules)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`Expected a value for {${name}} in "${text}".`)
    return typeof value === 'number' ? numbers.format(value) : value
  })
}

function formOf(message: Plural, count: string | number | undefined, rules: Intl.PluralRules): string {
  if (typeof count !== 'number') throw new RangeError(`Expected a number as count, got ${String(count)}.`)
  return message[rules.select(count)] ?? message.other
}
