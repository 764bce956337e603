import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, trigramsOf } from '../../../server/conversation/similar-statements.ts'
import { SimilarIndex } from '../../../server/moderation/similar-index.ts'

test('the index finds what comparing with each one finds', () => {
  const text = fc
    .array(fc.constantFrom('more', 'trees', 'parking', 'free', 'coed', 'buses', 'market'), { minLength: 1 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (texts, wanted) => {
      const index = new SimilarIndex()
      for (const [id, text] of texts.entries()) index.put(id, text)
      const expected = texts
        .map((text, id) => ({ id, likeness: likeness(trigramsOf(wanted), trigramsOf(text)) }))
        .filter(({ likeness }) => likeness >= 0.4)
        .sort((a, b) => b.likeness - a.likeness || a.id - b.id)
      // Twice, because the index keeps what it counts with from one question to the next.
      for (const _ of [1, 2]) expect(index.nearest(wanted, { atLeast: 0.4, most: 100 })).toEqual(expected)
    }),
    // Alike by 0.4 exactly.
    { examples: [[['market'], 'market parking coed trees free']] },
  )
})

test('a statement is found by its new words and no more by its old ones', () => {
  const index = new SimilarIndex()
  index.put(1, 'More trees in the square')
  index.put(1, 'Free buses on Sundays')
  expect(index.nearest('More trees in the square', { atLeast: 0.3, most: 5 })).toEqual([])
  expect(index.nearest('Free buses on Sundays', { atLeast: 0.3, most: 5 })).toEqual([{ id: 1, likeness: 1 }])
})

test('only those that may be found are found, the nearest first', () => {
  const index = new SimilarIndex()
  index.put(1, 'More trees')
  index.put(2, 'More trees in the park')
  index.put(3, 'More trees')
  const found = index.nearest('More trees', { atLeast: 0.3, most: 2, may: (id) => id !== 1 })
  expect(found.map(({ id }) => id)).toEqual([3, 2])
})

test('among many that share their common letters, the few that are alike are found all the same', () => {
  const index = new SimilarIndex()
  const texts = Array.from({ length: 2_000 }, (_, id) =>
    id % 500 === 3
      ? `Benches by the harbour, ${id}`
      : `Number ${id} of many statements about parking in town`,
  )
  for (const [id, text] of texts.entries()) index.put(id, text)
  const wanted = 'Benches by the harbour, parking'
  const expected = texts
    .map((text, id) => ({ id, likeness: likeness(trigramsOf(wanted), trigramsOf(text)) }))
    .filter(({ likeness }) => likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness || a.id - b.id)
  expect(expected.length).toBe(4)
  for (const _ of [1, 2]) expect(index.nearest(wanted, { atLeast: 0.5, most: 100 })).toEqual(expected)
})
