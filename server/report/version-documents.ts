// Published versions as documents for programs.
import * as v from 'valibot'
import { naturalNumber } from '../protocol/values.ts'
import { reportFacts } from './facts.ts'

const reportVersion = v.strictObject({
  /** 1, 2, 3 … within the conversation. */
  number: v.pipe(naturalNumber, v.minValue(1)),
  publishedAtMs: naturalNumber,
  /** The figures cover the vote log up to here … */
  sequence: naturalNumber,
  /** … where its running hash is this. */
  logHash: v.string(),
  /** Path of its page; everybody may cite it. */
  page: v.string(),
  /** People who withdrew after it was published; its figures stay as they were. */
  withdrewLater: naturalNumber,
})

/** Body of `GET /api/conversations/:id/versions`, the first one first. */
export const versionList = v.strictObject({ versions: v.array(reportVersion) })
export type VersionList = v.InferOutput<typeof versionList>

const versionFile = v.strictObject({
  name: v.string(),
  /** Path of the file. */
  path: v.string(),
  /** SHA-256 of its bytes, hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/** Body of `GET /api/conversations/:id/versions/:number`. */
export const publishedVersion = v.strictObject({
  ...reportVersion.entries,
  files: v.array(versionFile),
  /** The figures, as they were published. */
  report: reportFacts,
})
export type PublishedVersion = v.InferOutput<typeof publishedVersion>
