import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsOf } from '../../../server/conversation/settings.ts'
import { StatementRoll } from '../../../server/conversation/statement-roll.ts'
import type { StoredStatement } from '../../../server/store/store.ts'

const settings = settingsOf({ settings: {} })

const statement = (id: number): fc.Arbitrary<StoredStatement> =>
  fc.record({
    ...{ id: fc.constant(id), text: fc.constant(`Statement ${id}.`), author: fc.constant(null) },
    ...{ createdAtMs: fc.constant(0), reason: fc.constant(null), reasonWelsh: fc.constant(null) },
    moderation: fc.constantFrom(-1, 0, 1),
    isMeta: fc.boolean(),
    isSeed: fc.boolean(),
    isWaiting: fc.boolean(),
    isWithdrawn: fc.boolean(),
    mergedInto: fc.option(fc.nat(9)),
    replacedAs: fc.constantFrom(null, 'merge', 'reword', 'split'),
    derivedFrom: fc.option(fc.nat(9)),
  })
const all = (count: number) => fc.tuple(...Array.from({ length: count }, (_, id) => statement(id)))

test('taking over a few statements comes to the same as taking over all of them', () => {
  fc.assert(
    fc.property(all(6), all(10), fc.subarray([0, 1, 2, 3, 4, 5]), (before, now, changed) => {
      const ids = new Set([...changed, 6, 7, 8, 9])
      const after = now.map((statement, id) => (ids.has(id) ? statement : before[id]!))
      const roll = new StatementRoll(before, settings)
      roll.change(
        after.filter(({ id }) => ids.has(id)),
        settings,
      )
      const expected = new StatementRoll(after, settings)
      expect(roll.all).toEqual(expected.all)
      expect(roll.closed).toEqual(expected.closed)
      expect(roll.open).toBe(expected.open)
      for (const { id } of after) {
        expect(roll.indexOf(id)).toBe(id)
        expect(roll.successorsOf(id)).toEqual(expected.successorsOf(id))
      }
    }),
  )
})
