// The participant's token in a cookie, so that a page knows who asks before its script has run, and without any. Scripts cannot
// read it, and it is set with what somebody does, never before. Where the conversation may stand in a frame, the cookie is
// parted by the site around it (Partitioned), so that no site can follow anybody to another.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import * as v from 'valibot'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { participantToken } from '../protocol/values.ts'

const A_YEAR_S = 365 * 24 * 60 * 60
/** Cookies of other conversations that may stay: together they have to fit into the head of a request. */
const OTHERS_LIMIT = 40

/** The token that came with the request, if there is one. */
export function tokenOf(
  context: Context,
  conversation: LiveConversation,
  isSecure: boolean,
): string | undefined {
  const value = getCookie(context)[nameOf(conversation.id, isSecure)]
  return v.is(participantToken, value) ? value : undefined
}

/** Has the browser keep the token. `isSecure` tells whether it came by https. */
export function keepToken(
  context: Context,
  conversation: LiveConversation,
  token: string,
  isSecure: boolean,
): void {
  const name = nameOf(conversation.id, isSecure)
  setCookie(context, name, token, { ...optionsFor(conversation, isSecure), maxAge: A_YEAR_S })
  const others = Object.keys(getCookie(context)).filter((each) => OURS.test(each) && each !== name)
  // Browsers send the oldest first.
  for (const each of others.slice(0, Math.max(0, others.length - OTHERS_LIMIT))) {
    deleteCookie(context, each, { path: '/', secure: isSecure })
  }
}

/** Has the browser forget the token. */
export function forgetToken(context: Context, conversation: LiveConversation, isSecure: boolean): void {
  deleteCookie(context, nameOf(conversation.id, isSecure), optionsFor(conversation, isSecure))
}

const OURS = /^(?:__Host-)?folkmoot_/

/** `__Host-` keeps cookies of neighbouring hosts out; browsers take such a name by https only. */
function nameOf(conversation: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}folkmoot_${conversation}`
}

function optionsFor({ settings }: LiveConversation, isSecure: boolean): CookieOptions {
  const common = { path: '/', httpOnly: true, secure: isSecure } as const
  return isSecure && settings.origins.length > 0
    ? { ...common, sameSite: 'None', partitioned: true }
    : { ...common, sameSite: 'Lax' }
}
