import { expect, test } from 'vitest'
import { englishWords } from '../../../server/participation/english-words.ts'
import { newReturnCode, normalisedCode, returnCodeHash } from '../../../server/participation/return-code.ts'
import { welshWords } from '../../../server/participation/welsh-words.ts'

test.each([
  ['English', englishWords],
  ['Welsh', welshWords],
])('the %s list gives 11 bits a word, and no two words share their first four letters', (_, words) => {
  expect(words).toHaveLength(2048)
  expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(2048)
  for (const word of words) expect(word).toMatch(/^[a-z]{4,7}$/)
})

test('a code is four words of the list of its language', () => {
  for (const [language, list] of [
    ['en', englishWords],
    ['cy', welshWords],
  ] as const) {
    const words = newReturnCode(language).split(' ')
    expect(words).toHaveLength(4)
    for (const word of words) expect(list).toContain(word)
  }
  expect(newReturnCode('en')).not.toBe(newReturnCode('en'))
})

test('case, accents and what stands between the words make no difference, their order does', async () => {
  expect(normalisedCode('  Apple,\nTÂN - mouse  river ')).toBe('apple tan mouse river')
  const hash = await returnCodeHash('apple tree mouse river', 'a', 'secret')
  expect(await returnCodeHash('Apple  Tree-mouse, RIVER', 'a', 'secret')).toBe(hash)
  expect(await returnCodeHash('tree apple mouse river', 'a', 'secret')).not.toBe(hash)
  expect(await returnCodeHash('apple tree mouse river', 'b', 'secret')).not.toBe(hash)
  expect(await returnCodeHash('apple tree mouse river', 'a', 'another')).not.toBe(hash)
})
