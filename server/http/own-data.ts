// What is one's own, over HTTP: reports, the return code, a copy of all that is stored, erasing it.
import type { Context, Hono } from 'hono'
import { forgetToken, keepToken } from '../forms/cookie.ts'
import { giveReturnCode, takeReturnCode } from '../participation/come-back.ts'
import { asCsv, collectOwnData, eraseParticipant } from '../participation/own-data.ts'
import { erase, report, restore, wantReturnCode } from '../protocol/own-data.ts'
import { type ApiContext, bodyOf, speakerOf } from './speaker.ts'
import type { Tries } from './tries.ts'

/** Other sites can send other types without asking first. */
function isJson(context: Context): boolean {
  return /^application\/json\s*(;|$)/i.test(context.req.header('Content-Type') ?? '')
}

const PRIVATE = { 'Cache-Control': 'no-store' }

export function addOwnData(app: Hono, { conversations, store, limits, refuse }: ApiContext): void {
  const mayTry = (tries: Tries, context: Context) =>
    tries.take(limits.arrivalOf(context).address, performance.now())

  app.post('/api/conversations/:id/reports', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, report)
    if (typeof read === 'string') return refuse(context, read)
    if (!mayTry(limits.reports, context)) return refuse(context, 'too-many-tries')
    const { conversation, voter } = speaker
    if (conversation.indexOf(read.body.statement) === undefined) return refuse(context, 'unknown-statement')
    await store.participation.addReport(conversation.id, voter.tokenHash, {
      ...read.body,
      timeMs: Date.now(),
    })
    conversation.events.emit('reports')
    return context.json({ done: true }, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/return-code', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, wantReturnCode)
    if (typeof read === 'string') return refuse(context, read)
    const { conversation, voter } = speaker
    if (conversation.speakerOf(voter).participant === null) return refuse(context, 'nothing-voted')
    if (!mayTry(limits.codes, context)) return refuse(context, 'too-many-tries')
    const words = await giveReturnCode(store, conversation, voter, read.body.language)
    return words === null ? refuse(context, 'nothing-voted') : context.json({ words }, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/restore', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    // No token stands in the header here, so a page of another site could have a reader become somebody else.
    if (!limits.isOwn(context)) return refuse(context, 'not-allowed')
    if (!isJson(context)) return refuse(context, 'malformed-frame')
    const read = await bodyOf(context, restore)
    if (typeof read === 'string') return refuse(context, read)
    if (!mayTry(limits.codes, context)) return refuse(context, 'too-many-tries')
    const token = await takeReturnCode(store, conversation, read.body.words)
    if (token === null) return refuse(context, 'unknown-code')
    keepToken(context, conversation, token, limits.isSecure(context))
    return context.json({ token }, 200, PRIVATE)
  })

  // The token of the header goes into a cookie too, so that the next page begins with it; not before something was voted.
  app.post('/api/conversations/:id/remember', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const { conversation, voter, token } = speaker
    if (voter.isIdentified) return refuse(context, 'not-allowed') // others may use the device
    if (conversation.speakerOf(voter).participant === null) return refuse(context, 'nothing-voted')
    keepToken(context, conversation, token, limits.isSecure(context))
    return context.json({ done: true }, 200, PRIVATE)
  })

  app.get('/api/conversations/:id/own-data', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const data = await collectOwnData(store, speaker.conversation, speaker.voter)
    if (data === null) return refuse(context, 'nothing-voted')
    if (context.req.query('format') !== 'csv') return context.json(data, 200, PRIVATE)
    return context.body(asCsv(data), 200, { ...PRIVATE, 'Content-Type': 'text/csv; charset=utf-8' })
  })

  app.post('/api/conversations/:id/erase', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, erase)
    if (typeof read === 'string') return refuse(context, read)
    const withdrawStatements = read.body.statements === 'withdraw'
    const { conversation, voter } = speaker
    const votes = await eraseParticipant(store, conversation, voter, {
      withdrawStatements,
      nowMs: Date.now(),
    })
    if (votes === null) return refuse(context, 'nothing-voted')
    forgetToken(context, conversation, limits.isSecure(context))
    return context.json({ votes }, 200, PRIVATE)
  })
}
