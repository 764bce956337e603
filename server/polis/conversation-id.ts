const LONGEST = 63

/**
 * The id of a conversation made from any name: lower case, everything that may not stand in an address turned into a
 * hyphen. Empty when nothing usable is left.
 */
export function conversationIdOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
}
