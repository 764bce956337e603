import { expect, test } from 'vitest'
import { areOffered, summariseAnswers } from '../../../server/participation/answers.ts'
import type { EntryQuestions } from '../../../server/protocol/entry-questions.ts'

const option = (id: string) => ({ id, words: { en: id } })
const questions: EntryQuestions = {
  when: 'after',
  questions: [{ id: 'age', words: { en: 'Age?' }, options: ['young', 'middle', 'old'].map(option) }],
}
const summary = (...people: number[]) => {
  const answers = ['young', 'middle', 'old', 'not-said']
  const counts = people.map((each, i) => ({ question: 'age', answer: answers[i]!, people: each }))
  return summariseAnswers(questions, counts).questions[0]!.options.map((cell) => cell.people)
}

test('only what is offered is an answer, and everybody may prefer not to say', () => {
  expect(areOffered(questions, { age: 'old' })).toBe(true)
  expect(areOffered(questions, { age: 'not-said' })).toBe(true)
  expect(areOffered(questions, {})).toBe(true)
  expect(areOffered(questions, { age: 'ancient' })).toBe(false)
  expect(areOffered(questions, { height: 'old' })).toBe(false)
})

test('I8: a number below five is not shown, and cannot be worked out from the others', () => {
  expect(summary(9, 8, 7, 6)).toEqual([9, 8, 7, 6])
  expect(summary(9, 8, 7, 4)).toEqual([9, 8, null, null])
  expect(summary(9, 8, 3, 4)).toEqual([9, 8, null, null])
  expect(summary(9, 8, 7, 0)).toEqual([9, 8, 7, null])
})
