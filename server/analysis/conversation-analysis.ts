// One conversation in an analysis worker: takes the log in order and answers published maps.
import {
  compileKernels,
  type Confidence,
  Engine,
  present,
  type PresentationState,
  type PresentedMap,
  restorePresentationState,
  type StoredPresentationState,
  storePresentationState,
} from '../../analysis/index.ts'
import { decidedBy } from '../protocol/map-settings.ts'
import type { MapConfidence } from '../protocol/snapshot.ts'
import { isVote, PARTICIPANT_ERASED, WITHDRAWN } from '../store/store.ts'
import type { MadeMap, ToWorker } from './messages.ts'
import { wireComponents, wireConfidence, wireSnapshot } from './wire-snapshot.ts'

type Change = Extract<ToWorker, { type: 'change' }>
type Opening = Extract<ToWorker, { type: 'open' }>
type Votes = Extract<ToWorker, { type: 'votes' }>

/** All that a report says of votes comes from here. */
export interface Inspection {
  readonly shown: PresentedMap
  /** Null where there are no groups, and where it was not asked for. */
  readonly confidence: Confidence | null
  /** Current votes of each participant. */
  readonly votesOf: Uint32Array
}

// One set of compiled inner loops serves all conversations of the thread.
const kernels = compileKernels()

export class ConversationAnalysis {
  #facts: Change | Opening
  readonly #engine = new Engine({ kernels })
  #remembered: PresentationState | undefined
  /** The newest map, as it is shown. */
  #shown: PresentedMap | undefined
  #confidence: MapConfidence | null

  constructor(opening: Opening) {
    this.#facts = opening
    this.#confidence = opening.confidence
    this.#moderate(opening.moderatedOut, new Uint8Array(0))
    if (opening.presentation !== null) {
      // Written by this class; of another format it is left aside.
      this.#remembered = restorePresentationState(JSON.parse(opening.presentation) as StoredPresentationState)
    }
  }

  /** Statements were added or decided about, or settings changed. */
  change(change: Change): void {
    this.#moderate(change.moderatedOut, this.#facts.moderatedOut)
    this.#facts = change
    // The same votes may make another map now, which has not been checked.
    this.#shown = undefined
    this.#confidence = null
  }

  /** The next entries of the log, with those that are no votes among them. */
  apply({ participants, statements, values }: Pick<Votes, 'participants' | 'statements' | 'values'>): void {
    let start = 0
    const applyUpTo = (end: number) => {
      if (end === start) return
      this.#engine.apply({
        participants: participants.subarray(start, end),
        statements: statements.subarray(start, end),
        values: values.subarray(start, end),
      })
    }
    for (let event = 0; event < values.length; event++) {
      const value = values[event]!
      if (isVote(value)) continue
      applyUpTo(event)
      if (value === WITHDRAWN) this.#engine.retract(participants[event]!, statements[event]!)
      else if (value === PARTICIPANT_ERASED) this.#engine.retractAll(participants[event]!)
      else this.#engine.skip()
      start = event + 1
    }
    applyUpTo(values.length)
  }

  /** The map of everything applied so far, presented after what was shown last. */
  refresh(version: number): MadeMap {
    const started = performance.now()
    const { conversation, statementIds, settings } = this.#facts
    const shown = this.#present()
    const { map } = shown
    const publishedAtMs = Date.now()
    const facts = {
      version,
      publishedAtMs,
      ...decidedBy(settings).publication,
      statementIds,
      confidence: this.#confidence,
    }
    return {
      type: 'map',
      conversation,
      version,
      sequence: map.sequence,
      publishedAtMs,
      snapshot: JSON.stringify(wireSnapshot(shown, facts)),
      components: JSON.stringify(wireComponents(shown, facts)),
      presentation: JSON.stringify(storePresentationState(shown.state)),
      priorities: Float64Array.from(statementIds, (_, index) => shown.statistics.priorities[index] ?? UNSEEN),
      refreshMs: performance.now() - started,
    }
  }

  /**
   * Begins to check how far the newest map can be trusted; null where there is nothing to check or nothing new. Call it
   * right after `refresh`. When the steps are done, the next map carries the result.
   */
  beginCheck(): Generator<number, void> | null {
    const shown = this.#shown
    if (shown?.grouping === undefined || shown.map.participants < this.#facts.settings.opensAt) return null
    if (this.#confidence?.sequence === shown.map.sequence) return null
    return this.#take(this.#engine.measureConfidence(shown.map, { k: shown.grouping.k }), shown)
  }

  /**
   * The map of everything applied so far, for a report; with `isChecked` also its whole check, which takes seconds, so that
   * it is for a thread of its own.
   */
  inspect({ isChecked }: { isChecked: boolean }): Inspection {
    const shown = this.#present()
    const votesOf = this.#engine.votesOf()
    if (shown.grouping === undefined || !isChecked) return { shown, confidence: null, votesOf }
    const check = this.#engine.measureConfidence(shown.map, { k: shown.grouping.k })
    for (;;) {
      const step = check.next()
      if (step.done === true) return { shown, confidence: step.value, votesOf }
    }
  }

  #present(): PresentedMap {
    const shown = this.#shown
    if (shown?.map.sequence === this.#engine.sequence) return shown
    const { isMeta, settings } = this.#facts
    const fresh = present(this.#engine.refresh(), this.#remembered, {
      isMeta,
      ...decidedBy(settings).presentation,
    })
    this.#shown = fresh
    this.#remembered = fresh.state
    return fresh
  }

  *#take(check: Generator<number, Confidence>, shown: PresentedMap): Generator<number, void> {
    this.#confidence = wireConfidence(yield* check, shown, this.#facts.settings.smallestGroup)
  }

  /** Tells the engine only what is different: what it was never told counts as in. */
  #moderate(moderatedOut: Uint8Array, before: Uint8Array): void {
    moderatedOut.forEach((isOut, statement) => {
      if (isOut !== (before[statement] ?? 0)) this.#engine.moderate(statement, isOut !== 0)
    })
  }
}

/** Weight of a statement that nobody has seen yet (Polis mathematics 8.4). */
const UNSEEN = 5.0625
