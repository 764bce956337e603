// Keeps the map of one conversation up to date: on its beat it looks how much of the log may be public (I8), sends the thread
// what of that is new, asks for a map and publishes it. After a failure everything is sent again from the first entry of the
// log, so that a restart is a replay (I3). Voting never waits for any of this.
import { setImmediate as otherWork, setTimeout as pause } from 'node:timers/promises'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { mapSettingsOf } from '../conversation/map-settings.ts'
import type { PublishedMap } from '../conversation/published-map.ts'
import { isVote, LOG_SLICE, type LogSlice, type Store, WITHDRAWN } from '../store/store.ts'
import type { AnalysisThread } from './analysis-thread.ts'
import type { MadeMap } from './messages.ts'
import { openingOf } from './opening.ts'

export interface FeedOptions {
  readonly store: Store
  readonly thread: AnalysisThread
  /** Shortest time from one map to the next. */
  readonly beatMs: number
  readonly onMap: (map: MadeMap) => void
  readonly onFailure: (error: unknown) => void
}

/** While a long rest goes on, the log is looked at so often, to know whether the map is behind. */
const LOOK_EVERY_MS = 1_000
/** A map that takes long to make is made less often: at most this share of the time is spent on it. */
const SHARE = 1 / 3
/** A thread that dies once or twice is nothing; a conversation that kills every thread is tried less and less often. */
const FREE_RETRIES = 3
const LONGEST_RETRY_MS = 60_000

export class Feed {
  readonly #conversation: LiveConversation
  readonly #options: FeedOptions
  readonly #onChange = () => {
    this.#isWoken = true
    this.#wake()
  }
  #wake: () => void = () => {}
  /** Something has happened since the log was last looked at. */
  #isWoken = false
  readonly #startedAtMs = Date.now()
  #generation = -1
  #fedTo = 0
  /** Read before it is this conversation's turn. */
  #ahead: LogSlice | null = null
  #mapSequence = -1
  /** What the thread was told of settings and statements, and what the newest map was made with. */
  #told = ''
  #mapMadeWith: string | null = null
  /** A check of the map is done, and the map that says so has not been asked for. */
  #isChecked = false
  #failures = 0
  /** How long the last map took, on the thread that has the conversation now. */
  #lastMs: number | null = null
  readonly #stop = new AbortController()

  constructor(conversation: LiveConversation, options: FeedOptions) {
    this.#conversation = conversation
    this.#options = options
    conversation.events.on('votes', this.#onChange)
    conversation.events.on('settings', this.#onChange)
    options.thread.onChecked(conversation.id, () => {
      this.#isChecked = true
      this.#onChange()
    })
  }

  /** Follows the conversation until `close`. */
  async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      let restMs = this.#options.beatMs
      this.#isWoken = false
      try {
        await this.#lookAtLog()
        if (!this.#hasNews()) {
          await this.#somethingNew()
          continue
        }
        await this.#readAhead()
        const map = await this.#options.thread.inTurn(() => this.#refresh())
        if (this.#stop.signal.aborted) break
        this.#failures = 0
        this.#lastMs = map.refreshMs
        restMs = Math.max(restMs, map.refreshMs / SHARE)
        await this.#publish(map)
      } catch (error) {
        if (this.#stop.signal.aborted) break
        this.#options.onFailure(error)
        this.#generation = -1
        restMs = Math.min(
          LONGEST_RETRY_MS,
          restMs * 2 ** Math.min(Math.max(this.#failures++ - FREE_RETRIES, 0), 10),
        )
      }
      await this.#rest(restMs)
    }
    await this.#options.thread.inTurn(async () => this.#forget())
  }

  /** Age of the map, where it lacks votes that it may count by now; else 0. `nowMs` since 1970. */
  mapAgeMs(nowMs: number): number {
    const { map, publicSequence } = this.#conversation
    if (publicSequence <= (map?.sequence ?? 0)) return 0
    return Math.max(0, nowMs - (map?.publishedAtMs ?? this.#startedAtMs))
  }

  close(): void {
    this.#stop.abort()
    this.#conversation.events.off('votes', this.#onChange)
    this.#conversation.events.off('settings', this.#onChange)
    this.#options.thread.onChecked(this.#conversation.id, null)
    this.#onChange()
  }

  async #rest(restMs: number): Promise<void> {
    const { signal } = this.#stop
    for (let left = restMs; left > 0 && !signal.aborted; left -= LOOK_EVERY_MS) {
      await pause(Math.min(left, LOOK_EVERY_MS), undefined, { signal, ref: false }).catch(() => {})
      // Where it fails now it is tried again after the rest, and told.
      if (left > LOOK_EVERY_MS) await this.#lookAtLog().catch(() => {})
    }
  }

  async #somethingNew(): Promise<void> {
    if (!this.#isWoken) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  /** Finds out how much of the log may be public by now. */
  async #lookAtLog(): Promise<void> {
    const { id, publicPrefix, sequence, settings } = this.#conversation
    while (publicPrefix.readTo < sequence) {
      const { readTo } = publicPrefix
      const slice = await this.#options.store.readLog(id, readTo, Math.min(LOG_SLICE, sequence - readTo))
      // The author's vote on a statement that the conversation has not taken in yet waits for the next turn.
      const unknown = slice.statements.findIndex(
        (statement, i) =>
          namesStatement(slice.values[i]!) && this.#conversation.indexOf(statement) === undefined,
      )
      const length = unknown < 0 ? slice.length : unknown
      if (length === 0) return
      publicPrefix.take({ ...slice, length }, settings.opensAt)
    }
  }

  #hasNews(): boolean {
    return (
      this.#isChecked ||
      this.#conversation.publicSequence !== this.#mapSequence ||
      mapFacts(this.#conversation) !== this.#mapMadeWith
    )
  }

  async #refresh(): Promise<MadeMap> {
    if (this.#stop.signal.aborted) throw new Error('The conversation is not followed any more.')
    const { thread } = this.#options
    const upTo = this.#conversation.publicSequence
    // A conversation that was closed for a moment has told the thread more than may be public now.
    if (this.#generation !== thread.generation || this.#fedTo > upTo) this.#open()
    else this.#tellChanges()
    await this.#feed(upTo)
    this.#tellChanges()
    this.#isChecked = false
    const version = (this.#conversation.map?.version ?? 0) + 1
    return thread.refresh(this.#conversation.id, version, this.#lastMs)
  }

  #open(): void {
    this.#lastMs = null
    const { thread } = this.#options
    thread.send(openingOf(this.#conversation))
    this.#generation = thread.generation
    this.#told = mapFacts(this.#conversation)
    this.#fedTo = 0
  }

  /** The thread need not keep the conversation any more, if it still does. */
  #forget(): void {
    const { thread } = this.#options
    if (this.#generation === thread.generation)
      thread.send({ type: 'close', conversation: this.#conversation.id })
  }

  /** Tells the thread what has changed of settings and statements; the log need not be sent again for it. */
  #tellChanges(): void {
    const facts = mapFacts(this.#conversation)
    if (facts === this.#told) return
    const { presentation: _, ...known } = openingOf(this.#conversation)
    this.#options.thread.send({ ...known, type: 'change' })
    this.#told = facts
  }

  /** Reads what is new before it is this conversation's turn, so that nobody else waits for the store meanwhile. */
  async #readAhead(): Promise<void> {
    if (this.#generation !== this.#options.thread.generation) return
    this.#ahead = await this.#read(this.#conversation.publicSequence)
  }

  #read(upTo: number): Promise<LogSlice> {
    const limit = Math.max(0, Math.min(LOG_SLICE, upTo - this.#fedTo))
    return this.#options.store.readPublicLog(this.#conversation.id, this.#fedTo, limit)
  }

  /** Sends what the log has up to there and the thread has not. */
  async #feed(upTo: number): Promise<void> {
    const { thread } = this.#options
    while (this.#fedTo < upTo) {
      const ahead = this.#ahead
      this.#ahead = null
      const slice = ahead?.firstSequence === this.#fedTo + 1 ? ahead : await this.#read(upTo)
      const length = Math.min(slice.length, upTo - this.#fedTo)
      if (length === 0) throw new Error(`The log of ${this.#conversation.id} ends before entry ${upTo}.`)
      const participants = slice.participants.slice(0, length)
      const statements = slice.statements.slice(0, length)
      const values = slice.values.slice(0, length)
      if (this.#generation !== thread.generation)
        throw new Error('The analysis thread ended while it was fed.')
      for (let i = 0; i < length; i++) statements[i] = this.#conversation.indexOf(statements[i]!) ?? 0
      thread.send({ type: 'votes', conversation: this.#conversation.id, participants, statements, values })
      this.#fedTo += length
      await otherWork()
    }
  }

  async #publish(map: MadeMap): Promise<void> {
    this.#conversation.setPriorities(map.priorities)
    // After a restart the stored map may cover the whole log already; then everybody has it.
    this.#mapMadeWith = this.#told
    if (!isAlreadyShown(map, this.#conversation.map)) {
      const { version, sequence, publishedAtMs, snapshot, components, presentation } = map
      await this.#conversation.publish({
        version,
        sequence,
        publishedAtMs,
        snapshot,
        components,
        presentation,
      })
    }
    this.#mapSequence = map.sequence
    this.#options.onMap(map)
  }
}

/** Whether an entry of the log with this value is about a statement. */
function namesStatement(value: number): boolean {
  return isVote(value) || value === WITHDRAWN
}

/** True where everybody has this map already, as after the service was started again. */
function isAlreadyShown(map: MadeMap, shown: PublishedMap | null): boolean {
  if (shown === null || shown.sequence !== map.sequence) return false
  return contentOf(shown) === contentOf(map)
}

/** What a map says, without its number and time. */
function contentOf({ snapshot, components }: Pick<PublishedMap, 'snapshot' | 'components'>): string {
  const documents = [snapshot, components].map((json) => JSON.parse(json) as object)
  return JSON.stringify(documents.map((document) => ({ ...document, version: 0, publishedAt: 0 })))
}

/** What a map depends on besides the log, to be compared. */
function mapFacts({ settings, statementsVersion }: LiveConversation): string {
  return JSON.stringify([mapSettingsOf(settings), statementsVersion])
}
