// Seed statements that staff type, paste or bring as a table: each row is judged, with the line on which it starts.
import * as v from 'valibot'
import { naturalNumber } from '../values.ts'

/** Bytes and rows that may come at once. */
export const SEEDS_LIMIT = { bytes: 5 * 1024 * 1024, rows: 5_000 } as const

export const seedVerdict = v.picklist(['ok', 'duplicate', 'too-long', 'empty', 'only-links'])
export type SeedVerdict = v.InferOutput<typeof seedVerdict>

export const seedRow = v.strictObject({
  /** Line of the text on which the row starts, from 1. */
  line: naturalNumber,
  /** The statement as it would be stored. */
  text: v.string(),
  verdict: seedVerdict,
  /** For a duplicate: the line with the same statement; null where the conversation has it already. */
  sameAs: v.nullable(naturalNumber),
  /** Characters too many. */
  over: naturalNumber,
})
export type SeedRow = v.InferOutput<typeof seedRow>

/** Body of the answer to `POST …/seeds/preview`, whose own body is the text. */
export const seedPreview = v.strictObject({ rows: v.array(seedRow), limit: naturalNumber })

/** Body of `POST …/seeds`. */
export const wantedSeeds = v.strictObject({
  texts: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(4_000))),
    v.minLength(1),
    v.maxLength(SEEDS_LIMIT.rows),
  ),
})

/** Body of the answer: how many were stored, and how many left out because they are there already or not allowed. */
export const savedSeeds = v.strictObject({ saved: naturalNumber, leftOut: naturalNumber })
