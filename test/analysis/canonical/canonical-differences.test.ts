import { describe, expect, test } from 'vitest'
import { canonicalDifferences, canonicalDocument, Engine } from '../../../analysis/index.ts'
import { workedExample } from '../worked-example.ts'

function documentOf(values?: readonly number[]) {
  const engine = new Engine()
  engine.apply(values === undefined ? workedExample : { ...workedExample, values })
  const map = engine.refresh()
  return canonicalDocument(
    map,
    Array.from({ length: map.statements }, (_, index) => 10 + index),
  )
}

describe('canonicalDifferences', () => {
  test('finds none between a map and itself, read back from JSON', () => {
    const document = documentOf()
    expect(canonicalDifferences(JSON.parse(JSON.stringify(document)), document)).toEqual([])
  })

  test('names the statement on which one vote was changed', () => {
    const values = Array.from(workedExample.values)
    values[0] = -values[0]!
    const found = canonicalDifferences(documentOf(), documentOf(values))
    const statement = 10 + workedExample.statements[0]!
    expect(found).toContainEqual(expect.objectContaining({ part: 'everybody: agrees', statement }))
    expect(found.filter(({ part }) => part === 'everybody: agrees')).toHaveLength(1)
  })

  test('sees the last bit of a number', () => {
    const document = documentOf()
    const means = [...document.means]
    means[2] = means[2]! * (1 + Number.EPSILON)
    const found = canonicalDifferences(document, { ...document, means })
    expect(found).toEqual([
      { part: 'means', statement: 12, published: document.means[2], recomputed: means[2] },
    ])
  })
})

test('a map whose grouped people are given is the map of the log in which they came to be so, in any order', () => {
  const engine = new Engine()
  engine.apply(workedExample)
  const map = engine.refresh()
  const backwards = <T>(list: ArrayLike<T>) => Array.from(list).reverse()
  const again = new Engine({ included: map.included })
  again.apply({
    participants: backwards(workedExample.participants),
    statements: backwards(workedExample.statements),
    values: backwards(workedExample.values),
  })
  const ids = [0, 1, 2, 3, 4, 5]
  expect(canonicalDocument(again.refresh(), ids)).toEqual(canonicalDocument(map, ids))
})
