// The messages of one catalogue in one language. Every page has the catalogue of words.ts; rooms that only few people open
// (staff pages, the report) have one of their own beside them, so that phones do not load it.
import type { Language } from '../values.ts'
import type { CatalogueOf, English, ValuesOf } from './catalogue.ts'
import { fillMessage, type Message } from './message.ts'

export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' }

/** Text of a message; plural messages choose their form by `count`. */
export type Say<Leading extends English> = <Key extends keyof Leading & string>(
  key: Key,
  ...values: keyof ValuesOf<Leading[Key]> extends never ? [] : [values: ValuesOf<Leading[Key]>]
) => string

/** Speaks one of the languages of a catalogue. */
export function sayIn<const Leading extends English>(
  catalogues: { readonly en: Leading } & Readonly<Record<Exclude<Language, 'en'>, CatalogueOf<Leading>>>,
  language: Language,
): Say<Leading> {
  const catalogue: Readonly<Record<string, Message>> = catalogues[language]
  const rules = new Intl.PluralRules(locales[language])
  const numbers = new Intl.NumberFormat(locales[language])
  return (key, ...[values]) =>
    // ValuesOf has made sure of the names; here they are only looked up.
    fillMessage(catalogue[key] ?? '', (values ?? {}) as Record<string, string | number>, rules, numbers)
}
