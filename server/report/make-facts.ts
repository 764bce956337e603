// From the analysis of a prefix of the log to the facts of its report. Everything that could tell of too few people is left
// out here, so that whatever is made of the facts may be shown.
import {
  buckets,
  convexHull,
  divisiveStatements,
  orientPoints,
  type PresentedMap,
} from '../../analysis/index.ts'
import type { Inspection } from '../analysis/conversation-analysis.ts'
import type { Bucket, Point } from '../protocol/snapshot.ts'
import type { StoredStatement } from '../store/store.ts'
import { channelFacts } from './channels.ts'
import type { ReportFacts, ReportGroup, ReportStatement, VoteCount } from './facts.ts'
import type { VoteDays } from './periods.ts'
import { shownVotes } from '../protocol/shown-votes.ts'
import { shownCount } from './suppress.ts'
import { medianVotes, votesPerPerson } from './votes-per-person.ts'

/** Statements that get an arrow on the map. */
export const MOST_ARROWS = 8
/** Smallest angle between two arrows, and the shortest arrow in relation to the longest. */
const ARROWS_APART = 0.2
const SHORTEST_ARROW = 0.4

/** What a report needs to know besides the votes. */
export interface ReportInput extends Pick<
  ReportFacts,
  'conversation' | 'purposes' | 'smallest' | 'answers' | 'access'
> {
  readonly log: ReportFacts['log']
  readonly timeZone: string
  readonly opensAt: number
  readonly whoWrites: ReportFacts['moderation']['whoWrites']
  readonly isStrict: boolean
  /** All statements, by dense index. */
  readonly statements: readonly StoredStatement[]
  /** 1 for statements that nobody may vote on, by dense index. */
  readonly closed: ArrayLike<number>
  /** How often each statement was shown, by dense index. */
  readonly shown: readonly number[]
  readonly reports: number
  /** By which way each participant came, by number, as `ReportStore.channels` says it. */
  readonly channelOf: ArrayLike<number>
}

/** The facts of the report. */
export function makeFacts(
  input: ReportInput,
  { shown, confidence, votesOf }: Inspection,
  days: VoteDays,
): ReportFacts {
  const { smallest, statements } = input
  const isOpen = shown.map.participants >= input.opensAt
  const places = isOpen
    ? shown.groups.flatMap((group, place) => (group.people >= smallest ? [place] : []))
    : []
  const rows = statements.map((statement, index) => statementFacts(input, shown, places, statement, index))
  const isTold = (index: number) => rows[index]?.all != null && isListed(input, index)
  const votes = votesOf.reduce((sum, count) => sum + count, 0)
  return {
    format: 1,
    conversation: input.conversation,
    purposes: input.purposes,
    log: input.log,
    smallest,
    people: {
      voters: votesOf.reduce((sum, count) => sum + Number(count > 0), 0),
      votes,
      grouped: places.reduce((sum, place) => sum + shown.groups[place]!.people, 0),
      opensAt: input.opensAt,
      medianVotes: medianVotes(votesOf),
    },
    channels: channelFacts(votesOf, input.channelOf, smallest),
    periods: days.periods(smallest),
    votesPerPerson: votesPerPerson(votesOf, smallest),
    answers: input.answers,
    map: mapFacts(shown, places, input, isTold),
    groups: groupFacts(shown, places, rows, input, confidence),
    consensus: isOpen
      ? shown.statistics.consensus
          .filter(({ statement }) => isTold(statement))
          .map(({ statement, direction }) => ({
            statement: statements[statement]!.id,
            direction,
            stays: hundredths(
              confidence?.consensus.find(
                (each) => each.statement === statement && each.direction === direction,
              )?.share,
            ),
          }))
      : [],
    divisive: isOpen ? shown.statistics.divisive.filter(isTold).map((index) => statements[index]!.id) : [],
    uncertain: shown.statistics.uncertain
      .filter(({ statement }) => isTold(statement))
      .map(({ statement }) => statements[statement]!.id),
    statements: rows.filter((_, index) => isListed(input, index)),
    confidence:
      confidence === null || !isOpen
        ? null
        : {
            draws: confidence.draws,
            shuffles: confidence.shuffles,
            people: confidence.people,
            distinct: confidence.distinct,
            asClear: Math.round(confidence.chance * (confidence.shuffles + 1)) - 1, // the real map counts as one
            k: confidence.k,
            choices: confidence.choices.map(({ k, share }) => ({ k, share: hundredths(share) })),
          },
    moderation: moderationFacts(input, shown),
    access: input.access,
  }
}

/** Statements that readers may read are those that are, or were, open for voting. */
function isListed({ closed }: Pick<ReportInput, 'closed'>, index: number): boolean {
  return closed[index] === 0
}

function statementFacts(
  { smallest, shown: exposures }: ReportInput,
  { map, grouping, groups, statistics }: PresentedMap,
  places: readonly number[],
  { id, text, isSeed, isMeta }: StoredStatement,
  index: number,
): ReportStatement {
  const all = countAt(map.totals, index)
  const byGroup = places.map((place) =>
    countAt(grouping!.counts, groups[place]!.canonical * map.statements + index),
  )
  const votes = shownVotes(all, byGroup, smallest)
  const isOnMap = index < map.statements && map.moderatedOut[index] === 0 && votes.all !== null
  const { agreeNormalised, disagreeNormalised } = statistics.groupInformedConsensus
  return {
    id,
    text,
    isSeed,
    isMeta,
    ...votes,
    divisiveness: isOnMap && places.length > 0 ? hundredths(map.extremity[index]!) : null,
    // It is a mean over the groups: one that is hidden could be worked out from it.
    consensus:
      isOnMap && places.length > 0 && !votes.groups.includes(null)
        ? [hundredths(agreeNormalised[index]!), hundredths(disagreeNormalised[index]!)]
        : null,
    shown: exposures[index] ?? 0,
  }
}

function countAt(
  counts: { agrees: Uint32Array; disagrees: Uint32Array; votes: Uint32Array },
  cell: number,
): VoteCount {
  // A statement that nobody has seen yet is beyond the end of the map's arrays.
  return {
    agrees: counts.agrees[cell] ?? 0,
    disagrees: counts.disagrees[cell] ?? 0,
    votes: counts.votes[cell] ?? 0,
  }
}

function mapFacts(
  { map, grouping, groups, orientation, explainedVariance, statementPositions }: PresentedMap,
  places: readonly number[],
  { statements }: ReportInput,
  isTold: (index: number) => boolean,
): ReportFacts['map'] {
  if (grouping === undefined || places.length === 0) return { variance: [0, 0], buckets: [], arrows: [] }
  const placeOf = new Map(places.map((place, index) => [groups[place]!.canonical, index]))
  const cells = buckets(map, grouping).flatMap(({ x, y, people, group }): Bucket[] => {
    const place = placeOf.get(group)
    if (place === undefined) return []
    const [shownX, shownY] = orientPoints(Float64Array.of(x, y), orientation)
    return [{ x: thousandths(shownX!), y: thousandths(shownY!), people, group: place }]
  })
  return {
    variance: [thousandths(explainedVariance[0]), thousandths(explainedVariance[1])],
    buckets: cells,
    arrows: arrowsOf(map, statementPositions, isTold).map(({ index, towards }) => ({
      statement: statements[index]!.id,
      towards,
    })),
  }
}

/** The most divisive statements that do not point where a more divisive one does. */
function arrowsOf(
  { extremity, moderatedOut, statements }: PresentedMap['map'],
  positions: Float64Array,
  isTold: (index: number) => boolean,
): { readonly index: number; readonly towards: Point }[] {
  const chosen: { readonly index: number; readonly towards: Point; readonly angle: number }[] = []
  const candidates = divisiveStatements(extremity, moderatedOut, { most: statements }).filter(isTold)
  for (const index of candidates) {
    const [x, y] = [positions[2 * index]!, positions[2 * index + 1]!]
    const angle = Math.atan2(y, x)
    const isCrowded = chosen.some((other) => {
      const apart = Math.abs(other.angle - angle) % (2 * Math.PI)
      return Math.min(apart, 2 * Math.PI - apart) < ARROWS_APART
    })
    if (isCrowded || extremity[index]! < SHORTEST_ARROW * extremity[candidates[0]!]!) continue
    chosen.push({ index, towards: [thousandths(x), thousandths(y)], angle })
    if (chosen.length === MOST_ARROWS) break
  }
  return chosen
}

function groupFacts(
  shown: PresentedMap,
  places: readonly number[],
  rows: readonly ReportStatement[],
  input: ReportInput,
  confidence: Inspection['confidence'],
): ReportGroup[] {
  const { groups, map, grouping, orientation } = shown
  const cells = grouping === undefined ? [] : buckets(map, grouping)
  return places.map((place, column) => {
    const { letter, people, centre, canonical, representative } = groups[place]!
    const own = cells
      .filter(({ group }) => group === canonical)
      .map(({ x, y }) => {
        const [shownX, shownY] = orientPoints(Float64Array.of(x, y), orientation)
        return { x: thousandths(shownX!), y: thousandths(shownY!) }
      })
    return {
      letter,
      people,
      centre: [thousandths(centre[0]), thousandths(centre[1])],
      hull: convexHull(own).map(({ x, y }): Point => [x, y]),
      representative: representative
        .filter(({ statement }) => rows[statement]!.groups[column] != null && isListed(input, statement))
        .map(({ statement, direction }) => ({ statement: input.statements[statement]!.id, direction })),
      together: hundredths(confidence?.groups[canonical]?.together),
      recovered: hundredths(confidence?.groups[canonical]?.recovered),
    }
  })
}

function moderationFacts(
  { statements, closed, smallest, reports, isStrict, whoWrites }: ReportInput,
  { map }: PresentedMap,
): ReportFacts['moderation'] {
  const count = (is: (statement: StoredStatement, index: number) => boolean) => statements.filter(is).length
  const authors = new Set(
    statements.flatMap(({ author, isSeed }) => (author === null || isSeed ? [] : [author])),
  )
  return {
    written: statements.length,
    voted: map.totals.votes.reduce((sum, votes) => sum + Number(votes > 0), 0),
    seeds: count(({ isSeed }) => isSeed),
    authors: shownCount(authors.size, smallest),
    accepted: count(({ moderation }, index) => moderation > 0 && closed[index] === 0),
    unmoderated: count(({ moderation }, index) => moderation === 0 && closed[index] === 0),
    rejected: count(
      ({ moderation, mergedInto, isWithdrawn }) => moderation < 0 && mergedInto === null && !isWithdrawn,
    ),
    waiting: count(
      ({ isWaiting, moderation }) => moderation >= 0 && (isWaiting || (isStrict && moderation === 0)),
    ),
    merged: count(({ mergedInto }) => mergedInto !== null),
    withdrawn: count(({ isWithdrawn }) => isWithdrawn),
    meta: count(({ isMeta }) => isMeta),
    reports: shownCount(reports, smallest),
    isStrict,
    whoWrites,
  }
}

function hundredths(value: number): number
function hundredths(value: number | undefined): number | null
function hundredths(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
