// How conversations go, for those who run them.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { errors } from '../protocol/errors.ts'
import type { Monitoring } from '../protocol/facilitate/monitoring.ts'
import type { Snapshot } from '../protocol/snapshot.ts'
import type { Store } from '../store/store.ts'
import { hideFew } from './hide-few.ts'
import { Timeline } from './timeline.ts'

/** Where each column of the histogram begins. */
const COLUMNS = [1, 2, 3, 5, 8, 12, 17, 25, 40, 70, 120]

export interface MonitorOptions {
  readonly store: Store
  /** Sockets of a conversation that are open now. */
  connected(conversation: string): number
}

export class Monitor {
  readonly #options: MonitorOptions
  readonly #timelines = new WeakMap<LiveConversation, Timeline>()

  constructor(options: MonitorOptions) {
    this.#options = options
  }

  /** How a conversation goes now. */
  async look(conversation: LiveConversation, nowMs: number): Promise<Monitoring> {
    const { store, connected } = this.#options
    const timeline = this.#timelineOf(conversation)
    await timeline.catchUp(store, conversation.id)
    const { counts, map, sequence, statements, refusals } = conversation
    const queue = await store.moderation.queueFacts(conversation.id)
    const isOpen = map !== null && (JSON.parse(map.snapshot) as Snapshot).state === 'groups' // of our own making
    return {
      atMs: nowMs,
      counts,
      connected: connected(conversation.id),
      waiting: queue.waiting,
      oldestWaitingMs: queue.oldestWaitingAtMs,
      mapMs: isOpen ? map.publishedAtMs : null,
      votesBehind: Math.max(0, sequence - (map?.sequence ?? 0)),
      series: timeline.series(
        statements.map(({ createdAtMs }) => createdAtMs),
        nowMs,
      ),
      dropOff: dropOff(conversation.votesOfEach()),
      refusals: refusals.list().map(([code, times]) => ({ code, words: errors[code].words, times })),
      refusalsSinceMs: refusals.sinceMs,
    }
  }

  #timelineOf(conversation: LiveConversation): Timeline {
    let timeline = this.#timelines.get(conversation)
    if (timeline === undefined) {
      timeline = new Timeline()
      this.#timelines.set(conversation, timeline)
    }
    return timeline
  }
}

/**
 * How many people have cast how many votes. A column of fewer than five people is not told, and neither is a second one
 * where the only such column could be told from the sum of the others.
 */
export function dropOff(votesOfEach: Iterable<number>): Monitoring['dropOff'] {
  const people = new Array<number>(COLUMNS.length).fill(0)
  for (const votes of votesOfEach) {
    if (votes > 0) people[COLUMNS.findLastIndex((from) => from <= votes)]!++
  }
  const told = hideFew(people)
  return told.map((count, index) => ({
    from: COLUMNS[index]!,
    to: index + 1 < COLUMNS.length ? COLUMNS[index + 1]! - 1 : null,
    people: count,
  }))
}
