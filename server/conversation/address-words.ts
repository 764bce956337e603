/** Most characters of words that stand in an address. */
const MOST = 40

/** A text as the readable part of an address: its words joined by hyphens, as many whole ones as there is room for. */
export function addressWords(text: string): string {
  const words = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= MOST) return words
  const end = words.lastIndexOf('-', MOST)
  return words.slice(0, end > 0 ? end : MOST)
}
