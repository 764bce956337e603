// Who asks over HTTP, and what they send: the token stands in the header `Authorization: Bearer …`, never in an address, and a
// foreign page cannot send that header, so nothing here can be forged by one.
import type { Context } from 'hono'
import * as v from 'valibot'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Voter } from '../conversation/voter.ts'
import { tokenHash } from '../conversation/participant-token.ts'
import { bytesUpTo } from '../facilitate/request-body.ts'
import type { ArrivalMarks } from '../participation/arrival-marks.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { participantToken } from '../protocol/values.ts'
import type { Store } from '../store/store.ts'
import type { Limits } from './limits.ts'

/** What the rooms of the API share. */
export interface ApiContext {
  readonly conversations: Conversations
  readonly store: Store
  readonly arrivals: ArrivalMarks
  readonly limits: Limits
  /** Answers with the code, its status and its words. */
  refuse(context: Context, code: ErrorCode): Response | Promise<Response>
}

const BODY_LIMIT = 32 * 1024

export interface Speaker {
  readonly conversation: LiveConversation
  readonly voter: Voter
  readonly token: string
}

/** The participant who asks, in the conversation of the address; or why there is none. */
export async function speakerOf(
  context: Context,
  conversations: Conversations,
): Promise<Speaker | ErrorCode> {
  const conversation = await conversations.open(context.req.param('id') ?? '')
  if (conversation === null) return 'unknown-conversation'
  const [scheme, token] = (context.req.header('Authorization') ?? '').split(' ')
  if (scheme !== 'Bearer' || !v.is(participantToken, token)) return 'not-signed-in'
  return { conversation, voter: await conversation.voter(tokenHash(token)), token }
}

/** The JSON body where it matches the schema; else the code of the refusal. */
export async function bodyOf<Output>(
  context: Context,
  schema: v.GenericSchema<unknown, Output>,
): Promise<{ readonly body: Output } | ErrorCode> {
  const bytes = await bytesUpTo(context, BODY_LIMIT)
  if (bytes === null) return 'frame-too-large'
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return 'malformed-frame'
  }
  const parsed = v.safeParse(schema, value)
  return parsed.success ? { body: parsed.output } : 'malformed-frame'
}
