// A list of words that moderators want to be told of, found in a text whatever the case and the accents. A word ends where
// letters end, so that "ass" is not found in "pass"; a star stands for any ending.

/** One pattern for the whole list; null for an empty one. */
export function patternOf(words: readonly string[]): RegExp | null {
  const parts = words.map(foldText).flatMap((word) => {
    const isStem = word.endsWith('*')
    const plain = word.replaceAll('*', '').trim()
    return plain === '' ? [] : [`${escaped(plain)}${isStem ? '\\p{L}*' : ''}`]
  })
  return parts.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

/** A text as it is searched in: small letters, no accents, single spaces. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')
}
