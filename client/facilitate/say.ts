import { cy as settingsWelsh } from '../../server/protocol/setting-words/cy.ts'
import { en as settingsEnglish } from '../../server/protocol/setting-words/en.ts'
import { sayIn } from '../../server/protocol/words/say.ts'
import { language } from '../page/boot.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

/** The words of the pages for facilitators. */
export const say = sayIn({ en, cy }, language)

/** What settings are called, and a sentence on each: `opensAt.label`, `opensAt.help`. */
export const saySetting = sayIn({ en: settingsEnglish, cy: settingsWelsh }, language)
