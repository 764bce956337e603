// Examples of documents, made from their schemas: whatever a schema asks for is there, with values that read as they would.

/** A JSON Schema as far as examples need it. */
export interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
}

const DAY_MS = 86_400_000
const MARCH = Date.UTC(2026, 2, 4)
const HASH = '3f1c0a5e9b7d42f8861c7a90e4d35b2f6a8c1e0d97b4f3a25c6e8d10b9f7a342'

/** What stands under a name; numbers that depend on each other fit together. */
const VALUES: Readonly<Record<string, string | number>> = {
  topic: 'What should change on our high street?',
  description: 'The council decides in April.',
  text: 'The high street should be closed to cars on Saturdays.',
  question: 'What should change on our high street?',
  decides: 'The council’s committee for streets.',
  canChange: 'Traffic, trees and benches. The rents of shops cannot be changed.',
  next: 'The report goes to the committee.',
  what: 'The committee decides.',
  contact: 'streets@town.example',
  background: 'See the plan of 2025.',
  message: 'There is no such conversation.',
  en: 'How old are you?',
  cy: 'Faint yw eich oed?',
  letter: 'A',
  code: 'unknown-conversation',
  name: 'statements.csv',
  path: '/r/high-street/v/1/statements.csv',
  page: '/r/high-street/v/1',
  zone: 'Europe/London',
  sha256: HASH,
  logHash: HASH,
  hash: HASH,
  day: '2026-03-04',
  from: '2026-03-04',
  to: '2026-03-10',
  opensOn: '2026-03-04',
  publishedAt: MARCH + DAY_MS,
  publishedAtMs: MARCH + DAY_MS,
  untilMs: MARCH,
  participants: 412,
  voters: 412,
  grouped: 398,
  people: 183,
  votes: 160,
  agrees: 121,
  disagrees: 27,
  inFavour: 121,
  statements: 34,
  sequence: 9120,
  opensAt: 10,
  smallest: 5,
  afterVotes: 3,
  statementLength: 140,
  units: 7,
  draws: 100,
  shuffles: 99,
  k: 3,
  medianVotes: 21,
  shown: 240,
  divisiveness: 0.82,
  consensus: 0.74,
  stays: 0.93,
  share: 0.88,
  together: 0.91,
  recovered: 0.86,
  x: 0.412,
  y: -0.087,
}
/** Names whose value depends on whether it is a text or a number. */
const TEXTS: Readonly<Record<string, string>> = { id: 'high-street', question: 'age', statements: '' }

/** An example of what a schema describes; `name` is what it stands under. */
export function exampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return name === 'code' ? VALUES.code : schema.enum[0]
  if (schema.anyOf !== undefined) return exampleOf(schema.anyOf[0] ?? {}, name)
  if (schema.properties !== undefined) return objectOf(schema.properties)
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((each) => exampleOf(each, 'x'))
  if (schema.items !== undefined) return listOf(schema.items, name, schema.minItems ?? 1)
  if (schema.type === 'boolean') return name === 'isOpen' || name === 'distinct'
  if (schema.type === 'number' || schema.type === 'integer') return numberFor(schema, name)
  if (schema.type === 'string') return String(TEXTS[name] ?? VALUES[name] ?? name)
  return null
}

function objectOf(properties: Readonly<Record<string, JsonSchema>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema, name)]),
  )
}

/** One item, or as few as there must be; ids of options differ. */
function listOf(items: JsonSchema, name: string, least: number): unknown[] {
  return Array.from({ length: Math.max(1, least) }, (_, place) => {
    const item = exampleOf(items, name === 'representative' ? 'statement' : name)
    const isNamed = typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    return isNamed && place > 0 ? { ...item, id: `${String(item.id)}-${place + 1}` } : item
  })
}

function numberFor({ minimum = 0, maximum = Infinity }: JsonSchema, name: string): number {
  const value = VALUES[name]
  return Math.min(maximum, Math.max(minimum, typeof value === 'number' ? value : 1))
}
