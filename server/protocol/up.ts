// What a client may say over the socket. Every object is strict: an unknown field is a malformed frame.
import * as v from 'valibot'
import { arrivalMark } from './channel.ts'
import {
  conversationId,
  epoch,
  mutationId,
  naturalNumber,
  participantToken,
  statementId,
  vote,
} from './values.ts'

/** First message on every socket; nothing else is heard before it. */
const hello = v.strictObject({
  type: v.literal('hello'),
  protocol: naturalNumber,
  conversation: conversationId,
  /** Watchers (the projector) receive counts and snapshots and may not vote. */
  role: v.picklist(['participant', 'watcher']),
  /** Absent on a first visit; the server then offers a fresh one in `welcome`. */
  token: v.optional(participantToken),
  /**
   * Who takes part, as the site says that embeds the page: a token that it has signed, or a bare name. It comes before
   * `token`; the server answers with a token for this person.
   */
  identity: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(3000))),
  /** The mark in the boot record, where there is one. */
  arrival: v.optional(arrivalMark),
  /** Version of the newest snapshot that the client holds, so that it is not sent again. */
  snapshotVersion: v.optional(naturalNumber),
  /**
   * From the last `welcome` or `vote-accepted`: the own votes that the client holds are those up to here. Where nothing
   * has been voted since, they are not sent again.
   */
  resume: v.optional(v.strictObject({ epoch, sequence: naturalNumber })),
})
export type Hello = v.InferOutput<typeof hello>

const castVote = v.strictObject({
  type: v.literal('cast-vote'),
  mutation: mutationId,
  statement: statementId,
  /** Null withdraws the vote: it no longer counts anywhere. */
  vote: v.nullable(vote),
})
export type CastVote = v.InferOutput<typeof castVote>

/** "I have drawn the last snapshot, send the next one": one snapshot in flight for each socket. */
const grantCredit = v.strictObject({ type: v.literal('grant-credit') })

const ping = v.strictObject({ type: v.literal('ping') })

export const up = v.variant('type', [hello, castVote, grantCredit, ping])
export type Up = v.InferOutput<typeof up>
