// The description of the API for programs (OpenAPI 3.1), made from the very schemas by which answers are checked.
import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { fileNames } from '../export/export-files.ts'
import { conversation, conversationList } from '../protocol/conversation.ts'
import { components, snapshot } from '../protocol/snapshot.ts'
import { statementList } from '../protocol/statement.ts'
import { staffErrorBody } from '../protocol/staff-errors.ts'

const id = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'Name of the conversation, as in its address.',
}
const language = {
  name: 'lang',
  in: 'query',
  schema: { enum: ['en', 'cy'] },
  description: 'Language of messages.',
}

/** The description; `version` is that of the software, `address` that of the service where it is known. */
export function openApi(version: string, address: string | null) {
  const schemaOf = (schema: GenericSchema) => {
    const { $schema: _, ...plain } = toJsonSchema(schema, { errorMode: 'ignore' })
    return plain
  }
  const json = (name: string) => ({
    description: 'Done.',
    headers: {
      ETag: {
        schema: { type: 'string' },
        description: 'Sent back as If-None-Match it is answered with 304.',
      },
    },
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  })
  const refused = {
    description: 'Refused, with a code and a sentence that says what to do.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
  }
  const read = (summary: string, name: string, parameters: readonly unknown[] = []) => ({
    get: { summary, parameters: [...parameters, language], responses: { 200: json(name), default: refused } },
  })
  const file = (summary: string, parameters: readonly unknown[]) => ({
    get: {
      summary,
      parameters: [
        ...parameters,
        {
          name: 'formula-safe',
          in: 'query',
          schema: { enum: ['1'] },
          description: 'An apostrophe before texts that spreadsheets would take for formulas.',
        },
      ],
      responses: {
        200: { description: 'The file.', content: { 'application/octet-stream': {} } },
        default: refused,
      },
    },
  })
  const named = (names: readonly string[]) => ({
    name: 'file',
    in: 'path',
    required: true,
    schema: { enum: names },
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Folkmoot',
      version,
      description:
        'What other programs may read. Votes are agree +1, disagree −1, pass 0; no number is about fewer people than the conversation allows. ' +
        'Results that are not for everybody yet are read with a token of the conversation.',
    },
    ...(address === null ? {} : { servers: [{ url: address }] }),
    security: [{}, { token: [] }],
    paths: {
      '/api/conversations': read('All conversations.', 'ConversationList'),
      '/api/conversations/{id}': read('A conversation and its counts.', 'Conversation', [id]),
      '/api/conversations/{id}/statements': read(
        'The statements that are open for voting.',
        'StatementList',
        [id],
      ),
      '/api/conversations/{id}/snapshot': read(
        'The published map: groups, what they stand for, what all agree on.',
        'Snapshot',
        [id],
      ),
      '/api/conversations/{id}/components/{version}': read(
        'What places a person on a map, and how groups voted.',
        'Components',
        [id, { name: 'version', in: 'path', required: true, schema: { type: 'integer' } }],
      ),
      '/api/conversations/{id}/exports/results.zip': file('Figures as CSV and JSON.', [id]),
      '/api/conversations/{id}/exports/results/{file}': file('One file of the figures.', [
        id,
        named([...fileNames.results, 'results.xlsx']),
      ]),
      '/api/conversations/{id}/exports/open-data.zip': file(
        'Every vote under pseudonyms, where open data was declared.',
        [id],
      ),
      '/api/conversations/{id}/exports/open-data/{file}': file('One file of the open data.', [
        id,
        named(fileNames['open-data']),
      ]),
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Made by an owner for one conversation.' },
      },
      schemas: {
        Conversation: schemaOf(conversation),
        ConversationList: schemaOf(conversationList),
        StatementList: schemaOf(statementList),
        Snapshot: schemaOf(snapshot),
        Components: schemaOf(components),
        Refusal: schemaOf(staffErrorBody),
      },
    },
  }
}
