import * as v from 'valibot'
import { expect, test } from 'vitest'
import { conversationIdOf } from '../../../server/polis/conversation-id.ts'
import { conversationId } from '../../../server/protocol/values.ts'

test.each([
  ['vtaiwan.uberx', 'vtaiwan.uberx'],
  ['15-per-hour-seattle', '15-per-hour-seattle'],
  ['High Street (2026)', 'high-street-2026'],
  ['_Côté jardin', 'cote-jardin'],
  ['x'.repeat(80), 'x'.repeat(63)],
])('%s becomes %s', (name, id) => {
  expect(conversationIdOf(name)).toBe(id)
  expect(v.is(conversationId, id)).toBe(true)
})

test('a name without a usable letter becomes nothing', () => {
  expect(conversationIdOf('討論')).toBe('')
})
