// What happens by itself when its time has come: voting opens and closes, a conversation whose days are over is put up for
// deletion, and one whose days of grace are over is deleted for good. All of it stands in the audit log.
import type { AuditCode } from '../protocol/staff/audit-text.ts'
import type { Conversations } from '../conversation/conversations.ts'
import { dueChange, momentOf } from '../conversation/schedule.ts'
import { settingsOf } from '../conversation/settings.ts'
import type { StaffNews } from '../staff/staff-news.ts'
import { StorageUnavailable, type Store, type StoredConversation } from '../store/store.ts'
import { changeState, markForDeletion } from './lifecycle.ts'

const LOOK_EVERY_MS = 1_000
const NAME = 'Folkmoot'
/** Settings without which nothing happens by itself. */
const TIMED = ['votingFrom', 'votingUntil', 'keepUntil']

export interface ClockOptions {
  readonly store: Store
  readonly conversations: Conversations
  readonly news: StaffNews
  readonly now?: () => number
  readonly onFailure: (error: unknown) => void
}

export class FacilitationClock {
  readonly #options: ClockOptions
  readonly #timer: NodeJS.Timeout
  #isLooking = false
  /** Conversations that are being deleted: a large one takes a while, in which others open and close. */
  readonly #deleting = new Map<string, Promise<void>>()

  constructor(options: ClockOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.#lookAgain(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  /** Does all that is due now. */
  async look(): Promise<void> {
    await this.#begin()
    await Promise.all(this.#deleting.values())
  }

  async #begin(): Promise<void> {
    const { store, now = Date.now } = this.#options
    for (const stored of await store.conversations()) await this.#lookAt(stored, now())
  }

  async #lookAgain(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      await this.#begin()
    } catch (error) {
      this.#failed(error)
    } finally {
      this.#isLooking = false
    }
  }

  async #lookAt(stored: StoredConversation, nowMs: number): Promise<void> {
    if (stored.deletesAtMs !== null) {
      if (stored.deletesAtMs <= nowMs) this.#beginToPurge(stored, nowMs)
      return
    }
    if (!TIMED.some((name) => name in stored.settings)) return
    const settings = settingsOf(stored)
    const state = stored.isOpen ? 'open' : (stored.closedAs ?? 'closed')
    const due = stored.archivedAtMs === null ? dueChange(settings, state, nowMs) : null
    const kept = settings.keepUntil === '' ? null : momentOf(`${settings.keepUntil}T00:00`, settings.timeZone)
    const isOver = kept !== null && kept <= nowMs
    if (due === null && !isOver) return
    const { store, conversations } = this.#options
    const conversation = await conversations.openForStaff(stored.id)
    if (conversation === null) return
    if (isOver) {
      await markForDeletion(store, conversation, true, nowMs)
      // Restored, it is kept until somebody sets another day.
      const { keepUntil: _, ...rest } = conversation.stored.settings
      await store.saveSettings(stored.id, rest)
      conversation.adopt({ ...conversation.stored, settings: rest })
      await this.#record(stored.id, 'delete-conversation', 'kept-until-its-day', nowMs)
    } else if (due !== null) {
      await changeState(store, conversation, due, nowMs)
      await this.#record(
        stored.id,
        'open-and-close',
        due === 'open' ? 'opened-by-schedule' : 'closed-by-schedule',
        nowMs,
      )
    }
    this.#options.news.publish(stored.id, 'settings', { names: ['state'], by: null, atMs: nowMs })
  }

  #beginToPurge(stored: StoredConversation, nowMs: number): void {
    const { id } = stored
    if (this.#deleting.has(id)) return
    const purging = this.#purge(stored, nowMs)
      .catch((error: unknown) => this.#failed(error))
      .finally(() => this.#deleting.delete(id))
    this.#deleting.set(id, purging)
  }

  /** While storage fails nothing is lost: it is as due a second later. */
  #failed(error: unknown): void {
    if (!(error instanceof StorageUnavailable)) this.#options.onFailure(error)
  }

  async #purge({ id, topic }: StoredConversation, nowMs: number): Promise<void> {
    const { store, conversations } = this.#options
    await this.#record(id, 'delete-conversation', 'deleted', nowMs, { topic })
    await conversations.forget(id)
    await store.management.purge(id)
  }

  #record(
    conversation: string,
    action: string,
    code: AuditCode,
    timeMs: number,
    detail: Readonly<Record<string, unknown>> | null = null,
  ): Promise<void> {
    return this.#options.store.staff.record({
      timeMs,
      account: null,
      name: NAME,
      role: null,
      action,
      conversation,
      code,
      subject: '',
      detail,
    })
  }
}
