import { describe, expect, test } from 'vitest'
import { jsonText } from '../../../server/cli/write-out.ts'

describe('JSON in pieces', () => {
  test('is the JSON of the whole, maps written as objects', () => {
    const document = {
      a: 1,
      list: [],
      empty: new Map(),
      map: new Map([[7, [1, 2]]]),
      text: '"',
      nothing: null,
    }
    expect(JSON.parse([...jsonText(document)].join(''))).toEqual({
      a: 1,
      list: [],
      empty: {},
      map: { '7': [1, 2] },
      text: '"',
      nothing: null,
    })
  })

  test('holds every entry of a list that is longer than a piece', () => {
    const list = Array.from({ length: 2500 }, (_, index) => index)
    const pieces = [...jsonText({ list, map: new Map(list.map((entry) => [entry, entry])) })]
    expect(JSON.parse(pieces.join(''))).toEqual({
      list,
      map: Object.fromEntries(list.map((entry) => [entry, entry])),
    })
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000)
  })
})
