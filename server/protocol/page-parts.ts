// Parts of the page to take part that a host may leave out, by the address of its frame.

/** By part, the query parameter that says so (as Polis names them). */
const parameters = {
  vote: 'ucv',
  write: 'ucw',
  help: 'ucsh',
  topic: 'ucst',
  description: 'ucsd',
  map: 'ucsv',
  footer: 'ucsf',
} as const
export type PagePart = keyof typeof parameters

/** The parts that an address with this query leaves out. */
export function partsWithout(query: URLSearchParams): Set<PagePart> {
  const parts = Object.keys(parameters) as PagePart[] // Object.keys forgets the keys' type
  return new Set(parts.filter((part) => /^(false|0)$/i.test(query.get(parameters[part]) ?? '')))
}
