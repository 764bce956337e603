// A participant who stays: when the service says goodbye it comes back at the moment it was told, and when nobody answers
// it tries again a little later, as the page does.
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'
import { delayBeforeRetry } from '../../client/connection/backoff.ts'
import type { Down, Welcome } from '../../server/protocol/down.ts'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'

export class ReturningSocket {
  readonly #port: number
  readonly #conversation: string
  #token: string | undefined
  #socket: WebSocket | null = null
  #isOver = false

  constructor(port: number, conversation: string) {
    this.#port = port
    this.#conversation = conversation
  }

  /** Connects, votes once, and resolves when the vote is acknowledged, with its sequence. */
  async enter(statement: number): Promise<number> {
    const { socket } = await this.#connect()
    return new Promise((resolve, reject) => {
      socket.once('close', () =>
        reject(new Error('The connection was closed before the vote was acknowledged.')),
      )
      socket.on('message', (data) => {
        const message = JSON.parse(String(data)) as Down // our own service
        if (message.type === 'vote-accepted') resolve(message.sequence)
      })
      const vote = { type: 'cast-vote', mutation: 'returning-1', statement, vote: 1 }
      socket.send(JSON.stringify(vote))
    })
  }

  /** Resolves when the service has gone and welcomed the participant again, with that moment and the own votes. */
  async comeBack(): Promise<{ readonly at: number; readonly votes: number }> {
    let failures = 1
    let pauseMs = await this.#goodbye()
    while (!this.#isOver) {
      await wait(delayBeforeRetry(failures++, Math.random(), pauseMs))
      pauseMs = 0
      try {
        const { welcome } = await this.#connect()
        return { at: performance.now(), votes: welcome.votes?.length ?? 0 }
      } catch {
        // Not there yet.
      }
    }
    throw new Error('The participant was sent home.')
  }

  close(): void {
    this.#isOver = true
    this.#socket?.terminate()
  }

  /** What the service asked for when it closed the connection. */
  #goodbye(): Promise<number> {
    return new Promise((resolve) => {
      let askedForMs = 0
      this.#socket!.on('message', (data) => {
        const message = JSON.parse(String(data)) as Down // our own service
        if (message.type === 'error') askedForMs = message.retryAfterMs ?? 0
      })
      this.#socket!.on('close', () => resolve(askedForMs))
    })
  }

  #connect(): Promise<{ socket: WebSocket; welcome: Welcome }> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/ws`, { perMessageDeflate: false })
      this.#socket = socket
      socket.on('error', reject)
      socket.once('close', () => reject(new Error('The connection was closed before the welcome.')))
      socket.on('open', () => {
        const hello = { type: 'hello', protocol: PROTOCOL_VERSION, conversation: this.#conversation }
        socket.send(JSON.stringify({ ...hello, role: 'participant', token: this.#token }))
      })
      socket.on('message', (data) => {
        const message = JSON.parse(String(data)) as Down // our own service
        if (message.type !== 'welcome') return
        this.#token = message.token
        resolve({ socket, welcome: message })
      })
    })
  }
}
