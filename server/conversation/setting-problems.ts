// What is wrong with a setting, in words that say what it has to be.
import type { Language } from '../protocol/values.ts'
import { sayIn } from '../protocol/words/say.ts'
import { cy } from './setting-rules/cy.ts'
import { en } from './setting-rules/en.ts'
import type { SettingName } from './settings.ts'

export interface SettingProblem {
  readonly setting: SettingName
  /** A sentence or more for the person who set it. */
  readonly words: Readonly<Record<Language, string>>
}

type Rule = Exclude<keyof typeof en, 'number'>

const rules: Readonly<Partial<Record<SettingName, Rule>>> = {
  pinned: 'statements',
  identitySecret: 'secret',
  identityPublicKey: 'publicKey',
  identityAllowList: 'names',
  votingFrom: 'time',
  votingUntil: 'time',
  timeZone: 'zone',
  keepUntil: 'day',
  languages: 'languages',
  origins: 'origins',
  site: 'siteName',
  page: 'text',
  themeAccent: 'colour',
  themeAccentDark: 'colour',
  themeGround: 'colour',
  themeGroundDark: 'colour',
  themePaper: 'colour',
  themePaperDark: 'colour',
  themeInk: 'colour',
  themeInkDark: 'colour',
  themeFonts: 'fonts',
}

const numbers: Readonly<Partial<Record<SettingName, readonly [least: number, most: number]>>> = {
  opensAt: [7, 1000],
  smallestGroup: [5, 50],
  statementLength: [60, 400],
  resultsAfterVotes: [1, 100],
  pagesLimit: [1, 10_000],
  themeRadius: [0, 24],
}

/** The rule that a setting breaks. */
export function ruleOf(setting: SettingName, rule: Rule = rules[setting] ?? 'choice'): SettingProblem {
  const bounds = numbers[setting]
  const said = (language: Language) => {
    const say = sayIn({ en, cy }, language)
    return bounds === undefined ? say(rule) : say('number', { least: bounds[0], most: bounds[1] })
  }
  return { setting, words: { en: said('en'), cy: said('cy') } }
}
