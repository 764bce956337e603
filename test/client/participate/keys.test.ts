import { expect, test } from 'vitest'
import { voteOfKey } from '../../../client/participate/keys.ts'

const press = { key: '1', ctrlKey: false, altKey: false, metaKey: false, repeat: false, isTyping: false }

test('1 agrees, 2 disagrees, 3 passes, other keys do nothing', () => {
  expect(['1', '2', '3', '4', 'a', 'Enter'].map((key) => voteOfKey({ ...press, key }))).toEqual([
    1,
    -1,
    0,
    undefined,
    undefined,
    undefined,
  ])
})

test('keys with a modifier, held down or typed into a field are not votes', () => {
  for (const change of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { repeat: true },
    { isTyping: true },
  ]) {
    expect(voteOfKey({ ...press, ...change })).toBeUndefined()
  }
})
