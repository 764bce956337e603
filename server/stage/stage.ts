// The stage of one conversation while somebody looks at it: what the hosts have chosen, what the hall sees of the map, and who
// waits for news of either. Choices are stored before anyone is told; the hall's sight follows the published maps on a slow
// beat and in large steps only (room-view.ts).
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { peopleForStep } from '../conversation/people-for-step.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'
import type { StageFrame } from '../protocol/stage.ts'
import type { StageDeed, StageDesk, StageDirection, StageOpening } from '../protocol/stage-desk.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'
import { haveActed } from './acting-people.ts'
import type { LifecycleRefusal } from '../facilitate/lifecycle.ts'
import { carryOut, openingsOf } from './openings.ts'
import { Replay, type ReplaySpeed } from './replay.ts'
import { inFives, type RoomSight, roomSight } from './room-view.ts'
import { stageFrame } from './stage-frame.ts'
import { changedSince, deedOf, directed, noted, readStageState, type StageState } from './stage-state.ts'
import { Waiters } from './waiters.ts'

/** Shortest time from one sight of the map, or one count of people, to the next. */
export const BEAT_MS = 5_000

export interface StageOptions {
  readonly store: Store
  readonly isRehearsal: boolean
  /** Makes the map again as it grew, from its first people to the newest. */
  readonly growthOf: (conversation: LiveConversation, now: RoomSight) => Promise<readonly RoomSight[]>
  /** Somebody has changed something, or the desk shows something new. */
  readonly onNews: () => void
  readonly onFailure: (error: unknown) => void
  readonly beatMs?: number
}

export type Directed =
  | { readonly kind: 'done' }
  | { readonly kind: 'changed-meanwhile'; readonly deed: StageDeed }
  | { readonly kind: 'refused'; readonly code: LifecycleRefusal }

export class Stage {
  readonly conversation: LiveConversation
  /** Hosts and the screens that they have let in. */
  readonly waiters = new Waiters(() => this.#keepBeat())
  /** Everybody else who has the public map open; however many they are, the hall's screens have their places. */
  readonly onlookers = new Waiters(() => this.#keepBeat())
  readonly #options: StageOptions
  #state: StageState
  #revision: number
  #sight: RoomSight | null
  #seenVersion = -1
  #counts = { people: 0, votes: 0 }
  #replay: Replay | null = null
  #code: string | null
  /** Greater than in any earlier run of the service, so that no screen takes something old for new. */
  #version = Date.now()
  #turn: Promise<unknown> = Promise.resolve()
  #beat: NodeJS.Timeout | null = null

  private constructor(
    conversation: LiveConversation,
    options: StageOptions,
    stored: Awaited<ReturnType<Store['stage']['stage']>>,
    code: string | null,
  ) {
    this.conversation = conversation
    this.#options = options
    this.#state = readStageState(stored?.state)
    this.#revision = stored?.revision ?? 0
    this.#sight = stored?.sight == null ? null : (JSON.parse(stored.sight) as RoomSight) // as it was written
    this.#code = code
    conversation.events.on('settings', () => this.#news())
    conversation.events.on('map', () => {
      // The first map needs no step to be seen: nobody has seen anything that it could be compared with.
      if (this.#sight === null) this.look().catch(options.onFailure)
    })
  }

  static async open(
    conversation: LiveConversation,
    code: string | null,
    options: StageOptions,
  ): Promise<Stage> {
    const stage = new Stage(conversation, options, await options.store.stage.stage(conversation.id), code)
    await stage.look()
    return stage
  }

  get version(): number {
    return this.#version
  }

  frame(isDirected: boolean): StageFrame {
    const { conversation } = this
    const replay = isDirected ? this.#replay : null
    return stageFrame({
      conversation,
      isDirected,
      state: this.#state,
      sight: replay?.sight ?? this.#sight,
      replay: replay?.shown ?? null,
      code: this.#code,
      isRehearsal: this.#options.isRehearsal,
      ...this.#counts,
      version: this.#version,
      nowMs: Date.now(),
    })
  }

  desk(rehearsal: StageDesk['rehearsal']): StageDesk {
    const { scene, letter, statement, word, countdown, isFrozen, deeds } = this.#state
    const { conversation } = this
    return {
      version: this.#version,
      revision: this.#revision,
      now: Date.now(),
      conversation: conversation.id,
      topic: conversation.stored.topic,
      ...{ scene, letter, statement, word, countdown, isFrozen },
      replay: this.#replay?.desk ?? null,
      ...openingsOf(conversation, this.#state),
      code: this.#code,
      letters: this.#sight?.map.groups.map(({ letter }) => letter) ?? [],
      ...this.#counts,
      waiting: conversation.statements.filter(({ isWaiting }) => isWaiting).length,
      watching: this.#watching,
      rehearsal,
      deeds: [...deeds],
    }
  }

  /** Carries out what a host chose, one after the other, with its line of the audit log; told to everybody once it is stored. */
  direct(direction: StageDirection | StageOpening, by: string, audit?: NewAuditEntry): Promise<Directed> {
    return this.#inTurn(async () => {
      const deed = deedOf(direction)
      const other = changedSince(this.#state, deed.part, direction.seen)
      if (other !== null) return { kind: 'changed-meanwhile', deed: other }
      const revision = this.#revision + 1
      const { store } = this.#options
      const opened = isOpening(direction)
        ? await carryOut(direction, this.conversation, this.#state, store)
        : { state: directed(this.#state, direction, Date.now()) }
      if ('refusal' in opened) return { kind: 'refused', code: opened.refusal }
      const done = noted(opened.state, { ...deed, revision, at: Date.now(), by })
      if (!(await store.stage.saveStage(this.conversation.id, done, revision, audit))) {
        throw new Error(`Revision ${revision} of the stage of ${this.conversation.id} is not the next one.`)
      }
      this.#state = done
      this.#revision = revision
      if (direction.do === 'replay') await this.#showGrowth(direction.on, direction.speed)
      if (direction.do === 'scene') this.#endReplay()
      this.#news()
      return { kind: 'done' }
    })
  }

  /** Other letters to join by. */
  useCode(code: string): void {
    this.#code = code
    this.#news()
  }

  /** Looks at the counts and the newest map; the hall sees them if enough people have acted since. */
  async look(): Promise<void> {
    const { conversation } = this
    const { participants, votes } = conversation.counts
    const counts = { people: inFives(participants), votes: votes - (votes % 10) }
    const isNewCount = counts.people !== this.#counts.people || counts.votes !== this.#counts.votes
    this.#counts = counts
    if ((await this.#lookAtMap()) || isNewCount) this.#news()
  }

  /** Tells everyone who waits that something may be different for them. */
  wake(): void {
    this.waiters.wake()
    this.onlookers.wake()
  }

  get #watching(): number {
    const nowMs = Date.now()
    return this.waiters.recent(nowMs) + this.onlookers.recent(nowMs)
  }

  close(): void {
    this.#endReplay()
    if (this.#beat !== null) clearInterval(this.#beat)
    this.#beat = null
    this.wake()
  }

  async #lookAtMap(): Promise<boolean> {
    const { conversation } = this
    const { map } = conversation
    if (this.#state.isFrozen || map === null || map.version === this.#seenVersion) return false
    this.#seenVersion = map.version
    const snapshot = JSON.parse(map.snapshot) as Snapshot // as it was published
    if (snapshot.state !== 'groups') return false
    const before = this.#sight
    const people = peopleForStep(snapshot.counts.participants)
    const { store } = this.#options
    const isStep =
      before === null ||
      (await haveActed(store, conversation.id, { after: before.sequence, upTo: map.sequence, people }))
    if (!isStep) return false
    const components = JSON.parse(map.components) as Components // as it was published
    this.#sight = roomSight(snapshot, components, before?.map ?? null)
    await store.stage.saveSight(conversation.id, JSON.stringify(this.#sight))
    return true
  }

  async #showGrowth(isOn: boolean, speed: ReplaySpeed): Promise<void> {
    if (isOn && this.#replay !== null) return this.#replay.hurry(speed)
    this.#endReplay()
    if (!isOn || this.#sight === null) return
    const sights = await this.#options.growthOf(this.conversation, this.#sight)
    if (sights.length === 0) return
    this.#replay = new Replay(sights, speed, {
      onStep: () => this.#news(),
      onEnd: () => {
        this.#endReplay()
        this.#news()
      },
    })
  }

  #endReplay(): void {
    this.#replay?.end()
    this.#replay = null
  }

  #news(): void {
    this.#version++
    this.wake()
    this.#options.onNews()
  }

  /** While somebody looks, and a while after, the stage follows the conversation. */
  #keepBeat(): void {
    if (this.#beat !== null) return
    this.conversation.visitors++
    this.#beat = setInterval(() => {
      if (this.#watching === 0) {
        clearInterval(this.#beat!)
        this.#beat = null
        this.conversation.visitors--
        return
      }
      this.look().catch(this.#options.onFailure)
    }, this.#options.beatMs ?? BEAT_MS)
    this.#beat.unref()
  }

  async #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(act)
    this.#turn = result.catch(() => undefined)
    return result
  }
}

function isOpening(direction: StageDirection | StageOpening): direction is StageOpening {
  return ['voting', 'writing', 'hold', 'results'].includes(direction.do)
}
