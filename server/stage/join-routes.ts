// The page on which the letters of the screen are typed. It is a plain form that works without a script, and leads on to the
// conversation.
import type { Context, Hono } from 'hono'
import type { ApiContext } from '../http/speaker.ts'
import { pages } from '../protocol/addresses.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import { readCode } from './join-codes.ts'

export interface JoinPage extends Pick<ApiContext, 'store' | 'limits' | 'arrivals'> {
  /** Shows the page, with why the letters that were typed lead nowhere. */
  show(context: Context, refusal: AnyErrorCode | null): Response | Promise<Response>
}

export function addJoin(app: Hono, { store, limits, arrivals, show }: JoinPage): void {
  app.get(pages.join(), async (context) => {
    const typed = readCode(context.req.query('code') ?? '')
    if (typed === '') return show(context, null)
    const { address } = limits.arrivalOf(context)
    if (!limits.letters.allows(address, performance.now())) return show(context, 'too-many-tries')
    const conversation = await store.stage.conversationOfCode(typed)
    if (conversation === null) {
      limits.letters.take(address, performance.now())
      return show(context, 'unknown-join-code')
    }
    const language = context.req.query('lang')
    context.header('Cache-Control', 'no-store')
    const came = await arrivals.ofJoining(conversation, Date.now())
    const query = new URLSearchParams({
      ...(language !== undefined && { lang: language }),
      ...(came && { came }),
    })
    return context.redirect(`${pages.takePart(conversation)}${query.size > 0 ? `?${query}` : ''}`)
  })
}
