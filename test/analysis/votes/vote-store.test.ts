import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ABSENT, VoteStore } from '../../../analysis/votes/vote-store.ts'
import { syntheticLog } from '../../../bench/synthetic-log.ts'

const changes = fc.array(
  fc.record({ participant: fc.nat(5), statement: fc.nat(90), value: fc.constantFrom(0, 1, 2, ABSENT) }),
  { maxLength: 600 },
)

test('the store holds what a plain map holds, in the order of the statements', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const store = new VoteStore()
      const plain = new Map<number, number>()
      for (const { participant, statement, value } of all) {
        store.reserve(participant + 1)
        const key = participant * 100 + statement
        const before =
          value === ABSENT ? store.take(participant, statement) : store.put(participant, statement, value)
        expect(before).toBe(plain.get(key) ?? ABSENT)
        if (value === ABSENT) plain.delete(key)
        else plain.set(key, value)
        expect(store.has(participant, statement)).toBe(plain.has(key))
      }
      store.tidy()
      store.validate()
      expect(store.votes).toBe(plain.size)
      const held: [number, number][] = []
      for (let i = 0; i < store.participants; i++) {
        for (let at = store.starts[i]!; at < store.starts[i]! + store.lengths[i]!; at++) {
          held.push([i * 100 + (store.pool[at]! >> 2), store.pool[at]! & 3])
        }
      }
      expect(held).toEqual([...plain].sort(([a], [b]) => a - b))
    }),
  )
})

test('a participant may vote on all statements there can be', () => {
  const store = new VoteStore()
  store.reserve(1)
  for (let statement = 9999; statement >= 0; statement--) store.put(0, statement, statement % 3)
  store.validate()
  expect(store.lengths[0]).toBe(10_000)
})

test('votes in random order take at most 12 bytes each', () => {
  const { participants, statements, values } = syntheticLog('skewed', 40_000, 500, 29)
  const store = new VoteStore()
  store.reserve(40_000)
  for (let event = 0; event < values.length; event++) {
    store.put(participants[event]!, statements[event]!, values[event]! + 1)
  }
  expect(store.bytes / store.votes).toBeLessThan(12)
})
