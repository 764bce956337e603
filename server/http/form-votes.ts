// Voting without a script: a form is posted, the token comes back in a cookie that scripts cannot read and other sites do not
// send. The same rules, the same log; the mutation of the form makes a second post of it harmless.
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { isOwnOrigin } from '../conversation/origins.ts'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import { pages } from '../protocol/addresses.ts'
import type { Boot } from '../protocol/boot.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { mutationId, participantToken, statementId } from '../protocol/values.ts'

const A_YEAR_S = 365 * 24 * 60 * 60

const form = v.object({
  mutation: mutationId,
  token: participantToken,
  statement: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), statementId),
  vote: v.pipe(
    v.picklist(['-1', '0', '1']),
    v.transform((value) => Number(value) as -1 | 0 | 1),
  ), // picked above
})

/** What the page begins with for whoever asks; null where nobody can be asked without a script. */
export async function firstFor(
  context: Context,
  conversation: LiveConversation,
  token = tokenOf(context, conversation.id) ?? newParticipantToken(),
): Promise<Boot['first']> {
  const voter = await conversation.voter(tokenHash(token))
  const refusal = conversation.mayNotAct(voter)
  if (refusal === 'identity-needed' || refusal === 'code-needed') return null
  const { progress, next } = conversation.standingOf(voter)
  return { token, statement: next, progress }
}

/** A name for the act of voting that a form is for. */
export function newMutation(): string {
  return `form-${randomBytes(16).toString('base64url')}`
}

/** Casts the vote of a posted form: null when it was stored, else why not. Sets the cookie with the first vote. */
export async function castFormVote(
  context: Context,
  conversation: LiveConversation,
  publicUrl: string | null,
): Promise<{ readonly refusal: ErrorCode | null; readonly token?: string }> {
  // A page of another site can post a form, but it cannot say that it is ours.
  const origin = context.req.header('Origin')
  const isOurs =
    origin !== undefined &&
    isOwnOrigin(origin, { host: context.req.header('Host'), isSecure: null }, publicUrl)
  if (!isOurs) return { refusal: 'not-allowed' }
  if (Number(context.req.header('Content-Length') ?? 0) > 8192) return { refusal: 'frame-too-large' }
  const parsed = v.safeParse(form, Object.fromEntries(new URLSearchParams(await context.req.text())))
  if (!parsed.success) return { refusal: 'malformed-frame' }
  const { mutation, statement, vote } = parsed.output
  const token = tokenOf(context, conversation.id) ?? parsed.output.token
  const voter = await conversation.voter(tokenHash(token))
  const answer = await conversation.castVote(voter, { type: 'cast-vote', mutation, statement, vote })
  if (answer.type === 'vote-refused') return { refusal: answer.code, token }
  setCookie(context, cookieOf(conversation.id), token, {
    path: pages.takePart(conversation.id),
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl?.startsWith('https:') ?? false,
    maxAge: A_YEAR_S,
  })
  return { refusal: null, token }
}

function tokenOf(context: Context, conversation: string): string | undefined {
  const value = getCookie(context, cookieOf(conversation))
  return v.is(participantToken, value) ? value : undefined
}

function cookieOf(conversation: string): string {
  return `folkmoot_${conversation}`
}
