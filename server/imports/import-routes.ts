// The addresses of the page to import a conversation.
import type { Context } from 'hono'
import { languageOf } from '../http/language.ts'
import { bodyOf } from '../http/speaker.ts'
import { type ImportStage, type ImportState, importPage, importWish } from '../protocol/imports.ts'
import type { Language } from '../protocol/values.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { Store } from '../store/store.ts'
import type { Import, Imports } from './imports.ts'

export interface ImportPages {
  readonly imports: Imports
  readonly store: Store
  readonly refuse: Refuse
  page(context: Context): Response | Promise<Response>
}

const ACTION = 'import-conversation'
/** Of texts that were mended, at most so many are listed. */
const MENDED_LISTED = 200

export function addImports(routes: StaffRoutes, { imports, store, refuse, page }: ImportPages): void {
  const state = async (context: Context, found: Import) => stateOf(found, languageOf(context), store)

  routes.ofPage(importPage, ACTION, ({ context }) => page(context))

  routes.ofStaff('get', '/api/staff/imports', ACTION, async ({ context, member }) => {
    const own = imports.of(member.account)
    return context.json({ imports: await Promise.all(own.map((each) => state(context, each))) })
  })

  routes.ofStaff('get', '/api/staff/imports/:import', ACTION, async ({ context, member }) => {
    const found = imports.find(context.req.param('import') ?? '', member.account)
    return found === null ? refuse(context, 'unknown-page') : context.json(await state(context, found))
  })

  routes.ofStaff('post', '/api/staff/imports', ACTION, ({ context, member, note }) => {
    const name = imports.begin(member.account)
    if (name === null) return refuse(context, 'too-many-exports')
    note({ code: 'began-import' })
    return context.json({ name })
  })

  routes.ofStaff(
    'put',
    '/api/staff/imports/:import/files/:file',
    ACTION,
    async ({ context, member, note }) => {
      const { import: name, file } = context.req.param() as { import: string; file: string } // the path names both
      const { body } = context.req.raw
      if (imports.find(name, member.account) === null || body === null) return refuse(context, 'unknown-page')
      const bytes = await imports.take(name, file, body)
      if (bytes === 'bad-name') return refuse(context, 'import-file-unknown')
      if (bytes === 'too-large') return refuse(context, 'import-too-large')
      note({ code: 'import-file', detail: { file, bytes } })
      return context.json({ bytes })
    },
  )

  routes.ofStaff('post', '/api/staff/imports/:import/check', ACTION, async ({ context, member, note }) => {
    const name = context.req.param('import') ?? ''
    const read = await bodyOf(context, importWish)
    if (typeof read === 'string') return refuse(context, read)
    if (imports.find(name, member.account) === null) return refuse(context, 'unknown-page')
    if (!imports.read(name, read.body, Date.now())) return refuse(context, 'changed-meanwhile')
    note({ code: 'checked-import' })
    return context.json(await state(context, imports.find(name, member.account)!)) // just read
  })

  routes.ofStaff('post', '/api/staff/imports/:import/finish', ACTION, async ({ context, member, note }) => {
    const name = context.req.param('import') ?? ''
    const found = imports.find(name, member.account)
    if (found === null) return refuse(context, 'unknown-page')
    if (found.stage.kind !== 'checked' || found.stage.found.type !== 'read') {
      return refuse(context, 'changed-meanwhile')
    }
    const { conversation, participants } = found.stage.found
    const { id } = conversation
    if ((await store.conversation(id)) !== null) return refuse(context, 'import-name-taken')
    if (!imports.store(name, store.imports)) return refuse(context, 'changed-meanwhile')
    const counts = { statements: conversation.statements.length, votes: conversation.votes.values.length }
    note({ code: 'imported-conversation', detail: { id, participants, ...counts } })
    return context.json(await state(context, imports.find(name, member.account)!)) // just begun
  })

  routes.ofStaff('delete', '/api/staff/imports/:import', ACTION, ({ context, member, note }) => {
    const isGone = imports.cancel(context.req.param('import') ?? '', member.account)
    if (!isGone) return refuse(context, 'unknown-page')
    note({ code: 'cancelled-import' })
    return context.json({})
  })
}

async function stateOf(found: Import, language: Language, store: Store): Promise<ImportState> {
  const files = Array.from(found.files, ([name, bytes]) => ({ name, bytes }))
  return { name: found.name, files, wish: found.wish, stage: await stageOf(found, language, store) }
}

async function stageOf({ stage }: Import, language: Language, store: Store): Promise<ImportStage> {
  if (stage.kind === 'reading') {
    const { step, share } = stage.progress
    return { kind: 'reading', step, share }
  }
  if (stage.kind !== 'checked') return stage
  const { found } = stage
  const mended = found.mended.slice(0, MENDED_LISTED)
  const mendedInAll = found.mended.length
  if (found.type === 'refused') {
    const { question, columns } = found
    return { kind: 'refused', reason: found.reason[language], question, mended, mendedInAll, columns }
  }
  const { conversation, participants, contradictions } = found
  const addressesTaken: string[] = []
  for (const path of conversation.oldAddresses ?? []) {
    if ((await store.exchange.conversationAt(path)) !== null) addressesTaken.push(`/${path}`)
  }
  return {
    kind: 'ready',
    id: conversation.id,
    topic: conversation.topic,
    participants,
    statements: conversation.statements.length,
    votes: conversation.votes.values.length,
    isTaken: (await store.conversation(conversation.id)) !== null,
    contradictions: contradictions.map((sentence) => sentence[language]),
    addressesTaken,
    mended: [...mended],
    mendedInAll,
  }
}
