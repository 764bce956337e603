// The description of the API for programs (OpenAPI 3.1), made from the table of addresses and from the very schemas by which
// answers are checked.
import { toJsonSchema } from '@valibot/to-json-schema'
import { tokenScope } from '../protocol/connections.ts'
import type { Language } from '../protocol/values.ts'
import { sayIn } from '../protocol/words/say.ts'
import {
  type Endpoint,
  endpoints,
  languageParameter,
  type Parameter,
  type SchemaName,
  schemas,
} from './endpoints.ts'
import { exampleOf, type JsonSchema } from './example-of.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export interface OpenApiOptions {
  /** That of the software. */
  readonly version: string
  /** Address of the service where it is known. */
  readonly address: string | null
  readonly language: Language
}

/** The description in a language. */
export function openApi({ version, address, language }: OpenApiOptions) {
  const say = sayIn({ en, cy }, language)
  const refused = { description: say('refused'), content: jsonOf('Refusal') }
  const answerOf = (answer: Endpoint['answer']) => {
    if (answer === 'file') {
      return { description: say('answeredFile'), content: { 'application/octet-stream': {} } }
    }
    if (answer === 'polis') {
      return { description: say('answeredPolis'), content: { 'application/json': {} } }
    }
    return {
      description: say('answered'),
      headers: { ETag: { schema: { type: 'string' }, description: say('tag') } },
      content: jsonOf(answer),
    }
  }
  const asParameter = ({ about, ...rest }: Parameter) => ({ ...rest, description: say(about) })
  const operation = ({ path, part, about, parameters, answer }: Endpoint) => ({
    operationId: operationOf(path),
    tags: [part],
    summary: say(about),
    parameters: [...parameters, languageParameter].map(asParameter),
    responses: { 200: answerOf(answer), default: refused },
  })
  return {
    openapi: '3.1.0',
    info: { title: 'Folkmoot', version, description: say('description') },
    ...(address === null ? {} : { servers: [{ url: address }] }),
    security: [{}, { token: [...tokenScope.options] }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: say('tokenAbout') } },
      schemas: described,
    },
  }
}
export type OpenApi = ReturnType<typeof openApi>

/** The schemas as JSON Schema of the edition that OpenAPI 3.1 refers to, each with an example. */
const described: Readonly<Record<string, JsonSchema & { readonly examples: readonly unknown[] }>> =
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _, ...plain } = toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' })
      const known = plain as JsonSchema // what the library calls one knows more words
      return [name, { ...known, examples: [exampleOf(known)] }]
    }),
  )

function jsonOf(name: SchemaName) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
}

/** A name for programs that are generated, such as `getConversationsIdReport`. */
function operationOf(path: string): string {
  const words = path.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '' && word !== 'api')
  return `get${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`
}
