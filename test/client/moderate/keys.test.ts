import { expect, test } from 'vitest'
import { commandOf } from '../../../client/moderate/keys.ts'

const press = (key: string, changes = {}) => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, isComposing: false },
  ...changes,
})

test.each([
  ['j', 'next'],
  ['K', 'previous'],
  ['a', 'accept'],
  ['r', 'reject'],
  ['m', 'merge'],
  ['u', 'undo'],
  ['?', 'help'],
])('%s means %s', (key, command) => {
  expect(commandOf(press(key), false)).toBe(command)
})

test('a letter that is typed, composed, or part of a shortcut of the browser means nothing here', () => {
  expect(commandOf(press('a'), true)).toBeNull()
  expect(commandOf(press('a', { ctrlKey: true }), false)).toBeNull()
  expect(commandOf(press('r', { metaKey: true }), false)).toBeNull()
  expect(commandOf(press('a', { isComposing: true }), false)).toBeNull()
  expect(commandOf(press('Enter'), false)).toBeNull()
  expect(commandOf(press('toString'), false)).toBeNull()
})
