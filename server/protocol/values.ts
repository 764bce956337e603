// The words that every message family shares.
import * as v from 'valibot'

/** Public name of a conversation, as it stands in `/c/<id>`. */
export const conversationId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,62}$/))

/** Number of a statement within its conversation, as in exports. */
export const statementId = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Agree +1, pass 0, disagree −1. */
export const vote = v.picklist([-1, 0, 1])
export type Vote = v.InferOutput<typeof vote>

/** Chosen by the client for one act of voting, kept over retries; unique per participant. */
export const mutationId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/))

/** The secret by which a browser is known again: 256 random bits, base64url. Only its hash is stored. */
export const participantToken = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

/** A count, a version or a log sequence number. */
export const naturalNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Names one run of the service: sequences told under different epochs are not to be compared. */
export const epoch = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

/** Letter of an opinion group: A, B, C … */
export const groupLetter = v.pipe(v.string(), v.regex(/^[A-Z]$/))

export const language = v.picklist(['en', 'cy'])
export type Language = v.InferOutput<typeof language>
