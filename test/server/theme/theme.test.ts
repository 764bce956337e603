import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeSettings, type SettingChanges } from '../../../server/conversation/change-settings.ts'
import { packageRoot } from '../../../server/package-root.ts'
import { contrast, mix } from '../../../server/theme/colours.ts'
import { defaultPalettes } from '../../../server/theme/palette.ts'
import { themeSheet } from '../../../server/theme/theme-sheet.ts'

function themed(changes: SettingChanges) {
  const changed = changeSettings({}, changes)
  return 'problems' in changed ? changed : { sheet: themeSheet(changed.settings) }
}

test('contrast is that of WCAG: 21 for black on white, 1 for the same, known values between', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  expect(contrast('#12505b', '#12505b')).toBe(1)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  expect(mix('#000000', '#ff8000', 0.5)).toBe('#804000')
})

test('the palettes are those of the pages’ own stylesheet', () => {
  const css = readFileSync(join(packageRoot, 'client/design/tokens.css'), 'utf8')
  const [light, dark] = css.split('@media (prefers-color-scheme: dark)') as [string, string]
  for (const [scheme, text] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    const found = [...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [
      name,
      colour,
    ])
    expect(Object.fromEntries(found)).toEqual(defaultPalettes[scheme])
  }
})

test('without a theme there is no stylesheet, and the pages’ own colours pass the check', () => {
  expect(themed({})).toEqual({ sheet: null })
})

test('an accent brings its text and its tint, in light and in dark', () => {
  expect(themed({ themeAccent: '#7A1F5C', themeAccentDark: '#f0a6d4' })).toEqual({
    sheet: {
      css:
        ':root{--accent:#7a1f5c;--accent-ink:#ffffff;--accent-wash:#f2e9ef}' +
        '@media (prefers-color-scheme:dark){:root{--accent:#f0a6d4;--accent-ink:#10181c;--accent-wash:#433a45}}',
      mark: expect.stringMatching(/^[\w-]{16}$/),
    },
  })
})

test('a colour that is changed for one scheme leaves the other as it was', () => {
  const { sheet } = themed({ themeAccent: '#7a1f5c' }) as { sheet: { css: string } }
  expect(sheet.css).toContain('@media (prefers-color-scheme:dark){:root{--accent:#84cbd6;')
})

test('fonts and corners are variables too, and nothing can break out of them', () => {
  const { sheet } = themed({ themeFonts: ['Gill Sans', 'serif'], themeRadius: 0 }) as {
    sheet: { css: string }
  }
  expect(sheet.css).toBe(
    ":root{--font:'Gill Sans',serif,system-ui,sans-serif;--radius:0rem;--radius-large:0rem}",
  )
  for (const name of ["x'}body{display:none", 'url(https://evil.example)', 'a;b', '']) {
    expect(themed({ themeFonts: [name] })).toHaveProperty('problems')
  }
  for (const colour of ['red', '#12505', '#12505b;', 'rgb(0 0 0)']) {
    expect(themed({ themeAccent: colour })).toHaveProperty('problems')
  }
})

test('a theme under AA is refused, with the pair and its ratio', () => {
  expect(themed({ themeAccent: '#f2c14e' })).toEqual({
    problems: expect.arrayContaining([
      {
        setting: 'themeAccent',
        words: {
          en: 'In the light theme the accent colour (#f2c14e) on the surface (#ffffff) has a contrast of 1.67 : 1, less than 4.5 : 1.',
          cy: 'Yn y thema olau, cyferbyniad y lliw acen (#f2c14e) ar yr arwyneb (#ffffff) yw 1.67 : 1, llai na 4.5 : 1.',
        },
      },
    ]),
  })
  expect(themed({ themePaperDark: '#6a6a6a' })).toEqual({
    problems: expect.arrayContaining([
      expect.objectContaining({
        words: expect.objectContaining({
          en: expect.stringMatching(
            /^In the dark theme the colour of group A \(#6db6f2\) on the surface \(#6a6a6a\) has a contrast of \d/,
          ),
        }),
      }),
    ]),
  })
})

test('a whole theme of a site in both schemes is accepted', () => {
  expect(
    themed({
      themeAccent: '#0b5394',
      themeAccentDark: '#9fc5e8',
      themeGround: '#eef3f8',
      themeGroundDark: '#0d1117',
      themePaper: '#ffffff',
      themePaperDark: '#161b22',
      themeInk: '#1c1c28',
      themeInkDark: '#f0f3f6',
      themeRadius: 2,
    }),
  ).toMatchObject({ sheet: { css: expect.stringContaining('--ink-soft:') } })
})
