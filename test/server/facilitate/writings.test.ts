import { expect, test } from 'vitest'
import type { StaffConversation } from '../../../server/protocol/facilitate/conversation.ts'
import { facilitating, id, staffPath } from './facilitating.ts'

const en = {
  question: 'What?',
  influence: 'consult',
  decides: 'The council',
  canChange: 'All',
  dates: [],
  next: 'A report',
}
const halfWelsh = { ...en, question: 'Beth?', decides: '', canChange: '', next: '' }
const age = {
  id: 'age',
  words: { en: 'How old are you?' },
  options: [
    { id: 'young', words: { en: 'Under 25' } },
    { id: 'old', words: { en: '25 or more', cy: '25 neu fwy' } },
  ],
}
const unfinished = { id: 'place', words: { en: 'Where do you live?' }, options: [] }

test('a purpose that is half written in one language is kept, holds up no other language, and is shown to nobody', async () => {
  const { change, ask, store } = await facilitating()
  expect((await change(['purpose.cy', null, halfWelsh])).status).toBe(200)
  expect((await change(['purpose.en', null, en])).status).toBe(200)
  const { body } = await ask(staffPath())
  expect(body).toMatchObject({ purpose: { en, cy: halfWelsh }, purposeShown: ['en'] })
  expect((await store.conversation(id))!.purpose).toEqual({ en })
})

test('a purpose that is edited stays as it was for people until it is whole again', async () => {
  const { change, ask, store } = await facilitating()
  await change(['purpose.en', null, en])
  await change(['purpose.en', en, { ...en, decides: '' }])
  expect((await store.conversation(id))!.purpose).toEqual({ en })
  const { body } = await ask(staffPath())
  expect(body).toMatchObject({ purpose: { en: { ...en, decides: '' } }, purposeShown: ['en'] })
  await change(['purpose.en', { ...en, decides: '' }, { ...en, decides: 'The mayor' }])
  const stored = await store.conversation(id)
  expect(stored).toMatchObject({ purpose: { en: { ...en, decides: 'The mayor' } }, drafts: null })
})

test('a purpose that is left out is gone with its draft, and the other language stays', async () => {
  const { change, store } = await facilitating()
  await change(['purpose.en', null, en], ['purpose.cy', null, halfWelsh])
  await change(['purpose.cy', halfWelsh, null])
  expect(await store.conversation(id)).toMatchObject({ purpose: { en }, drafts: null })
  await change(['purpose.en', en, null])
  expect(await store.conversation(id)).toMatchObject({ purpose: null, drafts: null })
})

test('of two people who write one language of the purpose the later sees what the earlier wrote', async () => {
  const { change } = await facilitating()
  await change(['purpose.cy', null, halfWelsh])
  const later = await change(['purpose.cy', null, { ...halfWelsh, question: 'Pam?' }])
  expect(later.status).toBe(409)
  expect(later.body.error!.detail).toMatchObject({ now: { 'purpose.cy': halfWelsh }, by: 'Sioned' })
})

test('a purpose that is longer than there is room for is refused in words', async () => {
  const { change } = await facilitating()
  const { status, body } = await change(['purpose.en', null, { ...en, question: 'x'.repeat(301) }])
  expect(status).toBe(422)
  expect(JSON.stringify(body.error!.detail)).toContain('at most 300 characters for the question')
})

test('a question is asked once it is whole, and an unfinished one holds up no other', async () => {
  const { change, store } = await facilitating()
  const first = { when: 'before', questions: [unfinished, age] }
  const { status, body } = await change(['questions', { when: 'after', questions: [] }, first])
  expect(status).toBe(200)
  expect(body).toMatchObject({ questions: first, questionsAsked: ['age'] })
  expect((await store.conversation(id))!.questions).toEqual({ when: 'before', questions: [age] })
  const second = { when: 'before', questions: [age] }
  await change(['questions', first, second])
  expect(await store.conversation(id)).toMatchObject({ questions: second, drafts: null })
})

test('a question that is being reworded is asked as it was until it is whole again', async () => {
  const { change, store } = await facilitating()
  const whole = { when: 'after', questions: [age] }
  await change(['questions', { when: 'after', questions: [] }, whole])
  const emptied = { when: 'after', questions: [{ ...age, words: { en: '' } }] }
  await change(['questions', whole, emptied])
  expect((await store.conversation(id))!.questions).toEqual(whole)
  const reworded = { when: 'after', questions: [{ ...age, words: { en: '', cy: 'Faint yw eich oed?' } }] }
  await change(['questions', emptied, reworded])
  expect((await store.conversation(id))!.questions).toMatchObject({
    questions: [{ words: { cy: 'Faint yw eich oed?' } }],
  })
})

test('staff are told which questions somebody has answered, and answers stay when a question is reworded', async () => {
  const { change, ask, store } = await facilitating()
  const whole = { when: 'after', questions: [age] }
  await change(['questions', { when: 'after', questions: [] }, whole])
  await store.participation.saveAnswers(id, 'somebody', { age: 'old' })
  const reworded = { when: 'after', questions: [{ ...age, words: { en: 'Your age?' } }] }
  const { body } = await change(['questions', whole, reworded])
  expect((body as unknown as StaffConversation).questionsAnswered).toEqual(['age'])
  expect(await store.participation.answersOf(id, 'somebody')).toEqual({ age: 'old' })
  const removed = await change(['questions', reworded, { when: 'after', questions: [] }])
  expect(removed.body).toMatchObject({ questionsAsked: [] })
  const summary = await ask(`/api/conversations/${id}/answers/summary`)
  expect(summary.body).toEqual({ questions: [] })
})

test('more than eight questions are refused in words', async () => {
  const { change } = await facilitating()
  const questions = Array.from({ length: 9 }, (_, index) => ({ ...age, id: `q${index}` }))
  const { status, body } = await change([
    'questions',
    { when: 'after', questions: [] },
    { when: 'after', questions },
  ])
  expect(status).toBe(422)
  expect(JSON.stringify(body.error!.detail)).toContain('at most 8 questions')
})

test('a copy takes over what is still being written', async () => {
  const { change, ask } = await facilitating()
  await change(['purpose.cy', null, halfWelsh])
  const made = await ask<{ id: string }>(staffPath('/copy'), { body: { topic: 'Again' } })
  expect((await ask(staffPath('', made.body.id))).body).toMatchObject({
    purpose: { en: null, cy: halfWelsh },
  })
})
