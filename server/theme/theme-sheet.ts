// A theme as a stylesheet: the variables of client/design/tokens.css that it changes, in light and in dark. It stands
// after that sheet on the page, so a variable that changes in one scheme is written in both.
import { hash } from 'node:crypto'
import { type ColourName, defaultPalettes, paletteOf } from './palette.ts'
import { themeRows, type ThemeSettings, writtenFont } from './theme-settings.ts'

/** A stylesheet and the mark of its content. */
export interface ThemeSheet {
  readonly css: string
  readonly mark: string
}

/** The stylesheet of a theme; null where nothing differs from the pages' own looks. */
export function themeSheet(theme: ThemeSettings): ThemeSheet | null {
  const light = paletteOf(theme, 'light')
  const dark = paletteOf(theme, 'dark')
  const changed = (Object.keys(light) as ColourName[]).filter(
    (name) => light[name] !== defaultPalettes.light[name] || dark[name] !== defaultPalettes.dark[name],
  )
  const lines = changed.map((name) => `--${name}:${light[name]}`)
  const { themeFonts, themeRadius } = theme
  if (themeFonts.length > 0)
    lines.push(`--font:${[...themeFonts.map(writtenFont), 'system-ui', 'sans-serif'].join(',')}`)
  if (themeRadius !== themeRows.themeRadius.default) {
    lines.push(`--radius:${themeRadius / 16}rem`, `--radius-large:${(themeRadius * 1.75) / 16}rem`)
  }
  if (lines.length === 0) return null
  const darkLines = changed.map((name) => `--${name}:${dark[name]}`)
  const inDark =
    darkLines.length === 0 ? '' : `@media (prefers-color-scheme:dark){:root{${darkLines.join(';')}}}`
  const css = `:root{${lines.join(';')}}${inDark}`
  return { css, mark: hash('sha256', css, 'base64url').slice(0, 16) }
}
