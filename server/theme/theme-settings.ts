// How a conversation looks where it is to look like the site around it: colours in light and in dark, fonts, corners.
import * as v from 'valibot'

const GENERIC = /^(serif|sans-serif|monospace|system-ui|ui-serif|ui-sans-serif|ui-monospace|ui-rounded)$/

const colour = () =>
  v.optional(
    v.pipe(v.string(), v.toLowerCase(), v.regex(/^(#[0-9a-f]{6})?$/, 'must be a colour such as #12505b')),
    '',
  )

const fontName = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\p{L}\p{N} -]{1,60}$/u, 'must be names of fonts, such as Georgia, serif'),
)

export const themeRows = {
  themeAccent: colour(),
  themeAccentDark: colour(),
  themeGround: colour(),
  themeGroundDark: colour(),
  themePaper: colour(),
  themePaperDark: colour(),
  themeInk: colour(),
  themeInkDark: colour(),
  themeFonts: v.optional(v.pipe(v.array(fontName), v.maxLength(8)), []),
  themeRadius: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24)), 8),
}

export type ThemeSettings = v.InferOutput<v.StrictObjectSchema<typeof themeRows, undefined>>

/** A name of a font as CSS writes it. */
export function writtenFont(name: string): string {
  return GENERIC.test(name) ? name : `'${name}'`
}
