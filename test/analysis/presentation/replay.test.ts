import { expect, test } from 'vitest'
import { Engine } from '../../../analysis/engine.ts'
import { present, type PresentedMap } from '../../../analysis/presentation/present.ts'
import { readOpenConversation } from '../conformance/open-data.ts'
import { describeOnRealData } from '../../shared-data.ts'

const PORTIONS = 30

/** The maps that people would have seen after each portion of the votes. */
function shownMaps(name: string): PresentedMap[] {
  const { log, moderatedOut } = readOpenConversation(name)
  const engine = new Engine()
  moderatedOut.forEach((isOut, statement) => engine.moderate(statement, isOut === 1))
  const shown: PresentedMap[] = []
  for (let portion = 0; portion < PORTIONS; portion++) {
    const from = Math.floor((log.values.length * portion) / PORTIONS)
    const to = Math.floor((log.values.length * (portion + 1)) / PORTIONS)
    engine.apply({
      participants: Array.from(log.participants).slice(from, to),
      statements: Array.from(log.statements).slice(from, to),
      values: Array.from(log.values).slice(from, to),
    })
    shown.push(present(engine.refresh(), shown.at(-1)?.state))
  }
  return shown
}

const changes = (values: readonly number[]) =>
  values.filter((value, index) => index > 0 && value !== values[index - 1]).length

for (const name of ['brexit-consensus', 'scoop-hivemind.ubi']) {
  describeOnRealData(`while the votes of ${name} come in`, () => {
    const shown = shownMaps(name)

    test('the number of groups changes no more often than the canonical one', () => {
      const shownKs = shown.map(({ state }) => state.k)
      const canonicalKs = shown.map(({ map }) => map.k)
      expect(changes(shownKs)).toBeLessThanOrEqual(changes(canonicalKs))
    })

    test('neither axis ever turns round', () => {
      for (const [index, { components }] of shown.entries()) {
        const before = shown[index - 1]?.components
        if (!before) continue
        for (const axis of [0, 1] as const) {
          const dot = before[axis].reduce(
            (sum, entry, statement) => sum + entry * components[axis][statement]!,
            0,
          )
          expect(dot).toBeGreaterThanOrEqual(0)
        }
      }
    })

    test('most people keep their letter as long as the number of groups stays', () => {
      for (const [index, { state }] of shown.entries()) {
        const before = shown[index - 1]?.state
        if (!before || before.k !== state.k) continue
        const known = [...before.letters.keys()].filter((person) => before.letters[person]! >= 0)
        const kept = known.filter((person) => before.letters[person] === state.letters[person])
        expect(kept.length / known.length).toBeGreaterThan(0.5)
      }
    })

    test('the letters in use are the first ones', () => {
      for (const { groups } of shown) {
        expect(groups.map(({ letter }) => letter).join('')).toBe('ABCDEF'.slice(0, groups.length))
      }
    })
  })
}
