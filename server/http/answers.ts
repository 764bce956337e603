// The entry questions over HTTP: one's own answers, and what all of them say together.
import type { Hono } from 'hono'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { areOffered, summariseAnswers } from '../participation/answers.ts'
import { respondentOf } from '../participation/own-data.ts'
import { entryAnswers, type EntryQuestions } from '../protocol/entry-questions.ts'
import { SharedReading } from '../shared-reading.ts'
import type { Store } from '../store/store.ts'
import { type ApiContext, bodyOf, speakerOf } from './speaker.ts'

type AnswerCounts = Awaited<ReturnType<Store['participation']['answerCounts']>>

const PRIVATE = { 'Cache-Control': 'no-store' }

export function addAnswers(app: Hono, { conversations, store, refuse }: ApiContext): void {
  /** Counting reads every answer. */
  const counting = new WeakMap<LiveConversation, SharedReading<AnswerCounts>>()
  const countsOf = (conversation: LiveConversation): Promise<AnswerCounts> => {
    const known = counting.get(conversation)
    const shared = known ?? new SharedReading(() => store.participation.answerCounts(conversation.id))
    if (known === undefined) counting.set(conversation, shared)
    return shared.read()
  }

  app.post('/api/conversations/:id/answers', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const read = await bodyOf(context, entryAnswers)
    if (typeof read === 'string') return refuse(context, read)
    const { conversation, voter } = speaker
    const refusal = conversation.mayNotAct(voter)
    if (refusal !== null) return refuse(context, refusal)
    const { answers } = read.body
    if (!areOffered(questionsOf(conversation), answers)) return refuse(context, 'answer-not-allowed')
    await store.participation.saveAnswers(
      conversation.id,
      await respondentOf(store, conversation, voter),
      answers,
    )
    return context.json({ answers }, 200, PRIVATE)
  })

  app.get('/api/conversations/:id/answers', async (context) => {
    const speaker = await speakerOf(context, conversations)
    if (typeof speaker === 'string') return refuse(context, speaker)
    const { conversation, voter } = speaker
    const respondent = await respondentOf(store, conversation, voter)
    return context.json(
      { answers: await store.participation.answersOf(conversation.id, respondent) },
      200,
      PRIVATE,
    )
  })

  app.get('/api/conversations/:id/answers/summary', async (context) => {
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const counts = await countsOf(conversation)
    return context.json(summariseAnswers(questionsOf(conversation), counts), 200, {
      'Cache-Control': 'no-cache',
    })
  })
}

function questionsOf({ stored }: LiveConversation): EntryQuestions {
  // Checked when they were stored.
  return (stored.questions as EntryQuestions | null) ?? { when: 'after', questions: [] }
}
