// The stages of all conversations that somebody looks at, each opened once. While a conversation is rehearsed its stage is that
// of the rehearsal: the remote and the screens need not know.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { StageDesk } from '../protocol/stage-desk.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'
import { growthOf } from './growth-of.ts'
import { joinCodeOf, renewJoinCode } from './join-codes.ts'
import type { Rehearsals } from './rehearsals.ts'
import { Stage } from './stage.ts'

export interface StagesOptions {
  readonly store: Store
  /** Null where there is nothing to rehearse in. */
  readonly rehearsals: Rehearsals | null
  readonly onFailure: (error: unknown) => void
  /** Hears what is new on the desk of a conversation. */
  readonly onNews?: (conversation: string, desk: StageDesk) => void
  /** Shortest time from one sight of the map to the next. */
  readonly beatMs?: number
}

export class Stages {
  readonly #options: StagesOptions
  readonly #stages = new WeakMap<LiveConversation, Promise<Stage>>()

  constructor(options: StagesOptions) {
    this.#options = options
  }

  /** The stage of a conversation, or of its rehearsal while there is one. */
  of(conversation: LiveConversation): Promise<Stage> {
    const rehearsal = this.#options.rehearsals?.of(conversation.id)
    return this.#open(rehearsal?.conversation ?? conversation, conversation)
  }

  /** The stage of the conversation itself, whatever is rehearsed. */
  ownOf(conversation: LiveConversation): Promise<Stage> {
    return this.#open(conversation, conversation)
  }

  /** What hosts of a conversation have in hand. */
  async desk(conversation: LiveConversation): Promise<StageDesk> {
    const stage = await this.of(conversation)
    const voters = this.#options.rehearsals?.of(conversation.id)?.voters
    return stage.desk(voters === undefined ? null : { people: voters.arrived, of: voters.most })
  }

  /** Other letters for a conversation; `audit` is the line of the audit log, which no rehearsal can keep. */
  async renewCode(conversation: LiveConversation, audit?: NewAuditEntry): Promise<void> {
    const stage = await this.of(conversation)
    stage.useCode(await renewJoinCode(this.#options.store, stage.conversation.id, audit))
  }

  /** Begins a rehearsal; false where that is not possible now. */
  async rehearse(conversation: LiveConversation, people: number): Promise<boolean> {
    const isBegun = (await this.#options.rehearsals?.begin(conversation, people)) ?? false
    if (isBegun) await this.#changeOver(conversation)
    return isBegun
  }

  /** Ends the rehearsal and deletes it; false where there is none. */
  async endRehearsal(conversation: LiveConversation): Promise<boolean> {
    const { rehearsals } = this.#options
    const rehearsed = rehearsals?.of(conversation.id) ?? null
    if (rehearsals === null || rehearsed === null) return false
    const stage = await this.#open(rehearsed.conversation, conversation)
    const isEnded = await rehearsals.end(conversation.id)
    stage.close()
    if (isEnded) await this.#changeOver(conversation)
    return isEnded
  }

  /** Whoever waits on the conversation's own stage is sent to the other one, and the other way round. */
  async #changeOver(conversation: LiveConversation): Promise<void> {
    ;(await this.ownOf(conversation)).wake()
    this.#options.onNews?.(conversation.id, await this.desk(conversation))
  }

  #open(played: LiveConversation, conversation: LiveConversation): Promise<Stage> {
    let stage = this.#stages.get(played)
    if (stage === undefined) {
      stage = this.#make(played, conversation)
      this.#stages.set(played, stage)
      stage.catch(() => this.#stages.delete(played))
    }
    return stage
  }

  async #make(played: LiveConversation, conversation: LiveConversation): Promise<Stage> {
    const { store, onFailure, onNews, beatMs } = this.#options
    return Stage.open(played, await joinCodeOf(store, played.id), {
      store,
      isRehearsal: played !== conversation,
      growthOf: (live, now) => growthOf(live, now, store),
      onNews: () => {
        if (onNews === undefined) return
        this.desk(conversation).then((desk) => onNews(conversation.id, desk), onFailure)
      },
      onFailure,
      ...(beatMs === undefined ? {} : { beatMs }),
    })
  }
}
