// The desks of all conversations that somebody moderates, each made when it is first needed.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { StaffNews } from '../staff/staff-news.ts'
import type { Store } from '../store/store.ts'
import { ModerationDesk } from './moderation-desk.ts'

export interface ModerationDesksOptions {
  readonly store: Pick<Store, 'moderation'>
  readonly news: StaffNews
  readonly onFailure: (error: unknown) => void
  /** The clock; a fake one in tests. */
  readonly now?: () => number
}

export class ModerationDesks {
  readonly #options: ModerationDesksOptions
  // A conversation that is taken out of memory takes its desk along.
  readonly #desks = new WeakMap<LiveConversation, ModerationDesk>()
  /** Grows when the lists of the organisation change. */
  #listsRound = 0

  constructor(options: ModerationDesksOptions) {
    this.#options = options
  }

  of(conversation: LiveConversation): ModerationDesk {
    let desk = this.#desks.get(conversation)
    if (desk === undefined) {
      const { store, news, ...options } = this.#options
      const publish = (document: unknown) => news.publish(conversation.id, 'moderation', document)
      const listsRound = () => this.#listsRound
      desk = new ModerationDesk({ store: store.moderation, conversation, publish, listsRound, ...options })
      this.#desks.set(conversation, desk)
    }
    return desk
  }

  /** The lists of the organisation have changed: every desk looks again when it is next used. */
  forgetLists(): void {
    this.#listsRound++
  }
}
