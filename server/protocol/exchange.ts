// The socket's messages over plain HTTP, for networks that block WebSockets: the page posts what it has to say, and the
// answer waits until the service has something to say, for twenty seconds at most, or a moment where the request itself said
// something. Then the page posts again.
import * as v from 'valibot'
import { down } from './down.ts'
import { naturalNumber } from './values.ts'

/** Most messages in one request. */
export const MESSAGES_PER_EXCHANGE = 32

/** Secret name of an exchange that was begun: 256 random bits, base64url. */
const exchangeId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

/** Body of `POST /api/exchange`. */
export const exchangeRequest = v.strictObject({
  /** Absent in the first request; `hello` is then the first of the messages. */
  exchange: v.optional(exchangeId),
  /** How many messages of this exchange have been received; those after it are sent again. */
  received: naturalNumber,
  /** Messages as they would go over a socket, each decoded like a frame there. */
  messages: v.pipe(v.array(v.unknown()), v.maxLength(MESSAGES_PER_EXCHANGE)),
})
export type ExchangeRequest = v.InferOutput<typeof exchangeRequest>

/** Answer to it. */
export const exchangeAnswer = v.strictObject({
  exchange: exchangeId,
  /** Number of the first message, counted from 0 since the exchange began. */
  from: naturalNumber,
  messages: v.array(down),
  /** Set when the exchange is over, to what would be the socket's close code; 1006 for one that is not known (any more). */
  closeCode: v.nullable(naturalNumber),
})
export type ExchangeAnswer = v.InferOutput<typeof exchangeAnswer>
