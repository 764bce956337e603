// All colours of a page in light and in dark: those of client/design/tokens.css (a test holds the two together), changed
// by what a theme sets and by what follows from that.
import { contrast, mix } from './colours.ts'
import type { ThemeSettings } from './theme-settings.ts'

export type Scheme = 'light' | 'dark'

const light = {
  ground: '#f6f4ef',
  paper: '#ffffff',
  ink: '#1a2024',
  'ink-soft': '#505a61',
  line: '#d8d4ca',
  'line-strong': '#7d8387',
  accent: '#12505b',
  'accent-ink': '#ffffff',
  'accent-wash': '#e3eff0',
  trouble: '#8c2f12',
  'trouble-wash': '#fbece6',
  sample: '#5c4400',
  'sample-wash': '#fdf0c8',
  'group-1': '#0067a5',
  'group-2': '#b04400',
  'group-3': '#00735a',
  'group-4': '#9b3d78',
  'group-5': '#7d5c00',
  'group-6': '#4a5763',
}

export type ColourName = keyof typeof light
export type Palette = Readonly<Record<ColourName, string>>

const dark: Palette = {
  ground: '#14181b',
  paper: '#1d2226',
  ink: '#eceae4',
  'ink-soft': '#b4babd',
  line: '#373e43',
  'line-strong': '#8b9499',
  accent: '#84cbd6',
  'accent-ink': '#0c2b31',
  'accent-wash': '#1f353a',
  trouble: '#ffb59c',
  'trouble-wash': '#3a241c',
  sample: '#ffdf85',
  'sample-wash': '#3b3216',
  'group-1': '#6db6f2',
  'group-2': '#ff9c63',
  'group-3': '#4fcda6',
  'group-4': '#eda0cf',
  'group-5': '#e6bd4f',
  'group-6': '#b3bfc9',
}

/** The colours of pages without a theme. */
export const defaultPalettes: Readonly<Record<Scheme, Palette>> = { light, dark }

/** The colours of a theme in one scheme. */
export function paletteOf(theme: ThemeSettings, scheme: Scheme): Palette {
  const own =
    scheme === 'light'
      ? { ground: theme.themeGround, paper: theme.themePaper, ink: theme.themeInk, accent: theme.themeAccent }
      : {
          ground: theme.themeGroundDark,
          paper: theme.themePaperDark,
          ink: theme.themeInkDark,
          accent: theme.themeAccentDark,
        }
  const set = Object.fromEntries(Object.entries(own).filter(([, colour]) => colour !== ''))
  const palette: Record<ColourName, string> = { ...defaultPalettes[scheme], ...set }
  const { paper, ink, accent } = palette
  if ('paper' in set || 'ink' in set) {
    palette['ink-soft'] = mix(ink, paper, 0.28)
    palette.line = mix(paper, ink, 0.18)
    palette['line-strong'] = mix(paper, ink, 0.55)
  }
  if ('accent' in set) palette['accent-ink'] = readableOn(accent)
  if ('accent' in set || 'paper' in set)
    palette['accent-wash'] = mix(paper, accent, scheme === 'light' ? 0.1 : 0.18)
  return palette
}

/** White or nearly black, whichever can be read better; one of them always has 4.5 : 1. */
function readableOn(colour: string): string {
  return contrast(colour, '#ffffff') >= contrast(colour, '#10181c') ? '#ffffff' : '#10181c'
}
