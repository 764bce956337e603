// The reports of all conversations: made from the log prefix that the newest map covers, in a thread of their own, and kept
// until there is something new to say. A report that is read while voting goes on may be a little behind; it says up to where
// it goes.
import { once } from 'node:events'
import { join } from 'node:path'
import { openingOf } from '../analysis/opening.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { needsIdentity } from '../identity/identity-settings.ts'
import { packageRoot } from '../package-root.ts'
import { summariseAnswers } from '../participation/answers.ts'
import type { EntryQuestions } from '../protocol/entry-questions.ts'
import type { Purposes } from '../protocol/purpose.ts'
import { LOG_SLICE, StorageUnavailable, type Store } from '../store/store.ts'
import type { ReportFacts } from './facts.ts'
import type { ReportInput } from './make-facts.ts'
import { ReportThread } from './report-thread.ts'

export interface ReportsOptions {
  readonly store: Store
  /** A report could not be made; whoever asks is told, and it is tried again when it is asked for again. */
  readonly onFailure: (error: unknown) => void
  /** How long a report is good while votes come in. */
  readonly freshMs?: number
  /** How long the thread may take over one report. */
  readonly patienceMs?: number
  /** The built thread. */
  readonly file?: string
}

interface Made {
  readonly facts: ReportFacts
  readonly basis: string
  readonly madeAtMs: number
}

interface Making {
  /** The report before it is checked. */
  readonly first: Promise<ReportFacts>
  readonly whole: Promise<ReportFacts>
}

/** How long a report is good while votes come in. */
export const REPORT_FRESH_MS = 30_000
/** What changes without a new map, such as how often statements were shown, is taken up after this time. */
const LONGEST_MS = 600_000
const MOST_KEPT = 20
/** How long a report waits for the first map, without which it says nothing. */
const FIRST_MAP_MS = 20_000

export class Reports {
  readonly #store: Store
  readonly #thread: ReportThread
  readonly #freshMs: number
  readonly #onFailure: (error: unknown) => void
  #isClosed = false
  readonly #made = new Map<string, Made>()
  readonly #making = new Map<string, Making>()

  constructor({
    store,
    onFailure,
    freshMs = REPORT_FRESH_MS,
    patienceMs = 300_000,
    file = join(packageRoot, 'dist/server/report-worker.js'),
  }: ReportsOptions) {
    this.#store = store
    this.#onFailure = onFailure
    this.#freshMs = freshMs
    this.#thread = new ReportThread({ file, patienceMs })
  }

  /**
   * The report to be read now: the kept one while a newer one is being made, and a first one before it is checked. One that
   * holds words that were taken back meanwhile is not read any more.
   */
  async read(conversation: LiveConversation): Promise<ReportFacts> {
    const kept = this.#made.get(conversation.id)
    if (kept === undefined || holdsWithdrawn(kept.facts, conversation)) {
      const facts = await this.#make(conversation).first
      return holdsWithdrawn(facts, conversation) ? this.newest(conversation) : facts
    }
    const age = performance.now() - kept.madeAtMs
    const isGood = kept.basis === basisOf(conversation) ? age < LONGEST_MS : age < this.#freshMs
    if (!isGood) this.#make(conversation)
    return kept.facts
  }

  /** The whole report of the newest map, made anew unless it is that already. */
  async newest(conversation: LiveConversation): Promise<ReportFacts> {
    const kept = this.#made.get(conversation.id)
    if (kept?.basis === basisOf(conversation)) return kept.facts
    await this.#making.get(conversation.id)?.whole.catch(() => {})
    return this.#make(conversation).whole
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#thread.close()
  }

  #make(conversation: LiveConversation): Making {
    const { id } = conversation
    const underWay = this.#making.get(id)
    if (underWay !== undefined) return underWay
    let onFirst: (facts: ReportFacts) => void = () => {}
    const early = new Promise<ReportFacts>((resolve) => (onFirst = resolve))
    const whole = this.#makeNow(conversation, onFirst).finally(() => this.#making.delete(id))
    const making = { first: Promise.race([early, whole]), whole }
    // Nobody may be waiting for the check; whoever waits for the first is told themselves.
    whole.catch((error: unknown) => {
      if (!this.#isClosed && !(error instanceof StorageUnavailable)) this.#onFailure(error)
    })
    making.first.catch(() => {})
    this.#making.set(id, making)
    return making
  }

  async #makeNow(
    conversation: LiveConversation,
    onFirst: (facts: ReportFacts) => void,
  ): Promise<ReportFacts> {
    const { id } = conversation
    await firstMap(conversation)
    const basis = basisOf(conversation)
    const opening = openingOf(conversation)
    const input = await this.#inputOf(conversation)
    const indexOf = new Map(input.statements.map((statement, index) => [statement.id, index]))
    const facts = await this.#thread.make(async (send) => {
      send({ type: 'begin', opening, input })
      for (let done = 0; done < input.log.sequence;) {
        const slice = await this.#store.readPublicLog(
          id,
          done,
          Math.min(LOG_SLICE, input.log.sequence - done),
        )
        if (slice.length === 0) throw new Error(`The log of ${id} ends before its map.`)
        const { participants, values, timesMs } = slice
        const statements = slice.statements.map((statement) => indexOf.get(statement)!) // foreign keys vouch for it
        send({ type: 'votes', participants, statements, values, timesMs })
        done += slice.length
      }
    }, onFirst)
    this.#made.delete(id)
    this.#made.set(id, { facts, basis, madeAtMs: performance.now() })
    for (const oldest of this.#made.keys()) if (this.#made.size > MOST_KEPT) this.#made.delete(oldest)
    return facts
  }

  async #inputOf(conversation: LiveConversation): Promise<ReportInput> {
    const { id, stored, settings, statements } = conversation
    const sequence = conversation.map?.sequence ?? 0
    const [log, reports, counts, channelOf] = await Promise.all([
      this.#store.reports.logFacts(id, sequence),
      this.#store.participation.reports(id),
      this.#store.participation.answerCounts(id),
      this.#store.reports.channels(id),
    ])
    // Checked when they were stored.
    const asked = (stored.questions as EntryQuestions | null) ?? { when: 'after', questions: [] }
    const summary = summariseAnswers(asked, counts, settings.smallestGroup)
    const { topic, description, isSample, isOpen, closedAs } = stored
    return {
      conversation: {
        id,
        topic,
        description,
        isSample,
        state: isOpen ? 'open' : (closedAs ?? 'closed'),
        hasOpenData: settings.openData,
      },
      purposes: stored.purpose as Purposes | null, // checked when it was stored
      log: { sequence, hash: log.hash, untilMs: log.untilMs ?? stored.createdAtMs },
      smallest: settings.smallestGroup,
      timeZone: settings.timeZone,
      answers: asked.questions.map((question, index) => ({
        question,
        people: summary.questions[index]!.options.map(({ people }) => people),
      })),
      access: { needsIdentity: needsIdentity(settings), believesNames: settings.unsignedIdentity },
      opensAt: settings.opensAt,
      whoWrites: settings.whoWrites,
      isStrict: settings.strictModeration,
      statements,
      closed: conversation.closed,
      shown: statements.map((_, index) => conversation.exposureOf(index).total),
      reports: reports.length,
      channelOf,
    }
  }
}

/** Whether a report, made a while ago, holds a statement that its author has taken back since. */
function holdsWithdrawn({ statements }: ReportFacts, conversation: LiveConversation): boolean {
  return statements.some(({ id }) => conversation.statements[conversation.indexOf(id) ?? -1]?.isWithdrawn)
}

/** Waits for the first map of a conversation with votes, as after an import; not for ever. */
async function firstMap({ map, sequence, events }: LiveConversation): Promise<void> {
  if (map !== null || sequence === 0) return
  await once(events, 'map', { signal: AbortSignal.timeout(FIRST_MAP_MS) }).catch(() => {})
}

/** What a report depends on besides things that grow all the time, to be compared. */
function basisOf({ map, stored, statementsVersion }: LiveConversation): string {
  return JSON.stringify([map?.version ?? 0, statementsVersion, stored.revision, stored.settings])
}
