import { expect, test } from 'vitest'
import { cy } from '../../../client/words/cy.ts'
import { en } from '../../../client/words/en.ts'
import { wordsIn } from '../../../client/words/words.ts'
import { pageWords, progressWords } from '../../../server/http/page-words.ts'

test('the server says what the script says, word for word, so that nothing changes when it takes over', () => {
  for (const [words, catalogue] of [
    [pageWords.en, en],
    [pageWords.cy, cy],
  ] as const) {
    for (const [key, text] of Object.entries(words)) {
      expect(text, key).toBe((catalogue as Readonly<Record<string, unknown>>)[key])
    }
  }
  for (const language of ['en', 'cy'] as const) {
    const { say } = wordsIn(language)
    for (const count of [1, 2, 3, 6, 41]) {
      expect(progressWords(language, 0, count)).toBe(say('progressNone', { count }))
      expect(progressWords(language, 1, count)).toBe(say('progress', { voted: 1, count }))
    }
  }
})
