// The sample consultation: a town centre question with simulated residents, so that whoever starts the service for the
// first time sees it alive. Seeded and made of integer steps, divisions and square roots only, so it is the same on
// every machine, always.
import type { ImportedConversation, ImportedStatement } from '../store/imported-conversation.ts'
import { samplePurpose, sampleQuestions } from './sample-purpose.ts'
import { seedStatements, residentStatements, type SampleStatement } from './sample-statements.ts'
import { seededRandom } from './seeded-random.ts'

const SEED = 20260302
const RESIDENTS = 400
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Monday, 2 March 2026, 9:00 UTC. */
const OPENING = 1772442000000
const OPEN_DAYS = 21

/** Share of each leaning among the residents: street, trade, quiet. */
const LEANINGS = [0.4, 0.34, 0.26] as const
/** A resident votes on this / √u statements, u evenly from 0 to 1: a few on nearly all, most on a dozen. */
const FEWEST_VOTES = 9
const CHANGED_MINDS = 0.03

interface Vote {
  readonly participant: number
  readonly statement: number
  readonly value: -1 | 0 | 1
  readonly timeMs: number
}

interface Resident {
  readonly id: number
  readonly leaning: 0 | 1 | 2
  /** How far the resident follows the leaning: 1 wholly, 0 as the average of all. */
  readonly conviction: number
  /** Chance to pass on a statement. */
  readonly hesitation: number
  readonly arrivesMs: number
  readonly votes: number
}

/** The sample consultation, with `isSample` set; every call answers the same. */
export function sampleConversation(): ImportedConversation {
  const random = seededRandom(SEED)
  const residents = makeResidents(random)
  const statements = makeStatements(residents, random)
  const votes = residents
    .flatMap((resident) => castVotes(resident, statements, random))
    .sort((a, b) => a.timeMs - b.timeMs || a.participant - b.participant || a.statement - b.statement)
  return {
    id: 'high-street',
    topic: 'What should become of Wexcombe High Street?',
    description:
      'Eleven shops on the High Street stand empty, and Bellamy’s has closed. The council has £2.4 million to spend ' +
      'on the town centre over three years. **What matters to you?**\n\n' +
      'This is a sample. Wexcombe does not exist, and its residents are simulated.',
    isOpen: true,
    isSample: true,
    purpose: samplePurpose,
    questions: sampleQuestions,
    createdAtMs: OPENING,
    statements: statements.map(({ statement }) => statement),
    votes: {
      participants: Uint32Array.from(votes, ({ participant }) => participant),
      statements: Uint32Array.from(votes, ({ statement }) => statement),
      values: Int8Array.from(votes, ({ value }) => value),
      timesMs: Float64Array.from(votes, ({ timeMs }) => timeMs),
    },
  }
}

function makeResidents(random: () => number): Resident[] {
  const arrivals = Array.from({ length: RESIDENTS }, () => arrival(random)).sort((a, b) => a - b)
  return arrivals.map((arrivesMs, id) => {
    const draw = random()
    return {
      id,
      leaning: draw < LEANINGS[0] ? 0 : draw < LEANINGS[0] + LEANINGS[1] ? 1 : 2,
      conviction: 1 - 0.75 * random() * random(),
      hesitation: 0.02 + 0.25 * random() * random(),
      arrivesMs,
      votes: Math.floor(FEWEST_VOTES / Math.sqrt(1 - random())),
    }
  })
}

/** Most people come in the first days, and in the evening. */
function arrival(random: () => number): number {
  const day = Math.floor(OPEN_DAYS * random() * random())
  const hour = random() < 0.6 ? 9 + 3 * random() : 11 * random() // hours after nine in the morning
  return OPENING + day * DAY + Math.floor(hour * 60) * MINUTE + Math.floor(random() * MINUTE)
}

interface OfferedStatement {
  readonly statement: ImportedStatement
  readonly agreement: SampleStatement['agreement']
}

function makeStatements(residents: readonly Resident[], random: () => number): OfferedStatement[] {
  const offered = (
    id: number,
    { text, agreement }: SampleStatement,
    author: Resident | null,
  ): OfferedStatement => {
    const createdAtMs = author ? author.arrivesMs + 4 * MINUTE : OPENING
    const statement = {
      id,
      text,
      author: author?.id ?? null,
      createdAtMs,
      moderation: 1,
      isMeta: false,
    } as const
    return { statement: { ...statement, isSeed: author === null }, agreement }
  }
  const seeds = seedStatements.map((statement, id) => offered(id, statement, null))
  // Each is written by somebody among the first third of the residents whose leaning likes it best.
  const early = residents.slice(0, Math.floor(RESIDENTS / 3))
  const step = early.length / residentStatements.length
  const added = residentStatements.map((statement, index) => {
    const fond = statement.agreement.indexOf(Math.max(...statement.agreement))
    const from = Math.floor(step * index + step * random())
    const author = early.slice(from).find(({ leaning }) => leaning === fond) ?? early[from]!
    return offered(seeds.length + index, statement, author)
  })
  return [...seeds, ...added]
}

function castVotes(
  resident: Resident,
  statements: readonly OfferedStatement[],
  random: () => number,
): Vote[] {
  const { id, arrivesMs } = resident
  const votes: Vote[] = []
  let timeMs = arrivesMs
  const cast = (statement: number, value: Vote['value']) => {
    votes.push({ participant: id, statement, value, timeMs })
    timeMs += 4_000 + Math.floor(random() * 20_000)
  }
  const own = statements.filter(({ statement }) => statement.author === id)
  const others = shuffled(
    statements.filter(({ statement }) => statement.author !== id && statement.createdAtMs <= arrivesMs),
    random,
  )
  for (const { statement, agreement } of others.slice(0, resident.votes)) {
    cast(statement.id, opinion(resident, agreement, random))
  }
  timeMs = Math.max(timeMs, arrivesMs + 4 * MINUTE)
  for (const { statement } of own) cast(statement.id, 1)
  timeMs += DAY
  for (const { statement, value } of [...votes]) {
    if (random() < CHANGED_MINDS) cast(statement, changedMind(value, random))
  }
  return votes
}

function changedMind(value: Vote['value'], random: () => number): Vote['value'] {
  if (value === 0) return random() < 0.5 ? 1 : -1
  if (random() < 0.5) return 0
  return value === 1 ? -1 : 1
}

function opinion(
  { leaning, conviction, hesitation }: Resident,
  agreement: SampleStatement['agreement'],
  random: () => number,
): Vote['value'] {
  if (random() < hesitation) return 0
  const average = (agreement[0] + agreement[1] + agreement[2]) / 3
  const chance = conviction * agreement[leaning] + (1 - conviction) * average
  return random() < chance ? 1 : -1
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    const item = result[last]!
    result[last] = result[chosen]!
    result[chosen] = item
  }
  return result
}
