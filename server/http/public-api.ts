// What anyone may read of a conversation over HTTP: itself, its statements, its theme, its map.
import type { Hono } from 'hono'
import type { ConversationList } from '../protocol/conversation.ts'
import type { StatementList } from '../protocol/statement.ts'
import { themeSheet } from '../theme/theme-sheet.ts'
import type { ApiContext } from './speaker.ts'
import { confirmed, FOR_EVER, tagged } from './tagged.ts'

export function addPublicApi(app: Hono, { conversations, refuse }: ApiContext): void {
  app.get('/api/conversations', async (context) => {
    const body: ConversationList = { conversations: await conversations.list() }
    return confirmed(context, body)
  })

  app.get('/api/conversations/:id', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    return confirmed(context, conversation.describe())
  })

  app.get('/api/conversations/:id/statements', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const body: StatementList = { statements: conversation.openStatements() }
    return confirmed(context, body)
  })

  app.get('/api/conversations/:id/theme.css', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const theme = themeSheet(conversation.settings)
    if (theme === null) return refuse(context, 'unknown-page')
    const caching = context.req.query('mark') === theme.mark ? FOR_EVER : 'no-cache'
    return tagged(context, `"${theme.mark}"`, caching, theme.css, 'text/css; charset=utf-8')
  })
}
