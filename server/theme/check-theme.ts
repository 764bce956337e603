// Whether a theme can be read: every pair of colours that the pages put on each other keeps the contrast of WCAG 2.2 AA,
// 4.5 : 1 for text and 3 : 1 for the edges of what can be pressed, in light and in dark.
import { contrast } from './colours.ts'
import { type ColourName, type Palette, paletteOf, type Scheme } from './palette.ts'
import type { ThemeSettings } from './theme-settings.ts'

const names: Readonly<Partial<Record<ColourName, string>>> = {
  ground: 'background',
  paper: 'surface',
  ink: 'text',
  'ink-soft': 'softer text',
  'line-strong': 'edge of buttons',
  'accent-ink': 'text on the accent colour',
  'accent-wash': 'tinted surface',
  trouble: 'text of warnings',
  sample: 'text about the sample',
}

/** What stands on what, and the contrast that it needs. */
const pairs: readonly (readonly [ColourName, ColourName, number])[] = [
  ['ink', 'paper', 4.5],
  ['ink', 'ground', 4.5],
  ['ink', 'accent-wash', 4.5],
  ['ink-soft', 'paper', 4.5],
  ['ink-soft', 'ground', 4.5],
  ['ink-soft', 'accent-wash', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'ground', 4.5],
  ['accent', 'accent-wash', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['line-strong', 'paper', 3],
  ['trouble', 'paper', 4.5],
  ['sample', 'ground', 4.5],
  ...([1, 2, 3, 4, 5, 6] as const).flatMap(
    (number) =>
      [[`group-${number}`, 'paper', 4.5] as const, [`group-${number}`, 'ground', 4.5] as const] as const,
  ),
]

/** One sentence for each pair that cannot be read well enough; empty for a good theme. */
export function troublesOfTheme(theme: ThemeSettings): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) => troublesIn(paletteOf(theme, scheme), scheme))
}

function troublesIn(palette: Palette, scheme: Scheme): string[] {
  return pairs.flatMap(([front, back, needed]) => {
    const ratio = contrast(palette[front], palette[back])
    if (ratio >= needed) return []
    const shown = (name: ColourName) => `the ${names[name] ?? nameOf(name)} (${palette[name]})`
    const place = `In the ${scheme} theme ${shown(front)} on ${shown(back)}`
    // Rounded down, so that no ratio below the limit is written as the limit.
    return [`${place} has a contrast of ${Math.floor(ratio * 100) / 100} : 1, less than ${needed} : 1`]
  })
}

function nameOf(name: ColourName): string {
  return name.startsWith('group-')
    ? `colour of group ${'ABCDEF'[Number(name.slice(6)) - 1]}`
    : `${name} colour`
}
