// What the page to import a conversation and the service say to each other.
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

/** What the files hold. */
export const checkedImport = v.variant('kind', [
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
  }),
  v.strictObject({
    kind: v.literal('refused'),
    /** File, line and what is wrong, in English as in the log of whoever exported it. */
    reason: v.string(),
    /** The votes look as if agree were −1: somebody has to say so. */
    looksInverted: v.boolean(),
    /** Names of the columns of a table that is no export, so that somebody can say what they are. */
    columns: v.nullable(v.array(v.string())),
  }),
])
export type CheckedImport = v.InferOutput<typeof checkedImport>

export const finishedImport = v.strictObject({ id: conversationId })
