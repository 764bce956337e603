// The addresses of moderation: the queue, decisions, claims, lists and the log.
import type { Context } from 'hono'
import * as v from 'valibot'
import { bodyOf } from '../http/speaker.ts'
import {
  act as actSchema,
  type Act,
  claimRequest,
  type ClaimList,
  listsChange,
  queueFilters,
} from '../protocol/moderation.ts'
import type { AuditNote, Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'
import { listsOf, wordsOf } from './lists.ts'
import { effectsOfModes } from './mode-effects.ts'
import type { ModerationDesks } from './moderation-desks.ts'
import { moderationLogCsv } from './moderation-log.ts'

export interface ModerationRoutesOptions {
  readonly store: Pick<Store, 'moderation'>
  readonly desks: ModerationDesks
  readonly refuse: Refuse
}

export function addModeration(routes: StaffRoutes, { store, desks, refuse }: ModerationRoutesOptions): void {
  routes.ofConversation('get', '/queue', 'read-queue', async ({ context, conversation, member }) => {
    const { lang: _, ...asked } = context.req.query()
    const filters = v.safeParse(queueFilters, asked)
    if (!filters.success) return refuse(context, 'malformed-frame')
    return context.json(await desks.of(conversation).page(filters.output, member.account))
  })

  routes.ofConversation(
    'get',
    '/queue/:statement{[0-9]+}',
    'read-queue',
    async ({ context, conversation }) => {
      const statement = Number(context.req.param('statement'))
      const detail = await desks.of(conversation).detail(statement)
      return detail === null ? refuse(context, 'unknown-statement') : context.json(detail)
    },
  )

  routes.ofConversation('post', '/queue/acts', 'moderate', async (request) => {
    const { context, conversation, member, line } = request
    const read = await bodyOf(context, actSchema)
    if (typeof read === 'string') return refuse(context, read)
    const result = await desks.of(conversation).act(read.body, member, line(noteOf(read.body)))
    if ('refusal' in result) return refuse(context, result.refusal, { detail: result.detail })
    return context.json(result)
  })

  routes.ofConversation('put', '/queue/claims', 'moderate', async (request) => {
    const { context, conversation, member, note } = request
    const read = await bodyOf(context, claimRequest)
    if (typeof read === 'string') return refuse(context, read)
    const { statements, takeOver } = read.body
    note(null)
    const body: ClaimList = { claims: await desks.of(conversation).claim(member, statements, takeOver) }
    return context.json(body)
  })

  routes.ofConversation('get', '/modes', 'see-conversation', async ({ context, conversation }) =>
    context.json(effectsOfModes(conversation, await wordsOf(store.moderation, conversation.id))),
  )

  routes.ofConversation('get', '/moderation-lists', 'read-queue', async ({ context, conversation }) =>
    context.json(await desks.of(conversation).lists()),
  )

  routes.ofConversation('put', '/moderation-lists', 'moderate', async ({ context, conversation, line }) => {
    const saved = await saveLists(context, conversation.id, line({ code: 'changed-lists' }))
    if (saved !== null) return saved
    desks.of(conversation).forgetLists()
    return context.json(await desks.of(conversation).lists())
  })

  routes.ofStaff('get', '/api/staff/moderation-lists', 'change-common-lists', async ({ context }) =>
    context.json(await listsOf(store.moderation, null)),
  )

  routes.ofStaff('put', '/api/staff/moderation-lists', 'change-common-lists', async ({ context, line }) => {
    const saved = await saveLists(context, null, line({ code: 'changed-common-lists' }))
    if (saved !== null) return saved
    desks.forgetLists()
    return context.json(await listsOf(store.moderation, null))
  })

  routes.ofConversation('get', '/moderation-log.csv', 'read-queue', async ({ context, conversation }) => {
    const pieces = moderationLogCsv(store.moderation, conversation)
    return context.body(streamOf(pieces), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${conversation.id}-moderation-log.csv"`,
    })
  })

  /** Null where the lists were saved; else the answer that says why not. */
  async function saveLists(context: Context, conversation: string | null, audit: NewAuditEntry) {
    const read = await bodyOf(context, listsChange)
    if (typeof read === 'string') return refuse(context, read)
    const { lists, revision } = read.body
    const isSaved = await store.moderation.saveLists(conversation, lists, revision, audit)
    if (isSaved) return null
    return refuse(context, 'changed-meanwhile', { detail: await listsOf(store.moderation, conversation) })
  }
}

/** What the audit log tells of an act; the log of moderation has all of it. */
function noteOf(act: Act): AuditNote {
  if (act.kind === 'undo') return { code: 'undo', detail: { undone: act.act } }
  const ids = 'statements' in act ? act.statements.map(({ id }) => id) : [act.statement.id]
  const into = act.kind === 'merge' ? { into: act.into.id } : {}
  return { code: act.kind, detail: { statements: ids, ...into } }
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
