// Sees to it that webhooks are told what happens: at once where the conversation is in memory, and otherwise when the service
// starts and every few seconds, as when the command line has changed it. What there is to tell is for the store to say.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { StorageUnavailable, type Store } from '../store/store.ts'

const LOOK_EVERY_MS = 5_000

export interface TellOptions {
  readonly store: Pick<Store, 'exchange'>
  readonly onFailure: (error: unknown) => void
}

export class WebhookNews {
  readonly #options: TellOptions
  readonly #timer: NodeJS.Timeout

  constructor(options: TellOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS)
    this.#timer.unref()
    this.look()
  }

  /** Tells at once what happens in this conversation, for as long as it is in memory. */
  follow({ id, events }: LiveConversation): void {
    events.on('settings', () => this.#tell(id))
    events.on('version', () => this.#tell(id))
  }

  /** Tells what has happened in any conversation. */
  look(): void {
    this.#tell(null)
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #tell(conversation: string | null): void {
    const { store, onFailure } = this.#options
    // While storage fails nothing is lost: it is as new the next time.
    store.exchange.queueNews(conversation, Date.now()).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) onFailure(error)
    })
  }
}
