// The conversations that are open in memory, each loaded once, on demand.
import type { Conversation } from '../protocol/conversation.ts'
import type { Snapshot } from '../protocol/snapshot.ts'
import { SharedReading } from '../shared-reading.ts'
import { StorageUnavailable, type Store, type StoredConversation } from '../store/store.ts'
import { describeConversation } from './describe.ts'
import { isListedOrigin } from './origins.ts'
import { settingsOf } from './settings.ts'
import { LiveConversation } from './live-conversation.ts'

export interface ConversationsOptions {
  /** Hears of each conversation that was loaded, before anyone else can see it. */
  readonly onLoad?: (conversation: LiveConversation) => void
  /** Hears of each conversation that was taken out of memory because nobody needed it. */
  readonly onUnload?: (conversation: LiveConversation) => void
  /** Something that must not happen; it will be tried again. */
  readonly onFailure?: (error: unknown) => void
}

const IDLE_MS = 10 * 60_000
const SWEEP_EVERY_MS = 60_000
const SAVE_EVERY_MS = 10_000

export class Conversations {
  readonly #store: Store
  #foreignWrites = 0
  readonly #options: ConversationsOptions
  readonly #live = new Map<string, Promise<LiveConversation | null>>()
  // Anybody may ask for these, and they read every conversation.
  readonly #listing = new SharedReading(() => this.#list())
  readonly #origins = new SharedReading(async () =>
    (await this.#store.conversations()).flatMap((each) => settingsOf(each).origins),
  )
  readonly #sweeping: NodeJS.Timeout
  readonly #saving: NodeJS.Timeout

  constructor(store: Store, options: ConversationsOptions = {}) {
    this.#store = store
    this.#options = options
    this.#sweeping = setInterval(() => void this.sweep(performance.now()), SWEEP_EVERY_MS)
    this.#sweeping.unref()
    this.#saving = setInterval(() => void this.#saveAll(), SAVE_EVERY_MS)
    this.#saving.unref()
  }

  /**
   * The conversation of this name; null when there is none, or when it is to be deleted. Rejects with
   * `StorageUnavailable`.
   */
  async open(id: string): Promise<LiveConversation | null> {
    const conversation = await this.openForStaff(id)
    return conversation?.stored.deletesAtMs === null ? conversation : null
  }

  /** The same for staff, who see what is to be deleted until it is. */
  async openForStaff(id: string): Promise<LiveConversation | null> {
    let live = this.#live.get(id)
    if (live === undefined) {
      live = this.#load(id)
      this.#live.set(id, live)
    }
    const conversation = await live
    conversation?.use(performance.now())
    return conversation
  }

  /** Takes out of memory what nobody has needed for a while before `nowMs`, a time of performance.now(). */
  async sweep(nowMs: number): Promise<void> {
    for (const [id, loading] of this.#live) {
      const conversation = await loading.catch(() => null)
      if (conversation === null || !conversation.isIdle(nowMs, IDLE_MS)) continue
      this.#live.delete(id)
      this.#options.onUnload?.(conversation)
      await this.#save(conversation)
    }
  }

  /** Takes a conversation out of memory that has been deleted. */
  async forget(id: string): Promise<void> {
    const conversation = await this.#live.get(id)?.catch(() => null)
    this.#live.delete(id)
    if (conversation) this.#options.onUnload?.(conversation)
  }

  /** Stores what has not been stored yet. */
  async close(): Promise<void> {
    clearInterval(this.#sweeping)
    clearInterval(this.#saving)
    await this.#saveAll()
  }

  /** All conversations that anybody may see in a list, oldest first. */
  list(): Promise<Conversation[]> {
    return this.#listing.read()
  }

  async #list(): Promise<Conversation[]> {
    const all = await this.#store.conversations()
    const stored = all.filter(
      ({ archivedAtMs, deletesAtMs }) => archivedAtMs === null && deletesAtMs === null,
    )
    const described = await Promise.all(stored.map((each) => this.describe(each)))
    return described.filter((each) => each !== null)
  }

  /** True when some conversation lists this origin in its settings. */
  async listsOrigin(origin: string | undefined): Promise<boolean> {
    const listed = await this.#origins.read()
    return isListedOrigin(origin, listed)
  }

  /** Takes up what other processes, such as the command line, have changed since the last call. */
  async takeUpChanges(): Promise<void> {
    const writes = await this.#store.foreignWrites()
    if (writes === this.#foreignWrites) return
    this.#foreignWrites = writes
    for (const stored of await this.#store.conversations()) {
      const live = await this.#live.get(stored.id)
      if (!live) continue
      const hasChanged = live.stored.revision !== stored.revision
      const statements = hasChanged ? await this.#store.statements(stored.id) : undefined
      // While the statements were read, somebody here may have changed it again, and what was read is old.
      if (live.stored.revision <= stored.revision) live.adopt(stored, statements)
    }
  }

  /**
   * What anyone may know of a conversation. Where the newest map covers the whole log its counts are those of now, and
   * nothing needs to be loaded.
   */
  async describe(stored: StoredConversation): Promise<Conversation | null> {
    const { id } = stored
    if (!this.#live.has(id)) {
      const map = await this.#store.newestSnapshot(id)
      if (map !== null && map.sequence === (await this.#store.lastSequence(id))) {
        const { counts } = JSON.parse(map.snapshot) as Snapshot // stored as it was published
        return describeConversation(stored, counts)
      }
    }
    const conversation = await this.openForStaff(id)
    return conversation?.describe() ?? null
  }

  async #load(id: string): Promise<LiveConversation | null> {
    let conversation: LiveConversation | null = null
    try {
      conversation = await LiveConversation.load(this.#store, id)
      await conversation?.loadExposures()
      if (conversation !== null) this.#options.onLoad?.(conversation)
      return conversation
    } finally {
      // What is not there now may be imported later, and what failed may work later.
      if (conversation === null) this.#live.delete(id)
    }
  }

  async #saveAll(): Promise<void> {
    for (const loading of this.#live.values()) {
      const conversation = await loading.catch(() => null)
      if (conversation !== null) await this.#save(conversation)
    }
  }

  /** While storage fails the counts are kept, and stored the next time. */
  async #save(conversation: LiveConversation): Promise<void> {
    try {
      await conversation.saveExposures()
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) this.#options.onFailure?.(error)
    }
  }
}
