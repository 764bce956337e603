// Which statements say nearly what a new one says: the Dice coefficient of their sets of letter trigrams, taken word by
// word so that the order of words does not matter, with common words left out. 1 for the same words, 0 for none alike.

/** Words that say nothing of the subject, in English and Welsh. */
const COMMON = new Set(
  (
    'a an and are as at be but by for from has have in is it its of on or our so that the their there they this to was we ' +
    'were will with would should you your not no more ' +
    'y yr ar am at i o a ac ond yn mae nid na ni fod bod bydd dylai dylid ein eu ei hyn hwn hon hefyd neu gan gyda mwy'
  ).split(' '),
)

/** Least likeness at which a statement is worth offering. */
export const LEAST_LIKENESS = 0.34

/** Trigrams of the words of a text that matter, each word padded so that its ends count. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !COMMON.has(word))
  const trigrams = new Set<string>()
  for (const word of telling.length > 0 ? telling : words) {
    const padded = ` ${word} `
    for (let start = 0; start + 3 <= padded.length; start++) trigrams.add(padded.slice(start, start + 3))
  }
  return trigrams
}

/** Dice coefficient of two sets, 0 to 1; 0 when either is empty. */
export function likeness(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size === 0 || second.size === 0) return 0
  const [small, large] = first.size < second.size ? [first, second] : [second, first]
  let shared = 0
  for (const trigram of small) if (large.has(trigram)) shared++
  return (2 * shared) / (first.size + second.size)
}
