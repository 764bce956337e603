// A real client of the sockets of staff that remembers what it hears.
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { StaffDown, StaffTopic, StaffUp } from '../../../server/protocol/staff/socket.ts'

export class TestStaffSocket {
  readonly heard: StaffDown[] = []
  readonly socket: WebSocket
  /** Code with which the socket was closed. */
  readonly closed: Promise<number>
  #next = 0
  #wake = () => {}

  constructor(port: number, headers: Readonly<Record<string, string>>, origin = `http://127.0.0.1:${port}`) {
    const options = { headers: { ...headers, ...(origin !== '' && { Origin: origin }) } }
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/api/staff/socket`, options)
    this.socket.on('message', (data) => {
      this.heard.push(JSON.parse(String(data)) as StaffDown) // what a test expects of it, it says itself
      this.#wake()
    })
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve(code)))
    onTestFinished(() => this.socket.terminate())
  }

  /** Opens a socket; rejects where the upgrade is refused. */
  static async open(...given: ConstructorParameters<typeof TestStaffSocket>): Promise<TestStaffSocket> {
    const client = new TestStaffSocket(...given)
    await new Promise((resolve, reject) => client.socket.once('open', resolve).once('error', reject))
    return client
  }

  send(message: StaffUp): void {
    this.socket.send(JSON.stringify(message))
  }

  /** The next message. */
  async next(): Promise<StaffDown> {
    while (this.#next >= this.heard.length) await new Promise<void>((resolve) => (this.#wake = resolve))
    return this.heard[this.#next++]!
  }

  /** Asks to follow a topic and answers what came of it. */
  async follow(conversation: string, topic: StaffTopic): Promise<StaffDown> {
    this.send({ type: 'follow', conversation, topic })
    // News of what was followed before may come in between.
    for (;;) {
      const heard = await this.next()
      if (heard.type !== 'news') return heard
    }
  }
}
