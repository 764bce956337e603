// What other programs may read, in one table: the description of the API, its page, and which addresses pages of other origins
// may read are all made from it. Nothing in it changes anything.
import type { GenericSchema } from 'valibot'
import { exportKinds } from '../export/contents.ts'
import { fileNames } from '../export/export-files.ts'
import { conversation, conversationList } from '../protocol/conversation.ts'
import { answerSummary } from '../protocol/entry-questions.ts'
import { components, snapshot } from '../protocol/snapshot.ts'
import { statementList } from '../protocol/statement.ts'
import { staffErrorBody } from '../protocol/staff-errors.ts'
import { reportFacts } from '../report/facts.ts'
import { publishedVersion, versionList } from '../report/version-documents.ts'
import type { en } from './words/en.ts'

type Word = Extract<keyof typeof en, `about${string}` | `parameter${string}`>

/** The documents that are answered, by the names that the description gives them. */
export const schemas = {
  Conversation: conversation,
  ConversationList: conversationList,
  StatementList: statementList,
  Snapshot: snapshot,
  Components: components,
  Report: reportFacts,
  VersionList: versionList,
  PublishedVersion: publishedVersion,
  AnswerSummary: answerSummary,
  Refusal: staffErrorBody,
} satisfies Readonly<Record<string, GenericSchema>>
export type SchemaName = keyof typeof schemas

/** What may stand in an address. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  /** As JSON Schema has it. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly about: Word
}

export interface Endpoint {
  /** With the names of its parameters in braces. */
  readonly path: string
  readonly part: Part
  readonly about: Word
  readonly parameters: readonly Parameter[]
  /** A document by its schema, a file, or a document in the shape that Polis has for it. */
  readonly answer: SchemaName | 'file' | 'polis'
}

/** Parts of the API, in their order. */
export const parts = ['conversations', 'results', 'reports', 'exports', 'polis'] as const
export type Part = (typeof parts)[number]

const text = { type: 'string' }
const whole = { type: 'integer', minimum: 1 }
const id: Parameter = { name: 'id', in: 'path', required: true, schema: text, about: 'parameterId' }
const number: Parameter = {
  name: 'number',
  in: 'path',
  required: true,
  schema: whole,
  about: 'parameterNumber',
}
const version: Parameter = {
  name: 'version',
  in: 'path',
  required: true,
  schema: whole,
  about: 'parameterVersion',
}
const formulaSafe: Parameter = {
  name: 'formula-safe',
  in: 'query',
  schema: { enum: ['1'] },
  about: 'parameterFormulaSafe',
}
/** Taken by every address: the language of messages. */
export const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  schema: { enum: ['en', 'cy'] },
  about: 'parameterLanguage',
}
const fileOf = (names: readonly string[]): Parameter => ({
  name: 'file',
  in: 'path',
  required: true,
  schema: { enum: names },
  about: 'parameterFile',
})
const versionFile: Parameter = {
  name: 'file',
  in: 'path',
  required: true,
  schema: text,
  about: 'parameterVersionFile',
}
const polisId: Parameter = {
  name: 'conversation_id',
  in: 'query',
  schema: text,
  about: 'parameterPolisId',
}
const polisReport: Parameter = { name: 'report_id', in: 'query', schema: text, about: 'parameterPolisReport' }

const of = (
  part: Part,
  path: string,
  about: Word,
  answer: Endpoint['answer'],
  ...parameters: readonly Parameter[]
): Endpoint => ({ part, path, about, answer, parameters })

const base = '/api/conversations/{id}'
const exported = exportKinds.filter((kind) => kind !== 'everything')

/** Every address that programs may read. */
export const endpoints: readonly Endpoint[] = [
  of('conversations', '/api/conversations', 'aboutConversations', 'ConversationList'),
  of('conversations', base, 'aboutConversation', 'Conversation', id),
  of('conversations', `${base}/statements`, 'aboutStatements', 'StatementList', id),
  of('conversations', `${base}/answers/summary`, 'aboutAnswers', 'AnswerSummary', id),
  of('results', `${base}/snapshot`, 'aboutSnapshot', 'Snapshot', id),
  of('results', `${base}/components/{version}`, 'aboutComponents', 'Components', id, version),
  of('reports', `${base}/report`, 'aboutReport', 'Report', id),
  of('reports', `${base}/versions`, 'aboutVersions', 'VersionList', id),
  of('reports', `${base}/versions/{number}`, 'aboutVersion', 'PublishedVersion', id, number),
  of('reports', '/r/{id}/v/{number}/{file}', 'aboutVersionFile', 'file', id, number, versionFile),
  ...exported.flatMap((kind) => {
    const isResults = kind === 'results'
    const names = isResults ? [...fileNames.results, 'results.xlsx'] : fileNames[kind]
    const [all, one] = isResults
      ? (['aboutResultsZip', 'aboutResultsFile'] as const)
      : (['aboutOpenDataZip', 'aboutOpenDataFile'] as const)
    return [
      of('exports', `${base}/exports/${kind}.zip`, all, 'file', id, formulaSafe),
      of('exports', `${base}/exports/${kind}/{file}`, one, 'file', id, fileOf(names), formulaSafe),
    ]
  }),
  of('polis', '/api/v3/conversations', 'aboutPolisConversation', 'polis', polisId),
  of(
    'polis',
    '/api/v3/comments',
    'aboutPolisComments',
    'polis',
    polisId,
    { name: 'moderation', in: 'query', schema: { enum: ['true'] }, about: 'parameterPolisModeration' },
    { name: 'mod_gt', in: 'query', schema: { enum: [-1, 0] }, about: 'parameterPolisAbove' },
  ),
  of('polis', '/api/v3/math/pca2', 'aboutPolisMath', 'polis', polisId),
  of('polis', '/api/v3/votes', 'aboutPolisVotes', 'polis', polisId, {
    name: 'pid',
    in: 'query',
    schema: { type: 'integer', minimum: 0 },
    about: 'parameterPolisPid',
  }),
  of('polis', '/api/v3/participationInit', 'aboutPolisInit', 'polis', polisId),
  of('polis', '/api/v3/reports', 'aboutPolisReports', 'polis', polisReport),
  of(
    'polis',
    '/api/v3/reportExport/{report}/{file}',
    'aboutPolisExport',
    'file',
    {
      name: 'report',
      in: 'path',
      required: true,
      schema: text,
      about: 'parameterPolisReport',
    },
    fileOf(fileNames['open-data'].filter((name) => name.endsWith('.csv'))),
  ),
]
