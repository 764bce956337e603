// Stands in for a WebSocket where the network blocks it: the same messages over HTTP requests that wait for an answer
// (server/protocol/exchange.ts). What an answer that got lost had brought is brought again by the next one.
import { api } from '../../server/protocol/addresses.ts'
import { type ErrorBody, errors } from '../../server/protocol/errors.ts'
import {
  type ExchangeAnswer,
  type ExchangeRequest,
  MESSAGES_PER_EXCHANGE,
} from '../../server/protocol/exchange.ts'

/** As much of a WebSocket as a connection uses. */
export interface Socket {
  readonly readyState: number
  onopen: (() => void) | null
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onclose: ((event: { readonly code: number }) => void) | null
  send(text: string): void
  close(): void
}

const OPEN = 1
const CLOSED = 3
const BROKEN = 1006

export class PollingSocket implements Socket {
  readyState = 0
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  #outbox: unknown[] = []
  #exchange: string | undefined
  #received = 0
  /** Ends the request that only waits; null while one has something to say. */
  #waiting: AbortController | null = null

  constructor() {
    queueMicrotask(() => {
      this.readyState = OPEN
      this.onopen?.()
      void this.#talk()
    })
  }

  send(text: string): void {
    this.#outbox.push(JSON.parse(text))
    this.#waiting?.abort()
  }

  close(): void {
    this.readyState = CLOSED
    this.#waiting?.abort()
  }

  async #talk(): Promise<void> {
    while (this.readyState === OPEN) {
      const messages = this.#outbox.splice(0, MESSAGES_PER_EXCHANGE)
      const waiting = messages.length === 0 ? new AbortController() : null
      this.#waiting = waiting
      try {
        const code = await this.#post(
          { exchange: this.#exchange, received: this.#received, messages },
          waiting,
        )
        if (code !== null) return this.#end(code)
      } catch {
        // Broken off by ourselves because there is something to say, or by the network.
        if (!waiting?.signal.aborted) return this.#end(BROKEN)
      }
    }
  }

  /** One request and its answer; the close code when the exchange is over. */
  async #post(request: ExchangeRequest, waiting: AbortController | null): Promise<number | null> {
    const response = await fetch(api.exchange(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal: waiting?.signal ?? null,
    })
    if (!response.ok) {
      const { error } = (await response.json()) as ErrorBody // our own service, or it throws and counts as broken
      return errors[error.code].closeCode ?? BROKEN
    }
    const { exchange, from, messages, closeCode } = (await response.json()) as ExchangeAnswer // checked one by one
    this.#exchange = exchange
    const fresh = messages.slice(Math.max(0, this.#received - from))
    this.#received = Math.max(this.#received, from + messages.length)
    for (const message of fresh) this.onmessage?.({ data: JSON.stringify(message) })
    return closeCode
  }

  #end(code: number): void {
    if (this.readyState === CLOSED) return
    this.readyState = CLOSED
    this.onclose?.({ code })
  }
}
