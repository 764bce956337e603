// The read endpoints of Polis' API that its report pages and research tools use, in its shapes and signs (agree is −1), so
// that they can read a conversation from here. Nothing can be changed through them.
import type { Context, Hono } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Exports } from '../export/exports.ts'
import { fileNames } from '../export/export-files.ts'
import { hasOpenData } from '../export/open-data.ts'
import { WITHHELD } from '../export/polis-files.ts'
import { hiddenFrom } from '../http/results.ts'
import { isKnown } from '../http/tagged.ts'
import { api } from '../protocol/addresses.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import type { Refuse } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'
import { namedInQuery, ofReport } from './find-conversation.ts'
import { PolisDocumentsKeeper, type PolisDocuments } from './polis-documents.ts'

export interface PolisApi {
  readonly conversations: Conversations
  readonly store: Store
  readonly exports: Exports
  readonly refuse: Refuse
}

interface Found {
  readonly conversation: LiveConversation
  readonly documents: PolisDocuments
}

export function addPolisApi(app: Hono, { conversations, store, exports, refuse }: PolisApi): void {
  const known = { conversations, store }
  const keeper = new PolisDocumentsKeeper(exports)

  const answer = (path: string, show: (context: Context, found: Found) => Response | Promise<Response>) => {
    app.get(`/api/v3/${path}`, async (context) => {
      const conversation = await namedInQuery(context, known)
      if (conversation === null) return refuse(context, 'unknown-conversation')
      context.header('Cache-Control', 'no-cache')
      const hidden: AnyErrorCode | null = await hiddenFrom(context, conversation)
      if (hidden !== null) return refuse(context, hidden)
      const documents = await keeper.of(conversation, Date.now())
      if (documents === 'busy') {
        context.header('Retry-After', '5')
        return refuse(context, 'too-many-exports')
      }
      return show(context, { conversation, documents })
    })
  }

  answer('conversations', (context, found) => context.json(conversationOf(found)))

  answer('comments', (context, { conversation, documents }) => {
    const isForModeration = context.req.query('moderation') === 'true'
    // Report pages of Polis leave out by these what moderators did not accept.
    const [only, above] = ['mod', 'mod_gt'].map((name) => Number(context.req.query(name) || Number.NaN))
    const listed = documents.comments.filter(
      ({ mod }) => (isForModeration || mod >= 0) && !(mod <= above!) && (Number.isNaN(only) || mod === only),
    )
    return context.json(
      listed.map((comment) => ({
        ...comment,
        txt: isShown(conversation, comment.tid) ? comment.txt : WITHHELD,
        conversation_id: conversation.id,
      })),
    )
  })

  answer('math/pca2', (context, { documents }) => {
    const { math, mathTick } = documents
    const tag = `"${mathTick}"`
    const knownTick = Number(context.req.query('math_tick') ?? Number.NaN)
    const headers = { ETag: tag, 'Content-Type': 'application/json; charset=utf-8' }
    return knownTick >= mathTick || isKnown(context, tag)
      ? context.body(null, 304, headers)
      : context.body(math, 200, headers)
  })

  answer('votes', (context, { conversation, documents }) => {
    if (documents.votes === null) return refuse(context, 'no-open-data')
    const pid = Number(context.req.query('pid') ?? Number.NaN)
    const modified = String(conversation.stored.createdAtMs)
    const votes = (documents.votes[pid] ?? '').split(' ').filter((vote) => vote !== '')
    return context.json(
      votes.map((vote) => {
        const [tid, value] = vote.split(':').map(Number)
        return { pid, tid, vote: value, weight_x_32767: 0, modified, conversation_id: conversation.id }
      }),
    )
  })

  answer('participationInit', (context, found) =>
    context.json({
      conversation: conversationOf(found),
      ptpt: null,
      user: null,
      nextComment: {},
      votes: [],
      pca: JSON.parse(found.documents.math) as unknown, // the document of math/pca2
      famous: {},
    }),
  )

  answer('reports', (context, { conversation }) => {
    const { id, stored } = conversation
    const created = String(stored.createdAtMs)
    return context.json([
      {
        report_id: context.req.query('report_id') ?? `r${id}`,
        conversation_id: id,
        report_name: stored.topic,
        created,
        modified: created,
      },
    ])
  })

  app.get('/api/v3/reportExport/:report/:file', async (context) => {
    const { report, file } = context.req.param()
    const conversation = await ofReport(report, known)
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const kind = hasOpenData(conversation.stored) ? 'open-data' : 'results'
    if (!fileNames['open-data'].includes(file)) return refuse(context, 'unknown-page')
    if (!fileNames[kind].includes(file)) return refuse(context, 'no-open-data')
    return context.redirect(api.exported(conversation.id, kind, file))
  })
}

/** Whether the words of a statement may be given out now: the documents can be from before it was taken back. */
function isShown(conversation: LiveConversation, statement: number): boolean {
  return conversation.closed[conversation.indexOf(statement) ?? -1] === 0
}

function conversationOf({ conversation, documents }: Found) {
  const { id, stored, settings } = conversation
  return {
    conversation_id: id,
    topic: stored.topic,
    description: stored.description,
    is_anon: false,
    is_active: stored.isOpen,
    is_draft: false,
    is_public: true,
    participant_count: (JSON.parse(documents.math) as { n: number }).n, // as polisMath writes it
    created: String(stored.createdAtMs),
    modified: String(conversation.map?.publishedAtMs ?? stored.createdAtMs),
    strict_moderation: settings.strictModeration,
    is_data_open: hasOpenData(stored),
    vis_type: 1,
    write_type: settings.whoWrites === 'staff' ? 0 : 1,
    help_type: 1,
    subscribe_type: 0,
    link_url: null,
    parent_url: null,
    translations: [],
    ownername: '',
    is_mod: false,
    is_owner: false,
  }
}
