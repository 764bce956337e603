// Writing over HTTP: a statement of one's own, those that say nearly the same, and what became of earlier ones.
import type { Hono } from 'hono'
import { similarStatements } from '../conversation/similar-finder.ts'
import { ownStatements, withdrawStatement, writeStatement } from '../conversation/write-statement.ts'
import {
  type OwnStatementList,
  type SimilarStatements,
  similarTo,
  writeStatement as writeSchema,
} from '../protocol/own-statements.ts'
import { tidied } from '../protocol/statement-text.ts'
import { languageOf } from './language.ts'
import { type ApiContext, bodyOf, speakerOf } from './speaker.ts'

const PRIVATE = { 'Cache-Control': 'no-store' }

export function addWriting(app: Hono, { conversations, store, arrivals, limits, refuse }: ApiContext): void {
  app.post('/api/conversations/:id/statements', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, writeSchema)
    if (typeof read === 'string') return refuse(context, read)
    const { address } = limits.arrivalOf(context)
    if (!limits.writing.take(address, performance.now())) return refuse(context, 'too-many-tries')
    const { conversation } = speaker
    const channel = await arrivals.channelOf(conversation.id, read.body.arrival)
    const voter = { ...speaker.voter, channel }
    const written = await writeStatement(store, conversation, voter, read.body, {
      nowMs: Date.now(),
      language: languageOf(context),
    })
    return typeof written === 'string' ? refuse(context, written) : context.json(written, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/statements/:statement{[0-9]+}/withdrawal', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const { conversation, voter } = speaker
    const id = Number(context.req.param('statement'))
    const about = { nowMs: Date.now(), language: languageOf(context) }
    const statement = await withdrawStatement(store, conversation, voter, id, about)
    return typeof statement === 'string'
      ? refuse(context, statement)
      : context.json({ statement }, 200, PRIVATE)
  })

  app.get('/api/conversations/:id/statements/own', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const body: OwnStatementList = {
      statements: ownStatements(speaker.conversation, speaker.voter, languageOf(context)),
    }
    return context.json(body, 200, PRIVATE)
  })

  app.post('/api/conversations/:id/statements/similar', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const read = await bodyOf(context, similarTo)
    if (typeof read === 'string') return refuse(context, read)
    const statements = await similarStatements(conversation, tidied(read.body.text))
    const body: SimilarStatements = { statements }
    return context.json(body, 200, PRIVATE)
  })
}
