// A real WebSocket client that remembers what it hears, so that a test can wait for it.
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Down } from '../../../server/protocol/down.ts'
import type { Up } from '../../../server/protocol/up.ts'
import { PROTOCOL_VERSION } from '../../../server/protocol/version.ts'

type OfType<T extends Down['type']> = Extract<Down, { type: T }>

export class TestSocket {
  readonly heard: Down[] = []
  readonly socket: WebSocket
  /** Code with which the socket was closed. */
  readonly closed: Promise<number>
  #next = 0
  #wake = () => {}

  constructor(port: number, origin?: string) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, origin === undefined ? {} : { origin })
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)) as Down) // what a test expects of it, it says itself
      this.#wake()
    })
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve(code)))
    onTestFinished(() => this.socket.terminate())
  }

  static async open(port: number, origin?: string): Promise<TestSocket> {
    const client = new TestSocket(port, origin)
    await new Promise((resolve, reject) => client.socket.once('open', resolve).once('error', reject))
    return client
  }

  send(message: Up): void {
    this.socket.send(JSON.stringify(message))
  }

  /** The next message of this type after those waited for before. */
  next<T extends Down['type']>(type: T): Promise<OfType<T>> {
    return this.nextOf(type)
  }

  /** The next message of one of these types. */
  async nextOf<T extends Down['type']>(...types: T[]): Promise<OfType<T>> {
    for (;;) {
      while (this.#next < this.heard.length) {
        const message = this.heard[this.#next++]!
        if ((types as string[]).includes(message.type)) return message as OfType<T> // its type was just looked at
      }
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** Says hello and waits for the welcome. */
  async enter(conversation: string, hello: Partial<Extract<Up, { type: 'hello' }>> = {}) {
    this.send({ type: 'hello', protocol: PROTOCOL_VERSION, conversation, role: 'participant', ...hello })
    return this.next('welcome')
  }

  vote(statement: number, vote: -1 | 0 | 1 | null, mutation: string): void {
    this.send({ type: 'cast-vote', statement, vote, mutation })
  }
}
