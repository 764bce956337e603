// Sends what waits to be told to webhooks: each message is tried again after growing pauses, then given up. What was not sent
// when the service stopped is sent when it starts again, so a message can arrive twice, but does not get lost.
import { StorageUnavailable, type Store } from '../store/store.ts'
import { sendMessage } from './send-message.ts'

const LOOK_EVERY_MS = 1_000
const PATIENCE_MS = 10_000
/** Webhooks that are told something at the same time; one message each. */
const AT_ONCE = 16
const MINUTE_MS = 60_000
/** Pauses after each try that failed; after the last of them there is one more try. */
const PAUSES_MS = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS, 480 * MINUTE_MS]

export interface WebhookSenderOptions {
  readonly store: Pick<Store, 'exchange'>
  readonly allowsLocal: boolean
  readonly onFailure: (error: unknown) => void
  readonly patienceMs?: number
  /** The clock; another one in tests. */
  readonly now?: () => number
}

type Due = Awaited<ReturnType<Store['exchange']['dueDeliveries']>>[number]

export class WebhookSender {
  readonly #options: WebhookSenderOptions
  readonly #timer: NodeJS.Timeout
  /** Tries under way, by webhook: a slow one keeps nobody waiting but itself. */
  readonly #underWay = new Map<number, Promise<void>>()
  #isClosed = false

  constructor(options: WebhookSenderOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  /** Begins to send what is due now. */
  async look(): Promise<void> {
    const { store, now = Date.now, onFailure } = this.#options
    try {
      const due = await store.exchange.dueDeliveries(now(), 2 * AT_ONCE)
      for (const each of due) {
        const { id } = each.webhook
        if (this.#isClosed || this.#underWay.size >= AT_ONCE || this.#underWay.has(id)) continue
        this.#underWay.set(
          id,
          this.#try(each).finally(() => this.#underWay.delete(id)),
        )
      }
    } catch (error) {
      // While storage fails nothing is lost: it is as due a second later.
      if (!(error instanceof StorageUnavailable)) onFailure(error)
    }
  }

  /** Waits for the tries that are under way; no other is begun. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    await Promise.all(this.#underWay.values())
  }

  async #try({ delivery, webhook }: Due): Promise<void> {
    const { store, allowsLocal, patienceMs = PATIENCE_MS, now = Date.now, onFailure } = this.#options
    const { id, event, body, attempts } = delivery
    const { url, secret } = webhook
    try {
      const attempt = await sendMessage(
        { url, secret, event, id, body },
        { allowsLocal, patienceMs, nowMs: now() },
      )
      const pause = attempt.failure === null ? undefined : PAUSES_MS[attempts]
      await store.exchange.finishDelivery(id, {
        attempts: attempts + 1,
        dueAtMs: pause === undefined ? null : now() + pause,
        ...attempt,
      })
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) onFailure(error)
    }
  }
}
