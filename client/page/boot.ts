// What the server wrote into the page, and the words in the page's language.
import * as v from 'valibot'
import { boot as bootSchema, type Boot } from '../../server/protocol/boot.ts'
import { wordsIn } from '../words/words.ts'

function readBoot(): Boot {
  const element = document.getElementById('boot')
  return v.parse(bootSchema, JSON.parse(element?.textContent ?? 'null'))
}

/** The page's boot record. Throws when the server has not written one. */
export const boot = readBoot()

export const { language, say, sayNumber, sayShare, sayTime, sayDate, sayError } = wordsIn(boot.language)
