// Which language a statement is written in, told from its small words: each language has words that hardly a sentence goes
// without and that the other does not know. A guess for sorting a queue, made here and told to nobody.
import type { Language } from '../protocol/values.ts'

const SMALL_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordsOf(
    'the and of to in is are be it for on with should would we our their they that this have has not more from at by all an ' +
      'who what when where there which can will people must need needs than was were but or as if my your no do does every ' +
      'too much very about into out up down only just make keep get let more less better new free',
  ),
  cy: wordsOf(
    'y yr yn mae nid dylai dylid i o ar ac am at eu ein eich ei fod bod byddai bydd fydd gan gyda heb neu nac na ni chi hi fe ' +
      'hyn hwn hon sydd sy oedd wedi cael gael pob bob mwy llai gwell newydd rhaid angen pobl bobl plant dim ddim hefyd fel ' +
      'pan lle ble beth pwy dros drwy wrth rhag dan rydym rwyf maen dyw oes eisiau well iawn gormod popeth pawb bawb',
  ),
}

/** Words that look alike in both and so say nothing. */
const BOTH = new Set([
  'a',
  'am',
  'at',
  'o',
  'i',
  'no',
  'do',
  'has',
  'plant',
  'fel',
  'dan',
  'pan',
  'well',
  'hi',
])

/** Letters and beginnings that English words do not have. */
const WELSH_SIGN =
  /[ŵŷ]|^(?:dd|ff|ll|rh|ng|mh|nh)|^(?:gw[ry]|cyng|cym|gy[dm])|(?:dd|wn|aeth|iad|iau|oedd|wyr|ydd)$/u

/** The language of a text; null where nothing tells. */
export function guessLanguage(text: string): Language | null {
  const words = text
    .toLowerCase()
    .replace(/[’']/gu, ' ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  let english = 0
  let welsh = 0
  for (const word of words) {
    if (BOTH.has(word)) continue
    if (SMALL_WORDS.en.has(word)) english += 2
    else if (SMALL_WORDS.cy.has(word)) welsh += 2
    else if (WELSH_SIGN.test(word)) welsh += 1
  }
  if (english === welsh) return null
  return english > welsh ? 'en' : 'cy'
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
