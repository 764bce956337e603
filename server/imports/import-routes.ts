// The addresses of the page to import a conversation.
import type { Context } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import { bodyOf } from '../http/speaker.ts'
import { type CheckedImport, importPage, importWish } from '../protocol/imports.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'
import type { Imports } from './imports.ts'

export interface ImportPages {
  readonly imports: Imports
  readonly store: Store
  readonly conversations: Conversations
  readonly refuse: Refuse
  page(context: Context): Response | Promise<Response>
}

const ACTION = 'import-conversation'

export function addImports(routes: StaffRoutes, { imports, store, refuse, page }: ImportPages): void {
  routes.ofPage(importPage, ACTION, ({ context }) => page(context))

  routes.ofStaff('post', '/api/staff/imports', ACTION, ({ context, member, note }) => {
    const name = imports.begin(member.account)
    if (name === null) return refuse(context, 'too-many-exports')
    note({ subject: 'import begun' })
    return context.json({ name })
  })

  routes.ofStaff(
    'put',
    '/api/staff/imports/:import/files/:file',
    ACTION,
    async ({ context, member, note }) => {
      const { import: name, file } = context.req.param() as { import: string; file: string } // the path names both
      const { body } = context.req.raw
      if (!imports.has(name, member.account) || body === null) return refuse(context, 'unknown-page')
      const bytes = await imports.take(name, file, body)
      if (bytes === 'bad-name') return refuse(context, 'import-file-unknown')
      if (bytes === 'too-large') return refuse(context, 'import-too-large')
      note({ subject: 'import file', detail: { file, bytes } })
      return context.json({ bytes })
    },
  )

  routes.ofStaff('post', '/api/staff/imports/:import/check', ACTION, async ({ context, member, note }) => {
    const name = context.req.param('import') ?? ''
    const read = await bodyOf(context, importWish)
    if (typeof read === 'string') return refuse(context, read)
    if (!imports.has(name, member.account)) return refuse(context, 'unknown-page')
    const found = await imports.read(name, read.body, Date.now())
    if (found.type === 'failed') throw new Error('An import could not be read.', { cause: found.message })
    note({ subject: 'import checked' })
    if (found.type === 'refused') {
      const { reason, looksInverted, columns } = found
      return context.json({ kind: 'refused', reason, looksInverted, columns } satisfies CheckedImport)
    }
    const { conversation, participants, contradictions } = found
    const checked: CheckedImport = {
      kind: 'ready',
      id: conversation.id,
      topic: conversation.topic,
      participants,
      statements: conversation.statements.length,
      votes: conversation.votes.values.length,
      isTaken: (await store.conversation(conversation.id)) !== null,
      contradictions: [...contradictions],
    }
    return context.json(checked)
  })

  routes.ofStaff('post', '/api/staff/imports/:import/finish', ACTION, async ({ context, member, note }) => {
    const name = context.req.param('import') ?? ''
    const read = await bodyOf(context, importWish)
    if (typeof read === 'string') return refuse(context, read)
    if (!imports.has(name, member.account)) return refuse(context, 'unknown-page')
    const found = await imports.read(name, read.body, Date.now())
    if (found.type !== 'read') return refuse(context, 'changed-meanwhile')
    // Nobody is to vote in it before somebody has looked at it.
    const conversation = { ...found.conversation, isOpen: false }
    const outcome = await store.importConversation(conversation)
    if (outcome.kind === 'exists') return refuse(context, 'import-name-taken')
    const { id } = conversation
    imports.cancel(name, member.account)
    note({ subject: `conversation ${id}`, detail: { imported: outcome } })
    return context.json({ id })
  })

  routes.ofStaff('delete', '/api/staff/imports/:import', ACTION, ({ context, member, note }) => {
    const isGone = imports.cancel(context.req.param('import') ?? '', member.account)
    if (!isGone) return refuse(context, 'unknown-page')
    note({ subject: 'import cancelled' })
    return context.json({})
  })
}
