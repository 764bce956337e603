// The conversations that are open in memory, each loaded once, on demand.
import type { Conversation } from '../protocol/conversation.ts'
import * as v from 'valibot'
import type { Store } from '../store/store.ts'
import { isListedOrigin } from './origins.ts'
import { conversationSettings } from './settings.ts'
import { LiveConversation } from './live-conversation.ts'

export class Conversations {
  readonly #store: Store
  readonly #onLoad: (conversation: LiveConversation) => void
  #foreignWrites = 0
  readonly #live = new Map<string, Promise<LiveConversation | null>>()

  /** `onLoad` hears of each conversation that was loaded, before anyone else can see it. */
  constructor(store: Store, onLoad: (conversation: LiveConversation) => void = () => {}) {
    this.#store = store
    this.#onLoad = onLoad
  }

  /** The conversation of this name; null when there is none. Rejects with `StorageUnavailable`. */
  open(id: string): Promise<LiveConversation | null> {
    const live = this.#live.get(id)
    if (live !== undefined) return live
    const loading = this.#load(id)
    this.#live.set(id, loading)
    return loading
  }

  /** All conversations, oldest first. */
  async list(): Promise<Conversation[]> {
    const stored = await this.#store.conversations()
    const live = await Promise.all(stored.map(({ id }) => this.open(id)))
    return live.flatMap((conversation) => (conversation === null ? [] : [conversation.describe()]))
  }

  /** True when some conversation lists this origin in its settings. */
  async listsOrigin(origin: string | undefined): Promise<boolean> {
    const stored = await this.#store.conversations()
    return stored.some(({ settings }) =>
      isListedOrigin(origin, v.parse(conversationSettings, settings).origins),
    )
  }

  /** Takes up what other processes, such as the command line, have changed since the last call. */
  async takeUpChanges(): Promise<void> {
    const writes = await this.#store.foreignWrites()
    if (writes === this.#foreignWrites) return
    this.#foreignWrites = writes
    for (const stored of await this.#store.conversations()) {
      const live = await this.#live.get(stored.id)
      live?.adopt(stored)
    }
  }

  async #load(id: string): Promise<LiveConversation | null> {
    let conversation: LiveConversation | null = null
    try {
      conversation = await LiveConversation.load(this.#store, id)
      if (conversation !== null) this.#onLoad(conversation)
      return conversation
    } finally {
      // What is not there now may be imported later, and what failed may work later.
      if (conversation === null) this.#live.delete(id)
    }
  }
}
