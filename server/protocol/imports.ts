// What the page to import a conversation and the service say to each other. Checking and storing take their time: they are begun by
// a request of their own, and how far they have come is asked for, so that a page that was closed finds the import again.
import * as v from 'valibot'
import { conversationId, naturalNumber } from './values.ts'

export const importApi = {
  imports: () => '/api/staff/imports',
  import: (name: string) => `/api/staff/imports/${name}`,
  file: (name: string, file: string) => `/api/staff/imports/${name}/files/${encodeURIComponent(file)}`,
  check: (name: string) => `/api/staff/imports/${name}/check`,
  finish: (name: string) => `/api/staff/imports/${name}/finish`,
}

/** Address of the page. */
export const importPage = '/facilitate/import'

/** How the files are to be read. */
export const importWish = v.strictObject({
  /** Name in addresses; made from the export where it is null. */
  id: v.nullable(conversationId),
  /** Agree is −1 in these files. */
  invert: v.boolean(),
  /** Texts may be read although their quotes are broken. */
  mendQuotes: v.optional(v.boolean(), false),
  /** What files are that are not UTF-8. */
  encoding: v.optional(v.nullable(v.picklist(['windows-1252'])), null),
  /** For any table of votes: which column is what. Null for an export. */
  columns: v.nullable(
    v.strictObject({
      participant: v.string(),
      statement: v.string(),
      vote: v.string(),
      time: v.optional(v.string()),
    }),
  ),
})
export type ImportWish = v.InferOutput<typeof importWish>

export const begunImport = v.strictObject({ name: v.string() })
export const keptFile = v.strictObject({ bytes: naturalNumber })

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** A text that was read by the columns around it, because its quotes are broken. */
export const mendedText = v.strictObject({
  file: v.string(),
  line: naturalNumber,
  before: v.string(),
  after: v.string(),
})
export type MendedText = v.InferOutput<typeof mendedText>

/** How far an import has come. */
export const importStage = v.variant('kind', [
  /** Files come in; nothing was begun with them. */
  v.strictObject({ kind: v.literal('receiving') }),
  v.strictObject({
    kind: v.literal('reading'),
    step: v.picklist(['unpacking', 'reading', 'comparing']),
    /** Null where nobody can tell. */
    share: v.nullable(share),
  }),
  v.strictObject({
    kind: v.literal('refused'),
    /** File, line, what is wrong and what to do about it, in the language of whoever asks. */
    reason: v.string(),
    /** What somebody may answer so that the files can be read after all. */
    question: v.nullable(v.picklist(['invert', 'mend-quotes', 'windows-1252'])),
    /** What would be mended; the first of them, where there are many. */
    mended: v.array(mendedText),
    mendedInAll: naturalNumber,
    /** Names of the columns of a table that is no export, so that somebody can say what they are. */
    columns: v.nullable(v.array(v.string())),
  }),
  v.strictObject({
    kind: v.literal('ready'),
    id: conversationId,
    topic: v.string(),
    participants: naturalNumber,
    statements: naturalNumber,
    votes: naturalNumber,
    /** A conversation of this name is there already. */
    isTaken: v.boolean(),
    /** Where the files contradict each other, in sentences; the votes are taken as the truth. */
    contradictions: v.array(v.string()),
    /** Addresses that it had before, which lead to another conversation already and stay as they are. */
    addressesTaken: v.array(v.string()),
    mended: v.array(mendedText),
    mendedInAll: naturalNumber,
  }),
  v.strictObject({ kind: v.literal('storing'), id: conversationId, share }),
  v.strictObject({ kind: v.literal('stored'), id: conversationId }),
  /** Nothing was stored: the name was taken meanwhile, or something broke. */
  v.strictObject({ kind: v.literal('failed'), isTaken: v.boolean() }),
])
export type ImportStage = v.InferOutput<typeof importStage>

/** An import that somebody has begun. */
export const importState = v.strictObject({
  name: v.string(),
  files: v.array(v.strictObject({ name: v.string(), bytes: naturalNumber })),
  /** How they were read last. */
  wish: v.nullable(importWish),
  stage: importStage,
})
export type ImportState = v.InferOutput<typeof importState>

/** The imports of an account that are not yet forgotten, the newest last. */
export const importStates = v.strictObject({ imports: v.array(importState) })
