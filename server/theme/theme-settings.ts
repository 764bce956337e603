// How a conversation looks where it is to look like the site around it: colours in light and in dark, fonts, corners.
import * as v from 'valibot'

const GENERIC = /^(serif|sans-serif|monospace|system-ui|ui-serif|ui-sans-serif|ui-monospace|ui-rounded)$/

const colour = (help: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.toLowerCase(),
      v.regex(/^(#[0-9a-f]{6})?$/, 'must be a colour such as #12505b'),
      v.description(help),
    ),
    '',
  )

const fontName = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\p{L}\p{N} -]{1,60}$/u, 'must be names of fonts, such as Georgia, serif'),
)

export const themeRows = {
  themeAccent: colour('Colour of buttons and links, such as #12505b.'),
  themeAccentDark: colour('Colour of buttons and links for people who use a dark screen.'),
  themeGround: colour('Colour behind everything.'),
  themeGroundDark: colour('Colour behind everything for people who use a dark screen.'),
  themePaper: colour('Colour of the surfaces that statements and the map stand on.'),
  themePaperDark: colour('Colour of these surfaces for people who use a dark screen.'),
  themeInk: colour('Colour of text.'),
  themeInkDark: colour('Colour of text for people who use a dark screen.'),
  themeFonts: v.optional(
    v.pipe(
      v.array(fontName),
      v.maxLength(8),
      v.description(
        'Fonts in order of preference, such as Georgia, serif; only those on the device, none is fetched.',
      ),
    ),
    [],
  ),
  themeRadius: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.maxValue(24),
      v.description('Roundness of corners in pixels, 0 to 24.'),
    ),
    8,
  ),
}

export type ThemeSettings = v.InferOutput<v.StrictObjectSchema<typeof themeRows, undefined>>

/** A name of a font as CSS writes it. */
export function writtenFont(name: string): string {
  return GENERIC.test(name) ? name : `'${name}'`
}
