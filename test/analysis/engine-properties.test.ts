import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Engine, type EngineSettings } from '../../analysis/engine.ts'
import type { OpinionMap, VoteLog } from '../../analysis/opinion-map.ts'

interface Event {
  participant: number
  statement: number
  value: number
}

const PEOPLE = 40
const STATEMENTS = 12
/** Everybody with a vote is grouped, so that nothing depends on who came first. */
const EVERYBODY: EngineSettings = { enoughVotes: 1, enoughPeople: 0 }

const events = fc.array(
  fc.record({
    participant: fc.nat(PEOPLE - 1),
    statement: fc.nat(STATEMENTS - 1),
    value: fc.constantFrom(-1, 0, 1),
  }),
  { maxLength: 400 },
)
const logs = events.map((all) => [...new Map(all.map((event) => [cell(event), event])).values()])

function cell({ participant, statement }: Event): number {
  return participant * STATEMENTS + statement
}

function logOf(all: readonly Event[]): VoteLog {
  return {
    participants: all.map(({ participant }) => participant),
    statements: all.map(({ statement }) => statement),
    values: all.map(({ value }) => value),
  }
}

/** An engine that knows of all people and statements, with or without votes. */
function engineFor(all: readonly Event[], settings: EngineSettings = {}): Engine {
  const engine = new Engine(settings)
  engine.exclude(PEOPLE - 1, false)
  engine.moderate(STATEMENTS - 1, false)
  engine.apply(logOf(all))
  return engine
}

function finish(engine: Engine): OpinionMap {
  const map = engine.refresh()
  engine.validate()
  return map
}

const mapOf = (all: readonly Event[], settings?: EngineSettings) => finish(engineFor(all, settings))
const withoutSequence = (map: OpinionMap) => ({ ...map, sequence: 0 })

/** A permutation of 0 to length − 1, drawn from a seed. */
function permutation(length: number, seed: number): number[] {
  return Array.from({ length }, (_, index) => ({
    index,
    key: Math.imul(index + 1, seed * 2 + 1) ^ (seed >>> 3),
  }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
    .map(({ index }) => index)
}

test('a log applied in any portions, with maps in between, has the same map to the bit', () => {
  fc.assert(
    fc.property(events, fc.array(fc.nat(60), { maxLength: 12 }), (all, portions) => {
      const engine = engineFor([])
      let from = 0
      for (const portion of portions) {
        engine.apply(logOf(all.slice(from, from + portion)))
        from += portion
        if (portion % 3 === 0) engine.refresh()
      }
      engine.apply(logOf(all.slice(from)))
      expect(finish(engine)).toEqual(mapOf(all))
    }),
  )
})

test('the order of the log changes no bit of the map', () => {
  fc.assert(
    fc.property(logs, fc.nat(), (all, seed) => {
      const shuffled = permutation(all.length, seed).map((index) => all[index]!)
      expect(mapOf(shuffled, EVERYBODY)).toEqual(mapOf(all, EVERYBODY))
    }),
  )
})

const betweenTwoGroups: Event[] = [
  { participant: 1, statement: 6, value: -1 },
  { participant: 3, statement: 0, value: -1 },
  { participant: 0, statement: 6, value: 1 },
  { participant: 2, statement: 6, value: -1 },
  { participant: 4, statement: 0, value: 0 },
  { participant: 5, statement: 7, value: -1 },
]

test('other numbers for the participants change no bit of the components, positions and groups', () => {
  fc.assert(
    fc.property(logs, fc.nat(), (all, seed) => {
      const renamed = permutation(PEOPLE, seed)
      const map = mapOf(all)
      const other = mapOf(all.map((event) => ({ ...event, participant: renamed[event.participant]! })))
      expect(other.components).toEqual(map.components)
      expect([other.k, other.totals, other.grouped]).toEqual([map.k, map.totals, map.grouped])
      renamed.forEach((to, from) => {
        expect(other.positions.slice(2 * to, 2 * to + 2)).toEqual(map.positions.slice(2 * from, 2 * from + 2))
        expect(other.included[to]).toBe(map.included[from])
      })
      map.groupings.forEach((grouping, index) => {
        const twin = other.groupings[index]!
        expect(twin.silhouette).toBe(grouping.silhouette)
        expect(twin.withinSumOfSquares).toBe(grouping.withinSumOfSquares)
        expect(twin.sizes).toEqual(grouping.sizes)
        // Groups of one size may be numbered otherwise, so the partition is compared.
        const names = new Map<number, number>()
        renamed.forEach((to, from) => {
          const [own, others] = [grouping.labels[from]!, twin.labels[to]!]
          expect(names.get(own) ?? others).toBe(others)
          names.set(own, others)
        })
      })
    }),
    // Somebody exactly between two groups of one size, who once counted to another one with other numbers.
    { examples: [[betweenTwoGroups, 1063872873]] },
  )
})

test('a population twice as large with the same votes has the same components and positions, to the bit', () => {
  fc.assert(
    fc.property(logs, (all) => {
      const map = mapOf(all, EVERYBODY)
      const twice = all.flatMap((event) => [event, { ...event, participant: event.participant + PEOPLE }])
      const other = mapOf(twice, EVERYBODY)
      expect([other.means, other.components]).toEqual([map.means, map.components])
      expect(other.positions.slice(0, 2 * PEOPLE)).toEqual(map.positions)
    }),
  )
})

test('a statement on which all agree takes no part in the components and changes nothing of the others', () => {
  fc.assert(
    fc.property(logs, (all) => {
      const agrees = [...new Set(all.map(({ participant }) => participant))].map((participant) => ({
        participant,
        statement: STATEMENTS,
        value: 1,
      }))
      const [map, other] = [mapOf(all), mapOf([...all, ...agrees])]
      other.components.forEach((component, index) => {
        expect([...component]).toEqual([...map.components[index]!, ...(agrees.length > 0 ? [0] : [])])
      })
    }),
  )
})

test('votes that were changed later leave no trace', () => {
  fc.assert(
    fc.property(logs, fc.nat(), (all, seed) => {
      const earlier = all.map((event, index) => ({ ...event, value: ((seed + index * 7) % 3) - 1 }))
      expect(withoutSequence(mapOf([...earlier, ...all]))).toEqual(withoutSequence(mapOf(all)))
      const engine = engineFor(earlier)
      engine.refresh()
      engine.apply(logOf(all))
      expect(withoutSequence(finish(engine))).toEqual(withoutSequence(mapOf(all)))
    }),
  )
})

test('a vote that was retracted leaves no trace', () => {
  fc.assert(
    fc.property(logs, fc.nat(), fc.boolean(), (all, seed, isRefreshed) => {
      const engine = engineFor(all, EVERYBODY)
      if (isRefreshed) engine.refresh()
      const gone = all.filter((_, index) => (index * 31 + seed) % 4 === 0)
      for (const { participant, statement } of gone) engine.retract(participant, statement)
      const left = mapOf(
        all.filter((event) => !gone.includes(event)),
        EVERYBODY,
      )
      expect(withoutSequence(finish(engine))).toEqual(withoutSequence(left))
    }),
  )
})

test('I3: votes erased on the way leave the map of a log in which their events say nothing', () => {
  const step = fc.oneof(
    { weight: 20, arbitrary: events.map((all) => all[0] ?? { participant: 0, statement: 0, value: 1 }) },
    { weight: 2, arbitrary: fc.record({ erase: fc.nat(PEOPLE - 1), statement: fc.nat(STATEMENTS - 1) }) },
    { weight: 1, arbitrary: fc.record({ eraseAll: fc.nat(PEOPLE - 1) }) },
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 400 }), fc.nat(20), (steps, beat) => {
      const live = engineFor([])
      const log: ((engine: Engine) => void)[] = []
      const says: (Event | null)[] = []
      const forget = (isGone: (event: Event) => boolean) =>
        says.forEach((event, index) => {
          if (event === null || !isGone(event)) return
          says[index] = null
          log[index] = (engine) => engine.skip()
        })
      steps.forEach((step, index) => {
        let act: (engine: Engine) => void
        if ('eraseAll' in step) {
          act = (engine) => engine.retractAll(step.eraseAll)
          forget(({ participant }) => participant === step.eraseAll)
        } else if ('erase' in step) {
          act = (engine) => engine.retract(step.erase, step.statement)
          forget(({ participant, statement }) => participant === step.erase && statement === step.statement)
        } else act = (engine) => engine.apply(logOf([step]))
        act(live)
        log.push(act)
        says.push('value' in step ? step : null)
        if (index % (beat + 1) === 0) live.refresh()
      })
      const replayed = engineFor([])
      for (const act of log) act(replayed)
      expect(finish(live)).toEqual(finish(replayed))
    }),
  )
})

test('moderation that was taken back leaves no trace', () => {
  fc.assert(
    fc.property(logs, fc.array(fc.nat(STATEMENTS - 1)), (all, statements) => {
      const engine = engineFor(all)
      for (const statement of statements) engine.moderate(statement, true)
      engine.refresh()
      for (const statement of statements) engine.moderate(statement, false)
      expect(finish(engine)).toEqual(mapOf(all))
    }),
  )
})

test('an excluded participant counts as one who never voted, but for their position', () => {
  fc.assert(
    fc.property(
      logs,
      fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 20 }),
      fc.boolean(),
      (all, out, isEarly) => {
        const engine = engineFor(isEarly ? [] : all)
        for (const participant of out) engine.exclude(participant)
        if (isEarly) engine.apply(logOf(all))
        const [map, other] = [
          finish(engine),
          mapOf(all.filter(({ participant }) => !out.includes(participant))),
        ]
        expect({ ...map, sequence: 0, positions: 0 }).toEqual({ ...other, sequence: 0, positions: 0 })
        for (const participant of out) engine.exclude(participant, false)
        expect(finish(engine)).toEqual(mapOf(all))
      },
    ),
  )
})
