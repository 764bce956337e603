// Which pages of other origins may read what the API gives to everybody: those that the conversation lists among the sites that
// may embed it. Cookies and other credentials are never allowed, so such a page learns nothing that its reader could
// not fetch without being known here.
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { isListedOrigin } from '../conversation/origins.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { type Known, namedInQuery, ofReport } from '../polis-api/find-conversation.ts'
import { type Endpoint, endpoints } from './endpoints.ts'

/** For how long a browser need not ask again, in seconds. */
const ASK_AGAIN_S = 600
/** What scripts may see of an answer besides its body. */
const EXPOSED = 'ETag, Content-Disposition, Content-Language, Retry-After'

/** Lets pages of listed origins read every address of the table, and answers browsers that ask first. */
export function addCrossOrigin(app: Hono, known: Known): void {
  for (const endpoint of endpoints) app.use(routeOf(endpoint), allowReading(known))
}

function allowReading(known: Known): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req
    const isQuestion =
      method === 'OPTIONS' && context.req.header('Access-Control-Request-Method') !== undefined
    if (!isQuestion && method !== 'GET' && method !== 'HEAD') return next()
    const origin = context.req.header('Origin')
    const isAllowed = origin !== undefined && (await mayRead(context, origin, known))
    if (isQuestion) {
      return context.body(null, 204, {
        Vary: 'Origin',
        ...(isAllowed && {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Methods': 'GET, HEAD',
          'Access-Control-Allow-Headers': 'Authorization, If-None-Match',
          'Access-Control-Max-Age': String(ASK_AGAIN_S),
        }),
      })
    }
    await next()
    const { headers } = context.res
    // Whether this origin may or not, what is kept for one must not be handed to another.
    if (!/\bOrigin\b/.test(headers.get('Vary') ?? '')) headers.append('Vary', 'Origin')
    if (!isAllowed) return
    headers.set('Access-Control-Allow-Origin', origin)
    headers.set('Access-Control-Expose-Headers', EXPOSED)
  }
}

async function mayRead(context: Context, origin: string, known: Known): Promise<boolean> {
  // The list of conversations is of all of them: it is for those whom any of them lists.
  if (context.req.path === '/api/conversations') return known.conversations.listsOrigin(origin)
  const conversation = await conversationOf(context, known)
  return conversation !== null && isListedOrigin(origin, conversation.settings.origins)
}

function conversationOf(context: Context, known: Known): Promise<LiveConversation | null> {
  const { id, report } = context.req.param() as { readonly id?: string; readonly report?: string } // by the routes
  if (id !== undefined) return known.conversations.open(id)
  return report === undefined ? namedInQuery(context, known) : ofReport(report, known)
}

/** The address of an endpoint as a route. */
function routeOf({ path }: Endpoint): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}
