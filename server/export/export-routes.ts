// Exports over HTTP: what everybody may have once they may see the results, and what staff may have.
import type { Context, Hono } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { hiddenFrom } from '../http/results.ts'
import { isKnown } from '../http/tagged.ts'
import { pages } from '../protocol/addresses.ts'
import type { Limits } from '../http/limits.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import type { Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import { type ExportKind, exportKinds } from './contents.ts'
import { fileNames } from './export-files.ts'
import { networkOf } from '../socket/arrival.ts'
import type { Exports } from './exports.ts'
import { hasOpenData } from './open-data.ts'
import { RECOMPUTE_LINES } from './recompute-lines.ts'
import { WORKBOOK } from './write-export.ts'

export interface ExportPages {
  readonly conversations: Conversations
  readonly exports: Exports
  readonly limits: Limits
  /** Address under which people reach the service; null where it is not set. */
  readonly publicUrl: string | null
  readonly refuse: Refuse
}

interface Wish {
  readonly conversation: LiveConversation
  readonly kind: ExportKind
  /** One file, or null for all of them as a zip. */
  readonly file: string | null
  readonly isStaff: boolean
}

export function addExports(
  app: Hono,
  routes: StaffRoutes,
  { conversations, exports, limits, publicUrl, refuse }: ExportPages,
): void {
  const send = async (context: Context, wish: Wish) => {
    const { conversation, kind, file, isStaff } = wish
    const formulaSafe = ['1', 'true'].includes(context.req.query('formula-safe') ?? '')
    const { revision } = conversation.stored
    const tag = `"${conversation.map?.version ?? 0}-${revision}-${conversation.sequence}${formulaSafe ? '-safe' : ''}"`
    // What is drawn by chance, and what nobody may keep, is made anew.
    const isTagged = kind === 'results' && !isStaff
    if (isTagged && isKnown(context, tag)) {
      return context.body(null, 304, { ETag: tag, 'Cache-Control': 'no-cache' })
    }
    const headers = {
      'Content-Type': typeOf(file),
      'Content-Disposition': `attachment; filename="${nameOf(wish)}"`,
      'Cache-Control': isTagged ? 'no-cache' : 'private, no-store',
      ...(isTagged && { ETag: tag }),
    }
    // Nobody would read what was begun for a HEAD, and it would keep its place from everybody else.
    if (context.req.method === 'HEAD') return context.body(null, 200, headers)
    const url = publicUrl === null ? '' : new URL(pages.takePart(conversation.id), publicUrl).href
    const order = { conversation: conversation.id, kind, file, formulaSafe, url }
    const network = networkOf(limits.arrivalOf(context).address)
    const made = await exports.start(order, isStaff ? { isStaff } : { isStaff, network })
    if (made === 'busy') {
      context.header('Retry-After', '10')
      return refuse(context, 'too-many-exports')
    }
    if (made === 'unknown') return refuse(context, 'unknown-page')
    return context.body(made.stream, 200, headers)
  }

  const forEveryone = async (context: Context) => {
    const wish = readWish(context, ['results', 'open-data'])
    if (wish === null) return refuse(context, 'unknown-page')
    const conversation = await conversations.open(context.req.param('id') ?? '')
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const refusal = (await hiddenFrom(context, conversation)) ?? mayNotHave(conversation, wish.kind)
    if (refusal !== null) return refuse(context, refusal)
    return send(context, { ...wish, conversation, isStaff: false })
  }
  app.get('/api/conversations/:id/exports/:kind', forEveryone)
  app.get('/api/conversations/:id/exports/:kind/:file', forEveryone)

  for (const rest of ['/exports/:kind', '/exports/:kind/:file']) {
    routes.ofConversation('get', rest, 'export-aggregates', ({ context, conversation }) => {
      const wish = readWish(context, ['results', 'open-data'])
      if (wish === null) return refuse(context, 'unknown-page')
      const refusal = mayNotHave(conversation, wish.kind)
      if (refusal !== null) return refuse(context, refusal)
      return send(context, { ...wish, conversation, isStaff: true })
    })
  }
  // An address of its own, because it asks for another right, and because each time is written into the audit log.
  for (const rest of ['/full-export', '/full-export/:file']) {
    routes.ofConversation('get', rest, 'export-everything', ({ context, conversation, note }) => {
      const file = context.req.param('file') ?? null
      if (file !== null && !fileNames.everything.includes(file)) return refuse(context, 'unknown-page')
      note({ code: 'exported-everything', detail: { file: file ?? 'all files' } })
      return send(context, { conversation, kind: 'everything', file, isStaff: true })
    })
  }
}

/** The kind and the file of the address; null where there is no such thing. */
function readWish(
  context: Context,
  allowed: readonly ExportKind[],
): { readonly kind: ExportKind; readonly file: string | null } | null {
  const named = context.req.param('kind') ?? ''
  const kind = exportKinds.find((name) => name === named.replace(/\.zip$/, ''))
  if (kind === undefined || !allowed.includes(kind)) return null
  const file = context.req.param('file') ?? null
  const special = kind === 'results' ? WORKBOOK : RECOMPUTE_LINES
  const isKnown = file === null || file === special || fileNames[kind].includes(file)
  return isKnown ? { kind, file } : null
}

function mayNotHave({ stored }: LiveConversation, kind: ExportKind): AnyErrorCode | null {
  return kind === 'open-data' && !hasOpenData(stored) ? 'no-open-data' : null
}

function typeOf(file: string | null): string {
  if (file === null) return 'application/zip'
  if (file === WORKBOOK) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return file.endsWith('.json') ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8'
}

/** Names hold only what may stand in an address, so they need no quoting. */
function nameOf({ conversation, kind, file }: Wish): string {
  const beginning = kind === 'everything' ? 'CONFIDENTIAL-' : ''
  return file === null
    ? `${beginning}${conversation.id}-${kind}.zip`
    : `${beginning}${conversation.id}-${file}`
}
