// One conversation in an analysis worker: takes the log in order and answers published maps.
import {
  compileKernels,
  Engine,
  present,
  type PresentationState,
  restorePresentationState,
  type StoredPresentationState,
  storePresentationState,
} from '../../analysis/index.ts'
import { WITHDRAWN } from '../store/store.ts'
import type { MadeMap, ToWorker } from './messages.ts'
import { wireComponents, wireSnapshot } from './wire-snapshot.ts'

type Change = Extract<ToWorker, { type: 'change' }>
type Opening = Extract<ToWorker, { type: 'open' }>
type Votes = Extract<ToWorker, { type: 'votes' }>

// One set of compiled inner loops serves all conversations of the thread.
const kernels = compileKernels()

export class ConversationAnalysis {
  #facts: Change | Opening
  readonly #engine = new Engine({ kernels })
  #shown: PresentationState | undefined

  constructor(opening: Opening) {
    this.#facts = opening
    this.#moderate(opening.moderatedOut, new Uint8Array(0))
    if (opening.presentation !== null) {
      // Written by this class; of another format it is left aside.
      this.#shown = restorePresentationState(JSON.parse(opening.presentation) as StoredPresentationState)
    }
  }

  /** Statements were added or decided about, or settings changed. */
  change(change: Change): void {
    this.#moderate(change.moderatedOut, this.#facts.moderatedOut)
    this.#facts = change
  }

  /** The next entries of the log, withdrawals among them. */
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
    for (let event = values.indexOf(WITHDRAWN); event >= 0; event = values.indexOf(WITHDRAWN, event + 1)) {
      applyUpTo(event)
      this.#engine.retract(participants[event]!, statements[event]!)
      start = event + 1
    }
    applyUpTo(values.length)
  }

  /** The map of everything applied so far, presented after what was shown last. */
  refresh(version: number): MadeMap {
    const started = performance.now()
    const { conversation, statementIds, isMeta, opensAt } = this.#facts
    const map = this.#engine.refresh()
    const shown = present(map, this.#shown, { isMeta })
    this.#shown = shown.state
    const publishedAtMs = Date.now()
    const facts = { version, publishedAtMs, opensAt, statementIds }
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

  /** Tells the engine only what is different: what it was never told counts as in. */
  #moderate(moderatedOut: Uint8Array, before: Uint8Array): void {
    moderatedOut.forEach((isOut, statement) => {
      if (isOut !== (before[statement] ?? 0)) this.#engine.moderate(statement, isOut !== 0)
    })
  }
}

/** Weight of a statement that nobody has seen yet (Polis mathematics 8.4). */
const UNSEEN = 5.0625
