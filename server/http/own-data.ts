// What is one's own, over HTTP: reports, the return code, a copy of all that is stored, erasing it.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Hono } from 'hono'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import { asCsv, collectOwnData, eraseParticipant } from '../participation/own-data.ts'
import { newReturnCode, returnCodeHash } from '../participation/return-code.ts'
import { erase, report, restore, wantReturnCode } from '../protocol/own-data.ts'
import { type ApiContext, bodyOf, speakerOf } from './speaker.ts'
import { Tries } from './tries.ts'

const PRIVATE = { 'Cache-Control': 'no-store' }
const SECRET = 'return-code'
/** Every answer to a return code takes as long, whatever it says. */
const RESTORE_TAKES_MS = 400

export function addOwnData(app: Hono, { conversations, store, refuse }: ApiContext): void {
  const now = performance.now()
  const reports = new Tries({ atOnce: 10, perMinute: 6, atOnceForAll: 200, perMinuteForAll: 600 }, now)
  const codes = new Tries({ atOnce: 5, perMinute: 2, atOnceForAll: 30, perMinuteForAll: 30 }, now)
  const secret = () => store.participation.secret(SECRET, randomBytes(32).toString('base64url'))

  app.post('/api/conversations/:id/reports', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, report)
    if (typeof read === 'string') return refuse(context, read)
    if (!reports.take(context, performance.now())) return refuse(context, 'too-many-tries')
    const { conversation, voter } = speaker
    if (conversation.indexOf(read.body.statement) === undefined) return refuse(context, 'unknown-statement')
    await store.participation.addReport(conversation.id, voter.tokenHash, {
      ...read.body,
      timeMs: Date.now(),
    })
    return context.json({ done: true }, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/return-code', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, wantReturnCode)
    if (typeof read === 'string') return refuse(context, read)
    const { conversation, voter } = speaker
    const { participant } = conversation.speakerOf(voter)
    if (participant === null) return refuse(context, 'nothing-voted')
    if (!codes.take(context, performance.now())) return refuse(context, 'too-many-tries')
    const words = newReturnCode(read.body.language)
    const hash = await returnCodeHash(words, conversation.id, await secret())
    await store.participation.saveReturnCode(conversation.id, participant, hash)
    return context.json({ words }, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/restore', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const read = await bodyOf(context, restore)
    if (typeof read === 'string') return refuse(context, read)
    if (!codes.take(context, performance.now())) return refuse(context, 'too-many-tries')
    const answered = pause(RESTORE_TAKES_MS)
    const token = newParticipantToken()
    const hash = await returnCodeHash(read.body.words, conversation.id, await secret())
    const participant = await store.participation.restore(conversation.id, hash, tokenHash(token))
    await answered
    return participant === null ? refuse(context, 'unknown-code') : context.json({ token }, 200, PRIVATE)
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
    return votes === null ? refuse(context, 'nothing-voted') : context.json({ votes }, 200, PRIVATE)
  })
}
