// The types of message catalogues: English leads, and every other language has to hold the same keys.
import type { Message, NamesIn, Plural } from './message.ts'

export type English = Readonly<Record<string, Message>>

/** What a catalogue in another language has to hold: every key, and plural forms where English has them. */
export type CatalogueOf<Leading extends English> = {
  readonly [Key in keyof Leading]: Leading[Key] extends string ? string : Plural
}

type TextOf<Text extends Message> = Text extends string ? Text : Text extends Plural ? Text['other'] : never

/** The values that a message asks for, by name; a plural one also asks for `count`. */
export type ValuesOf<Text extends Message> = {
  readonly [Name in NamesIn<TextOf<Text>>]: string | number
} & (Text extends string ? unknown : { readonly count: number })
