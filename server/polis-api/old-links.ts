// Links of before: the addresses that an imported conversation and its report had at their Polis lead to where they are now.
import type { Context, Hono } from 'hono'
import { pages } from '../protocol/addresses.ts'
import type { Refuse } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'

export function addOldLinks(
  app: Hono,
  { store, refuse }: { readonly store: Store; readonly refuse: Refuse },
): void {
  const lead = async (context: Context, path: string, to: (id: string) => string) => {
    const id = await store.exchange.conversationAt(path)
    if (id === null) return refuse(context, 'unknown-page')
    context.header('Cache-Control', 'no-cache')
    return context.redirect(`${to(id)}${new URL(context.req.url).search}`, 301)
  }
  app.get('/:old{[0-9][0-9A-Za-z]{2,30}}', (context) =>
    lead(context, context.req.param('old'), pages.takePart),
  )
  app.get('/report/:report{r[0-9A-Za-z]+}', (context) =>
    lead(context, `report/${context.req.param('report')}`, pages.report),
  )
}
