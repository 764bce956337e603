// `/c/<id>`: the page to take part, and what its forms post to it. A form is answered by the next page itself until the browser has
// brought the cookie back: in a frame whose cookies are blocked, and wherever else none are kept, the token goes on in the form.
// Once the cookie is known to work, a vote is answered by the way back to the page, so that reloading repeats nothing.
import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { isOwnOrigin } from '../conversation/origins.ts'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import { whyResultsHidden } from '../conversation/results-visibility.ts'
import { bytesUpTo } from '../facilitate/request-body.ts'
import { languageOf } from '../http/language.ts'
import type { Html } from '../http/html.ts'
import type { ApiContext } from '../http/speaker.ts'
import { pages } from '../protocol/addresses.ts'
import type { Boot } from '../protocol/boot.ts'
import { type ErrorCode, errors } from '../protocol/errors.ts'
import { StorageUnavailable } from '../store/store.ts'
import { type ActContext, carryOut, type Outcome } from './acts.ts'
import { forgetToken, keepToken, tokenOf } from './cookie.ts'
import type { FormState, FormTrouble } from './form-state.ts'
import { pageHtml } from './page.ts'
import { sayOf } from './page-facts.ts'
import { arrivalOf } from './arrival.ts'
import { addressParts, marksOf } from './page-address.ts'
import { keepUntold, provenBy, wordIn } from './named.ts'
import { answersIn, FORM_LIMIT, type Posted, posted } from './posted.ts'
import { readMap } from './read-map.ts'
import { firstOf, newMutation, standingOf } from './standing.ts'

/** What the frame around the page is filled with. */
export interface TakePartPage {
  readonly conversation: LiveConversation
  readonly first: Boot['first']
  readonly arrival: Boot['arrival']
  readonly status: (typeof errors)[ErrorCode]['status'] | 200
  /** Attributes of the root element, for the design. */
  readonly marks: Html
  draw(boot: Boot): Html
}

export interface TakePartContext extends ApiContext {
  readonly publicUrl: string | null
  /** Notes that something was refused. */
  onRefusal(code: ErrorCode): void
  show(context: Context, page: TakePartPage): Response | Promise<Response>
}

export function addTakePartPage(app: Hono, options: TakePartContext): void {
  const { conversations, store, limits, publicUrl, refuse, onRefusal, show } = options

  app.get('/c/:id', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const named = await provenBy(conversation, wordIn(context))
    if (named?.xid === null) return notProven(context, conversation, named.refusal)
    const known = named?.token ?? tokenOf(context, conversation, limits.isSecure(context))
    const asked = context.req.query('ask') ?? ''
    const ask = /^\d{1,9}$/.test(asked) ? { ask: Number(asked) } : {}
    return shown(context, conversation, known ?? newParticipantToken(), {
      view: 'voting',
      ...ask,
      ...(named && { xid: named.xid }),
    })
  })

  app.post('/c/:id', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const isSecure = limits.isSecure(context)
    const known = tokenOf(context, conversation, isSecure)
    const read = await readForm(context)
    if (typeof read === 'string') {
      return shown(context, conversation, known ?? newParticipantToken(), refusedAs('vote', read))
    }
    const { form, answers } = read
    const named = await provenBy(conversation, form.xid ?? null)
    if (named?.xid === null) return notProven(context, conversation, named.refusal, form)
    const token = named?.token ?? known ?? form.token ?? newParticipantToken()
    const hadVoted = (await conversation.voter(tokenHash(token))).participant !== null
    const outcome = await doneOrKept(form, {
      store,
      conversation,
      language: languageOf(context),
      token,
      answers,
      nowMs: Date.now(),
      mayTry: (what) => limits[what].take(limits.arrivalOf(context).address, performance.now()),
    })
    // Of somebody whom a site names nothing is kept: others may use the browser, and the site will name them again.
    if (named === null && outcome.isErased) forgetToken(context, conversation, isSecure)
    else if (named === null && outcome.isStored) keepToken(context, conversation, outcome.token, isSecure)
    if (outcome.file !== undefined) return handedOver(context, outcome.file)
    const { state } = outcome
    if (named !== null) return shown(context, conversation, outcome.token, { ...state, xid: named.xid })
    if (known === outcome.token && isJustVoting(state)) {
      const query = new URLSearchParams(addressParts(context).search)
      if (state.ask !== undefined) query.set('ask', `${state.ask}`)
      const search = query.size > 0 ? `?${query.toString()}` : ''
      return context.redirect(`${pages.takePart(conversation.id)}${search}#ballot`, 303)
    }
    const lacksCookies = known === undefined && hadVoted && outcome.isErased !== true
    return shown(context, conversation, outcome.token, { ...state, lacksCookies })
  })

  /** What the form says, with the answers to questions in it; or why it is not read. */
  async function readForm(context: Context) {
    const arrival = limits.arrivalOf(context)
    if (!limits.forms.take(arrival.address, performance.now())) return 'too-many-messages' as const
    // A page of another site can post a form, but it cannot say that it is ours.
    const origin = context.req.header('Origin')
    const asked = { ...arrival, host: arrival.host ?? context.req.header('Host') }
    if (origin === undefined || !isOwnOrigin(origin, asked, publicUrl)) return 'not-allowed' as const
    const bytes = await bytesUpTo(context, FORM_LIMIT)
    if (bytes === null) return 'frame-too-large' as const
    const fields = new URLSearchParams(new TextDecoder().decode(bytes))
    const parsed = v.safeParse(posted, Object.fromEntries(fields))
    return parsed.success ? { form: parsed.output, answers: answersIn(fields) } : ('malformed-frame' as const)
  }

  /** Nobody is asked anything as somebody else than whom the site meant; what was typed is not lost. */
  function notProven(context: Context, conversation: LiveConversation, code: ErrorCode, form?: Posted) {
    const typed = form?.act === 'write' ? { typed: form.text } : {}
    const trouble = { of: 'identity', code } as const
    return shown(context, conversation, newParticipantToken(), { view: 'voting', trouble, ...typed })
  }

  async function shown(context: Context, conversation: LiveConversation, token: string, state: FormState) {
    const code = state.trouble?.code
    const isCode = code !== undefined && code in errors
    if (isCode) onRefusal(code as ErrorCode) // looked up above
    const address = addressParts(context)
    const voter = await conversation.voter(tokenHash(token))
    // Whom a site names, the script will know: until then nobody is asked anything.
    const isNobody = state.trouble?.of === 'identity' || (address.isNamed && state.xid === undefined)
    const first = isNobody ? null : firstOf(conversation, voter, token, state.ask)
    const standing = await standingOf(store, conversation, voter)
    const language = languageOf(context)
    const hidden = whyResultsHidden(conversation, voter)
    const newest = hidden === null ? conversation.map : null
    const response = await show(context, {
      conversation,
      first,
      arrival: await arrivalOf(context, conversation.id, options),
      status: code === undefined ? 200 : isCode ? errors[code as ErrorCode].status : 400,
      marks: marksOf(context, address, state.xid),
      draw: (boot) =>
        pageHtml({
          boot,
          conversation,
          address,
          state,
          standing,
          language,
          say: sayOf(language),
          mutation: newMutation(),
          map: newest ? readMap(newest) : null,
          hidden,
        }),
    })
    return state.xid === undefined && wordIn(context) === null ? response : keepUntold(response)
  }
}

/** Carries the form out; where storage cannot be used at the moment, what was typed is kept and the page says so. */
async function doneOrKept(form: Posted, context: ActContext): Promise<Outcome> {
  try {
    return await carryOut(form, context)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    const typed = form.act === 'write' ? { typed: form.text } : {}
    const state = { ...refusedAs(partOf(form.act), 'storage-unavailable'), ...typed }
    return { token: context.token, isStored: false, state }
  }
}

function refusedAs(of: FormTrouble['of'], code: ErrorCode): FormState {
  const isOwn = of === 'code' || of === 'return' || of === 'copy' || of === 'erase'
  return { view: isOwn ? 'own' : of === 'votes' ? 'votes' : 'voting', trouble: { of, code } }
}

function partOf(act: Posted['act']): FormTrouble['of'] {
  switch (act) {
    case 'write':
    case 'answer':
    case 'report':
    case 'code':
    case 'return':
    case 'erase':
    case 'invite':
      return act
    case 'copy-json':
    case 'copy-csv':
      return 'copy'
    case 'change':
    case 'votes':
      return 'votes'
    default:
      return 'vote'
  }
}

/** True where the next page is the ballot and nothing but what is stored. */
function isJustVoting({ view, trouble, done, review }: FormState): boolean {
  return view === 'voting' && trouble === undefined && done === undefined && review === undefined
}

function handedOver(context: Context, { name, type, text }: NonNullable<Outcome['file']>): Response {
  return context.body(text, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}
