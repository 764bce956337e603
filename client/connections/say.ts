import { sayIn } from '../../server/protocol/words/say.ts'
import { language } from '../page/boot.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

/** The words of the page for connections. */
export const say = sayIn({ en, cy }, language)
