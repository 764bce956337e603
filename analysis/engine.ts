// The incremental engine: takes the vote log in any portions and answers the canonical opinion map of all of it. The map
// is a function of the log, the moderation and the settings alone: no clock, no chance, no memory of earlier maps.
//
//   apply ─► vote store ─► pair statistics ─► covariance ─► components ─► positions ─► opinion groups ─► map
//        └─► inclusion ───────────────────────────────────────────────────────────────────┘
import { leadingComponents } from './components/components.ts'
import { isPaired, MOST_PAIRED, pairedCovariance } from './components/covariance.ts'
import { PairStatistics } from './components/pair-statistics.ts'
import { projectParticipants, projectStatements } from './components/projection.ts'
import { sparseCovariance } from './components/sparse-covariance.ts'
import { StatementCounts } from './components/statement-counts.ts'
import {
  type Confidence,
  type ConfidenceOptions,
  measureConfidence,
} from './confidence/measure-confidence.ts'
import { takeVoteSample } from './confidence/vote-sample.ts'
import { findOpinionGroups } from './groups/opinion-groups.ts'
import type { Kernels } from './kernels/kernels.ts'
import { plainKernels } from './kernels/plain-kernels.ts'
import type { MapSettings, OpinionMap, VoteLog } from './opinion-map.ts'
import { enlarged } from './votes/enlarged.ts'
import { ENOUGH_PEOPLE, ENOUGH_VOTES, Inclusion } from './votes/inclusion.ts'
import { LIMITS } from './votes/limits.ts'
import { Settlement } from './votes/settlement.ts'
import { checkBatch, checkParticipant, checkStatement } from './votes/vote-batch.ts'
import { ABSENT, VoteStore } from './votes/vote-store.ts'

/** Settings of an engine; they are part of what the map is a function of. */
export interface EngineSettings extends MapSettings {
  /** Number of components, 2 to 4; positions and groups use the first two. Default 2. */
  readonly components?: number
  /** Votes with which a participant takes part in the grouping. Default 7. */
  readonly enoughVotes?: number
  /** Participants up to which everybody takes part in the grouping. Default 15. */
  readonly enoughPeople?: number
  /**
   * 1 for each participant who takes part in the grouping, in the place of the rule: for votes whose order is not known,
   * as in an export of open data.
   */
  readonly included?: ArrayLike<number> | undefined
  /** Inner loops; they change the speed and not a bit of the map. Default: the plain ones. */
  readonly kernels?: Kernels
}

/** The stages of a refresh, in their order. */
export type RefreshStage = 'pair statistics' | 'components' | 'positions' | 'opinion groups'

/** Keeps the opinion map of one conversation. */
export class Engine {
  /** Log events taken so far: votes, retractions, and what says nothing any more. */
  sequence = 0

  private readonly settings: Required<Omit<EngineSettings, 'pinnedK' | 'included'>> &
    Pick<EngineSettings, 'pinnedK' | 'included'>
  private readonly store = new VoteStore()
  private readonly counts = new StatementCounts()
  private readonly pairs = new PairStatistics()
  private readonly settlement: Settlement
  private readonly inclusion: Inclusion
  /** The map, while nothing has changed since it was computed. */
  private current: OpinionMap | undefined
  private excluded = new Uint8Array(64)
  private moderated = new Uint8Array(16)

  /** Throws a RangeError for a setting out of range. */
  constructor({
    components = 2,
    largestK = 6,
    pinnedK,
    enoughVotes = ENOUGH_VOTES,
    enoughPeople = ENOUGH_PEOPLE,
    included,
    kernels = plainKernels,
  }: EngineSettings = {}) {
    checkSetting(components, 2, 4, 'components')
    checkSetting(largestK, 2, 6, 'groups')
    if (pinnedK !== undefined) checkSetting(pinnedK, 2, 6, 'groups')
    checkSetting(enoughVotes, 1, LIMITS.statements, 'votes to take part')
    checkSetting(enoughPeople, 0, LIMITS.participants, 'people to be filled up')
    this.settings = { components, largestK, pinnedK, enoughVotes, enoughPeople, included, kernels }
    this.settlement = new Settlement(this.store, this.counts, this.pairs, kernels)
    this.inclusion = new Inclusion({ enoughVotes, enoughPeople })
  }

  /**
   * Applies the next events of the vote log. In what portions a log is applied makes no difference to the map.
   *
   * Throws a RangeError, with nothing changed, for an index or a vote out of range, for arrays of different lengths
   * and for more votes than the limits allow.
   */
  apply(log: VoteLog): void {
    const extent = checkBatch(log)
    const { participants, statements, values } = log
    if (this.store.votes + values.length > LIMITS.votes) this.checkVotes(log)
    if (values.length === 0) return
    this.current = undefined
    this.reserve(extent.participant + 1, extent.statement + 1)
    const { store, counts, excluded, inclusion, settlement } = this
    const canBePaired = counts.statements <= MOST_PAIRED
    for (let event = 0; event < values.length; event++) {
      const participant = participants[event]!
      const statement = statements[event]!
      const value = values[event]! + 1
      const before = store.put(participant, statement, value)
      if (before === value) continue
      const isExcluded = excluded[participant] === 1
      if (before === ABSENT) inclusion.added(participant, statement, isExcluded, this.sequence + event)
      if (isExcluded) continue
      counts.change(statement, before, value)
      if (canBePaired) settlement.note(participant, statement, before, value)
    }
    this.sequence += values.length
  }

  /**
   * Erases a vote, as if it had not been cast; where there is no such vote, nothing is erased. One event of the log.
   * Throws a RangeError for an index out of range.
   */
  retract(participant: number, statement: number): void {
    checkParticipant(participant)
    checkStatement(statement)
    this.current = undefined
    this.reserve(participant + 1, statement + 1)
    this.erase(participant, statement)
    this.sequence++
  }

  /** Erases every vote of a participant, as if they had cast none. One event of the log. Throws as `retract`. */
  retractAll(participant: number): void {
    checkParticipant(participant)
    this.current = undefined
    this.reserve(participant + 1, 0)
    const { pool, starts, lengths } = this.store
    const start = starts[participant]!
    const codes = pool.slice(start, start + lengths[participant]!)
    for (const code of codes) this.erase(participant, code >> 2)
    this.sequence++
  }

  /** Takes an event of the log that says nothing any more, because what it said was erased. */
  skip(): void {
    this.current = undefined
    this.sequence++
  }

  /**
   * Leaves a participant out of every statistic, component and group, or takes them in again; they keep a position.
   * Not an event of the log. Throws a RangeError for an index out of range.
   */
  exclude(participant: number, isExcluded = true): void {
    checkParticipant(participant)
    this.current = undefined
    this.reserve(participant + 1, 0)
    const flag = isExcluded ? 1 : 0
    if (this.excluded[participant] === flag) return
    if (this.counts.statements <= MOST_PAIRED) this.settlement.leaveOut(participant, isExcluded)
    this.excluded[participant] = flag
    const { pool, starts, lengths } = this.store
    const start = starts[participant]!
    for (let at = start; at < start + lengths[participant]!; at++) {
      const value = pool[at]! & 3
      this.counts.change(pool[at]! >> 2, isExcluded ? value : ABSENT, isExcluded ? ABSENT : value)
    }
    this.inclusion.exclude(this.excluded)
  }

  /**
   * Leaves a statement out of the map, or takes it in again. It never touches what was counted. Not an event of the
   * log. Throws a RangeError for an index out of range.
   */
  moderate(statement: number, isOut: boolean): void {
    checkStatement(statement)
    this.current = undefined
    this.reserve(0, statement + 1)
    this.moderated[statement] = isOut ? 1 : 0
  }

  /**
   * Answers the opinion map of everything applied so far, the same one as long as nothing changes. `passed` is told each time a stage is done, so that a bench
   * can take the time.
   */
  refresh(passed: (stage: RefreshStage) => void = () => {}): OpinionMap {
    this.current ??= this.compute(passed)
    return this.current
  }

  /**
   * Checks how far the map of the present sequence can be trusted, step by step (see `measureConfidence`), on a copy of
   * the votes, so that new ones may come in meanwhile. Throws a RangeError for the map of another sequence.
   */
  measureConfidence(map: OpinionMap, options: ConfidenceOptions = {}): Generator<number, Confidence> {
    if (map.sequence !== this.sequence) {
      throw new RangeError(`Expected the map of sequence ${this.sequence}, got ${map.sequence}.`)
    }
    return measureConfidence(map, takeVoteSample(this.store, map, this.excluded, options), options)
  }

  /** How many current votes each participant has. */
  votesOf(): Uint32Array {
    return Uint32Array.from({ length: this.store.participants }, (_, i) => this.store.lengths[i]!)
  }

  /** Throws an Error that says what is wrong when an invariant does not hold; for tests. */
  validate(): void {
    this.store.validate()
    if (this.counts.statements > MOST_PAIRED) return
    this.settlement.settle()
    this.pairs.validate()
    for (let j = 0; j < this.counts.statements; j++) {
      const { together, first, products } = this.pairs.pair(j, j)
      const { voters, sums, squares } = this.counts
      if (together !== voters[j] || first !== sums[j] || products !== squares[j]) {
        throw new Error(`Statement ${j} is counted one way alone and another way with itself.`)
      }
    }
  }

  private compute(passed: (stage: RefreshStage) => void): OpinionMap {
    const { store, counts, settings } = this
    const { statements } = counts
    store.tidy()
    const voted = Uint8Array.from({ length: statements }, (_, j) => (counts.voters[j]! > 0 ? 1 : 0))
    // Statements whose votes were all erased must leave no trace in how it is computed.
    const votedOn = voted.reduce((sum, is) => sum + is, 0)
    const canUsePairs = statements <= MOST_PAIRED && isPaired(votedOn, store.votes)
    if (canUsePairs) this.settlement.settle()
    passed('pair statistics')
    const moderatedOut = this.moderated.slice(0, statements)
    const excluded = this.excluded.slice(0, store.participants)
    const means = counts.means(moderatedOut)
    const chosen = counts.varying(moderatedOut)
    const { kernels } = settings
    const covariance = canUsePairs
      ? pairedCovariance(this.pairs, means, chosen, settings.components, kernels)
      : sparseCovariance(store, excluded, means, chosen, settings.components, kernels)
    const { components, explainedVariance } = leadingComponents(
      covariance,
      counts.trace(chosen),
      settings.components,
      chosen,
      statements,
      kernels,
    )
    passed('components')
    const frame = { means, first: components[0]!, second: components[1]!, moderatedOut, voted }
    const positions = projectParticipants(store, frame)
    const { positions: statementPositions, extremity } = projectStatements(frame)
    passed('positions')
    const included = new Uint8Array(store.participants)
    let grouped = 0
    for (let i = 0; i < included.length; i++) {
      if (excluded[i] || store.lengths[i] === 0 || !this.takesPart(i)) continue
      included[i] = 1
      grouped++
    }
    const { groupings, k, totals } = findOpinionGroups(
      store,
      statements,
      positions,
      included,
      excluded,
      settings,
      kernels,
    )
    passed('opinion groups')
    return {
      format: 1,
      sequence: this.sequence,
      participants: store.participants,
      statements,
      votes: totals.votes.reduce((sum, votes) => sum + votes, 0),
      grouped,
      means,
      components,
      explainedVariance,
      positions,
      included,
      statementPositions,
      extremity,
      moderatedOut,
      totals,
      groupings,
      k,
    }
  }

  private takesPart(participant: number): boolean {
    const { included } = this.settings
    return included === undefined ? this.inclusion.has(participant) : included[participant] === 1
  }

  private erase(participant: number, statement: number): void {
    const before = this.store.take(participant, statement)
    if (before === ABSENT) return
    this.inclusion.removed(participant, statement)
    if (this.excluded[participant] === 1) return
    this.counts.change(statement, before, ABSENT)
    if (this.counts.statements <= MOST_PAIRED) this.settlement.note(participant, statement, before, ABSENT)
  }

  /** Only new votes count towards the limit, so they are counted one by one when a batch comes near it. */
  private checkVotes({ participants, statements, values }: VoteLog): void {
    const added = new Set<number>()
    for (let event = 0; event < values.length; event++) {
      if (!this.store.has(participants[event]!, statements[event]!)) {
        added.add(participants[event]! * LIMITS.statements + statements[event]!)
      }
    }
    if (this.store.votes + added.size > LIMITS.votes) {
      throw new RangeError(`Expected at most ${LIMITS.votes} votes, got ${this.store.votes + added.size}.`)
    }
  }

  private reserve(participants: number, statements: number): void {
    this.store.reserve(participants)
    this.settlement.reserve(participants)
    this.inclusion.reserve(participants)
    if (participants > this.excluded.length) {
      this.excluded = enlarged(
        this.excluded,
        new Uint8Array(Math.max(participants, (this.excluded.length * 3) >> 1)),
      )
    }
    if (statements > this.moderated.length) {
      const room = Math.max(statements, (this.moderated.length * 3) >> 1)
      this.moderated = enlarged(this.moderated, new Uint8Array(room))
    }
    this.counts.reserve(statements)
    if (this.counts.statements > MOST_PAIRED) this.pairs.clear()
  }
}

function checkSetting(value: number, least: number, most: number, what: string): void {
  if (!(Number.isInteger(value) && value >= least && value <= most)) {
    throw new RangeError(`Expected ${least} to ${most} ${what}, got ${value}.`)
  }
}
