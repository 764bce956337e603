// One participant: says hello, votes when told to, takes each map and grants credit for the next. Reads as little of
// each message as it needs, so that the driver stays ahead of the service.
import WebSocket from 'ws'
import type { Vote } from '../../server/protocol/values.ts'
import { PROTOCOL_VERSION } from '../../server/protocol/version.ts'

/** What a socket tells the driver. */
export interface Listener {
  accepted(mutation: string, sequence: number): void
  refused(mutation: string, code: string): void
  /** A map arrived that was published at this time, milliseconds since 1970. */
  map(publishedAt: number, sequence: number): void
  closed(code: number): void
}

const CREDIT = JSON.stringify({ type: 'grant-credit' })

/** A participant's connection to the service. */
export class VotingSocket {
  readonly #socket: WebSocket
  readonly #listener: Listener
  readonly #ready: Promise<void>

  constructor(port: number, conversation: string, listener: Listener, token?: string) {
    this.#listener = listener
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { perMessageDeflate: false })
    this.#ready = new Promise((resolve, reject) => {
      this.#socket.on('error', reject)
      this.#socket.on('close', (code) => {
        reject(new Error(`closed with ${code}`))
        listener.closed(code)
      })
      this.#socket.on('open', () => {
        const hello = { type: 'hello', protocol: PROTOCOL_VERSION, conversation, role: 'participant', token }
        this.#socket.send(JSON.stringify(hello))
      })
      this.#socket.on('message', (data: Buffer) => this.#hear(data.toString('latin1'), resolve))
    })
  }

  /** Resolves when the service has welcomed the participant. */
  get ready(): Promise<void> {
    return this.#ready
  }

  vote(mutation: string, statement: number, vote: Vote): void {
    this.#socket.send(`{"type":"cast-vote","mutation":"${mutation}","statement":${statement},"vote":${vote}}`)
  }

  /** Stops reading for good: a reader too slow for the service. */
  pause(): void {
    this.#socket.pause()
  }

  close(): void {
    this.#socket.terminate()
  }

  #hear(text: string, welcomed: () => void): void {
    switch (field(text, 'type')) {
      case 'welcome':
        return welcomed()
      case 'vote-accepted':
        return this.#listener.accepted(field(text, 'mutation'), Number(field(text, 'sequence')))
      case 'vote-refused':
        return this.#listener.refused(field(text, 'mutation'), field(text, 'code'))
      case 'snapshot':
        this.#socket.send(CREDIT)
        return this.#listener.map(Number(field(text, 'publishedAt')), Number(field(text, 'sequence')))
    }
  }
}

/** A string or number near the beginning of a message, without parsing the whole. */
function field(text: string, name: string): string {
  const at = text.indexOf(`"${name}":`)
  if (at < 0) return ''
  const start = at + name.length + 3
  if (text[start] === '"') return text.slice(start + 1, text.indexOf('"', start + 1))
  return /^-?[\d.]+/.exec(text.slice(start, start + 24))?.[0] ?? ''
}
