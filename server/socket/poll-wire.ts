// A connection made of HTTP requests. Messages wait here until the page says in a later request that it has them, so a
// request that breaks off loses none; the session bounds how much may wait (I6).
import { EventEmitter } from 'node:events'
import type { Wire } from './wire.ts'

/** Messages that wait, from number `from` on, and the close code of a connection that is over. */
export interface Collected {
  readonly from: number
  readonly messages: readonly string[]
  readonly closeCode: number | null
}

const OPEN = 1
const CLOSING = 2

export class PollWire extends EventEmitter implements Wire {
  readonly OPEN = OPEN
  #readyState = OPEN
  #waiting: string[] = []
  #from = 0
  #bytes = 0
  #closeCode: number | null = null
  #wake: () => void = () => {}
  #isGone = false
  #calls = 0

  get readyState(): number {
    return this.#readyState
  }

  get bufferedAmount(): number {
    return this.#bytes
  }

  send(frame: Buffer | string): void {
    const text = String(frame)
    this.#waiting.push(text)
    this.#bytes += Buffer.byteLength(text)
    this.#wake()
  }

  /** A request brings only so much, and the next one comes after its answer. */
  pause(): void {}

  resume(): void {}

  /** Every request shows that the page is there, so nothing needs to be asked. */
  ping(): void {}

  close(code: number): void {
    this.#readyState = CLOSING
    this.#closeCode = code
    this.#wake()
  }

  terminate(): void {
    if (this.#isGone) return
    this.#isGone = true
    this.#readyState = CLOSING
    this.#closeCode ??= 1006
    this.#wake()
    this.emit('close')
  }

  /** Takes in what a request brings; `received` messages have arrived on the other side. */
  receive(received: number, frames: readonly Buffer[]): void {
    const known = Math.max(0, Math.min(received - this.#from, this.#waiting.length))
    for (const text of this.#waiting.splice(0, known)) this.#bytes -= Buffer.byteLength(text)
    this.#from += known
    this.emit('pong')
    for (const frame of frames) this.emit('message', frame, false)
  }

  /** Waits until there is something to send, at most `waitMs`; a later call ends an earlier one with nothing. */
  async collect(waitMs: number, signal: AbortSignal): Promise<Collected> {
    const call = ++this.#calls
    this.#wake()
    if (this.#waiting.length === 0 && this.#closeCode === null && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
        signal.addEventListener('abort', this.#wake, { once: true })
      })
    }
    const messages = call === this.#calls ? [...this.#waiting] : []
    return { from: this.#from, messages, closeCode: this.#closeCode }
  }
}
