// Whether a theme can be read: every pair of colours that the pages put on each other keeps the contrast of WCAG 2.2 AA,
// 4.5 : 1 for text and 3 : 1 for the edges of what can be pressed, in light and in dark.
import type { Language } from '../protocol/values.ts'
import { contrast } from './colours.ts'
import { type ColourName, type Palette, paletteOf, type Scheme } from './palette.ts'
import type { ThemeSettings } from './theme-settings.ts'

type Names = Readonly<Record<Exclude<ColourName, `group-${number}`>, string>>

const names: Readonly<Record<Language, Names>> = {
  en: {
    ground: 'background',
    paper: 'surface',
    ink: 'text',
    'ink-soft': 'softer text',
    line: 'line',
    'line-strong': 'edge of buttons',
    accent: 'accent colour',
    'accent-ink': 'text on the accent colour',
    'accent-wash': 'tinted surface',
    trouble: 'text of warnings',
    'trouble-wash': 'surface of warnings',
    sample: 'text about the sample',
    'sample-wash': 'surface about the sample',
  },
  cy: {
    ground: 'y cefndir',
    paper: 'yr arwyneb',
    ink: 'y testun',
    'ink-soft': 'y testun meddalach',
    line: 'y llinell',
    'line-strong': 'ymyl y botymau',
    accent: 'y lliw acen',
    'accent-ink': 'y testun ar y lliw acen',
    'accent-wash': 'yr arwyneb arlliwiedig',
    trouble: 'testun y rhybuddion',
    'trouble-wash': 'arwyneb y rhybuddion',
    sample: 'y testun am y sampl',
    'sample-wash': 'arwyneb y sampl',
  },
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
export function troublesOfTheme(theme: ThemeSettings, language: Language = 'en'): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    troublesIn(paletteOf(theme, scheme), scheme, language),
  )
}

function troublesIn(palette: Palette, scheme: Scheme, language: Language): string[] {
  return pairs.flatMap(([front, back, needed]) => {
    const measured = contrast(palette[front], palette[back])
    if (measured >= needed) return []
    const shown = (name: ColourName) => `${nameOf(name, language)} (${palette[name]})`
    // Rounded down, so that no ratio below the limit is written as the limit.
    const ratio = Math.floor(measured * 100) / 100
    if (language === 'cy') {
      const theme = scheme === 'light' ? 'olau' : 'dywyll'
      return [
        `Yn y thema ${theme}, cyferbyniad ${shown(front)} ar ${shown(back)} yw ${ratio} : 1, llai na ${needed} : 1.`,
      ]
    }
    return [
      `In the ${scheme} theme the ${shown(front)} on the ${shown(back)} has a contrast of ${ratio} : 1, less than ${needed} : 1.`,
    ]
  })
}

function nameOf(name: ColourName, language: Language): string {
  if (!isGroup(name)) return names[language][name]
  const letter = 'ABCDEF'[Number(name.slice(6)) - 1]!
  return language === 'en' ? `colour of group ${letter}` : `lliw grŵp ${letter}`
}

function isGroup(name: ColourName): name is Extract<ColourName, `group-${number}`> {
  return name.startsWith('group-')
}
