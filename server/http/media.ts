// Images of conversations: what they are is said by us, nothing in them runs, and an address is for ever its content.
import type { Hono } from 'hono'
import { withoutMetadata } from '../media/without-metadata.ts'
import { mediaRoute } from '../protocol/addresses.ts'
import type { ApiContext } from './speaker.ts'
import { FOR_EVER } from './tagged.ts'

export function addMediaPages(app: Hono, { conversations, store, refuse }: ApiContext): void {
  app.get(mediaRoute, async (context) => {
    const { id, hash } = context.req.param()
    // Of a conversation that is deleted, or is to be, nothing is shown any more.
    if ((await conversations.open(id)) === null) return refuse(context, 'unknown-conversation')
    const medium = await store.media.medium(id, hash)
    // Those that were stored by versions before may have metadata still.
    const bytes = medium && withoutMetadata(medium.bytes, medium.type)
    if (medium === null || bytes === null) return refuse(context, 'unknown-page')
    return context.body(bytes, 200, {
      'Content-Type': medium.type,
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': FOR_EVER,
    })
  })
}
