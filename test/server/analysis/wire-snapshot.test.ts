// I8: what a map tells, taken together with what reports tell of the same votes, describes nobody among fewer than five people.
import { expect, test } from 'vitest'
import { Engine, present } from '../../../analysis/index.ts'
import { wireComponents, wireSnapshot } from '../../../server/analysis/wire-snapshot.ts'
import { seededRandom } from '../../../server/sample/seeded-random.ts'
import { simulateHall } from '../stage/simulated-hall.ts'

const STATEMENTS = 12

/** Two camps who vote on everything but the last two statements, on which three and six people vote. */
function twoCamps() {
  const random = seededRandom(3)
  const engine = new Engine()
  for (let person = 0; person < 40; person++) {
    for (let statement = 0; statement < STATEMENTS; statement++) {
      if (statement === STATEMENTS - 2 && person >= 3) continue
      if (statement === STATEMENTS - 1 && person >= 6) continue
      const likes = (statement + person) % 2 === 0
      engine.apply({
        participants: Uint32Array.of(person),
        statements: Uint32Array.of(statement),
        values: Int8Array.of(likes === random() < 0.9 ? 1 : -1),
      })
    }
  }
  const shown = present(engine.refresh(), undefined, { isMeta: new Uint8Array(STATEMENTS) })
  const statementIds = Uint32Array.from({ length: STATEMENTS }, (_, index) => index)
  const facts = { version: 1, publishedAtMs: 0, opensAt: 7, statementIds }
  return { shown, snapshot: wireSnapshot(shown, facts), components: wireComponents(shown, facts) }
}

test('the mean of fewer than five votes is not told, every other one is exact', () => {
  const { shown, components } = twoCamps()
  expect(components.means[STATEMENTS - 2]).toBe(0)
  expect(shown.map.means[STATEMENTS - 2]).not.toBe(0)
  for (const index of [...Array(STATEMENTS - 2).keys(), STATEMENTS - 1]) {
    expect(components.means[index]).toBe(shown.map.means[index])
  }
})

test('what a group stands for, and what all agree on, is told only of votes that are told themselves', () => {
  const halls = [1, 2, 3].map((seed) =>
    simulateHall({ seed, people: 40, camps: [0.5, 0.3, 0.2], arrivals: 0.5, pace: 0.3 }),
  )
  let facts = 0
  for (const { published } of halls.flatMap(({ moments }) => moments)) {
    if (published === null) continue
    const { snapshot, components } = published
    const votesOf = (group: number, statement: number) =>
      components.groups[group]!.votes[components.statements.indexOf(statement)]!
    snapshot.groups.forEach(({ representative }, group) => {
      for (const { statement, votes } of representative) {
        facts++
        expect(votes).toBe(votesOf(group, statement))
        expect(votes).toBeGreaterThanOrEqual(5)
      }
    })
    for (const { statement, votes, inFavour } of snapshot.consensus) {
      facts++
      const ofGroups = snapshot.groups.map((_, group) => votesOf(group, statement))
      expect(Math.min(...ofGroups)).toBeGreaterThanOrEqual(5)
      const outside = votes - ofGroups.reduce((sum, each) => sum + each, 0)
      expect(outside === 0 || outside >= 5).toBe(true)
      expect(inFavour).toBeLessThanOrEqual(votes)
    }
  }
  expect(facts).toBeGreaterThan(100)
})
