// All sockets: takes them in on the upgrade of an HTTP request, puts them into rooms, pings them, drops the silent ones,
// and sends everybody home when the service stops.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Metrics } from '../operations/metrics.ts'
import type { ArrivalMarks } from '../participation/arrival-marks.ts'
import { api } from '../protocol/addresses.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { ExchangeRequest } from '../protocol/exchange.ts'
import { Identities } from './identities.ts'
import { type AskedFor, isListedOrigin, isOwnOrigin } from '../conversation/origins.ts'
import { readArrival } from './arrival.ts'
import { Openings } from './openings.ts'
import { type Collected, PollWire } from './poll-wire.ts'
import { Room } from './room.ts'
import { Session } from './session.ts'
import { SocketWire } from './socket-wire.ts'
import { Turnstile } from './turnstile.ts'
import type { Wire } from './wire.ts'

export interface SocketServerOptions {
  readonly conversations: Conversations
  readonly arrivals: ArrivalMarks
  readonly metrics: Metrics
  /** Address under which people reach the service, or null when it is not set. */
  readonly publicUrl: string | null
  /** How many proxies of our own stand in front. */
  readonly trustProxy: number
  readonly onFailure: (error: unknown) => void
  /** Takes upgrades at other addresses, by path. */
  readonly others?: Readonly<Record<string, Upgrade>>
}

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>

/** Largest frame that is read at all; larger than the limit, so that the limit can be answered with a code. */
const READ_LIMIT = 64 * 1024
const PING_EVERY_MS = 25_000
/** Silence after which a socket is dropped at its next turn: together less than a minute. */
const SILENT_AFTER_MS = 30_000
/** Sockets take turns, so that thousands of pings never come at once. */
const TURNS = 25
/** How long the sockets have to go after their last vote was answered, and at most in all. */
const GOODBYE_MS = 500
/** How long an answer over HTTP waits for something to say. */
const POLL_MS = 20_000
/** The same for a request that says something: the page cannot say more before it has its answer. */
const REPLY_MS = 100
/** Exchanges over HTTP at once (I6). */
const EXCHANGES_LIMIT = 10_000
const LONGEST_GOODBYE_MS = 5_000
/** Everyone comes back between the first and the last of these, spread so that a thousand come in each second. */
const BACK_AFTER_MS = 500
const BACK_WITHIN_MS = 10_000
const BACK_SPREAD_MS_PER_SOCKET = 1

export class SocketServer {
  readonly #options: SocketServerOptions
  readonly #server: WebSocketServer
  readonly #rooms = new Map<string, Room>()
  readonly #identities = new Identities()
  readonly #openings = new Openings()
  readonly #turnstile = new Turnstile()
  readonly #exchanges = new Map<string, PollWire>()
  readonly #turns = Array.from({ length: TURNS }, () => new Set<Session>())
  readonly #epoch = randomBytes(16).toString('base64url')
  readonly #pinging: NodeJS.Timeout
  #isClosing = false
  #count = 0
  #turn = 0

  constructor(options: SocketServerOptions) {
    this.#options = options
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: READ_LIMIT,
    })
    this.#pinging = setInterval(() => this.#nextTurn(), PING_EVERY_MS / TURNS)
    this.#pinging.unref()
  }

  /** Takes part in the upgrades of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
  }

  /** Open sockets of one conversation. */
  connectedTo(conversation: string): number {
    return this.#rooms.get(conversation)?.size ?? 0
  }

  /** Open sockets. */
  get size(): number {
    return this.#turns.reduce((sum, sessions) => sum + sessions.size, 0)
  }

  /**
   * Takes nobody in any more, lets the votes on their way be acknowledged, tells everyone when to come back, waits a
   * moment for the goodbyes, and drops who is left.
   */
  async close(): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#pinging)
    const sessions = this.#turns.flatMap((turn) => [...turn])
    const spreadMs = Math.min(BACK_WITHIN_MS, Math.max(1_000, sessions.length * BACK_SPREAD_MS_PER_SOCKET))
    for (const session of sessions) session.retire(BACK_AFTER_MS + Math.round(Math.random() * spreadMs))
    const last = performance.now() + LONGEST_GOODBYE_MS
    let deadline = performance.now() + GOODBYE_MS
    while (this.size > 0 && performance.now() < Math.min(deadline, last)) {
      await new Promise((later) => setTimeout(later, 10))
      if (sessions.some((session) => session.isVoting)) deadline = performance.now() + GOODBYE_MS
    }
    for (const session of sessions) session.terminate()
    for (const room of this.#rooms.values()) room.close()
  }

  /** Takes part in an exchange over HTTP, or begins one; answers when there is something to say. */
  async exchange(
    { exchange, received, messages }: ExchangeRequest,
    request: IncomingMessage,
    signal: AbortSignal,
  ): Promise<(Collected & { readonly exchange: string }) | { readonly code: ErrorCode }> {
    const { origin } = request.headers
    const arrival = readArrival(request.headers, request.socket.remoteAddress, this.#options.trustProxy)
    if (this.#isClosing) return { code: 'server-restarting' }
    if (!isOwnOrigin(origin, arrival, this.#options.publicUrl) && !(await this.#isListedAnywhere(origin))) {
      return { code: 'not-allowed' }
    }
    let wire: PollWire
    if (exchange === undefined) {
      const isFull = this.#exchanges.size >= EXCHANGES_LIMIT
      if (isFull || !this.#openings.allows(arrival.address, performance.now())) {
        return { code: 'too-many-connections' }
      }
      exchange = randomBytes(32).toString('base64url')
      wire = this.#begin(exchange, origin, arrival)
    } else {
      const known = this.#exchanges.get(exchange)
      if (known === undefined) return { exchange, from: 0, messages: [], closeCode: 1006 }
      wire = known
    }
    wire.receive(
      received,
      messages.map((message) => Buffer.from(JSON.stringify(message))),
    )
    return { exchange, ...(await wire.collect(messages.length > 0 ? REPLY_MS : POLL_MS, signal)) }
  }

  #begin(exchange: string, origin: string | undefined, arrival: AskedFor): PollWire {
    const wire = new PollWire()
    this.#exchanges.set(exchange, wire)
    wire.on('close', () => this.#exchanges.delete(exchange))
    this.#take(new Session(wire, origin, this.#contextFor(arrival)), wire)
    return wire
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const { origin } = request.headers
    const arrival = readArrival(request.headers, request.socket.remoteAddress, this.#options.trustProxy)
    try {
      const path = new URL(request.url ?? '', 'http://localhost').pathname
      const { others = {} } = this.#options
      const other = Object.hasOwn(others, path) ? others[path] : undefined
      if (other !== undefined && !this.#isClosing) return await other(request, socket, head)
      if (path !== api.socket() && other === undefined) return refuse(socket, '404 Not Found')
      if (this.#isClosing) return this.#turnAway(socket, 'server-restarting')
      if (!this.#openings.allows(arrival.address, performance.now())) {
        return this.#turnAway(socket, 'too-many-connections')
      }
      if (!isOwnOrigin(origin, arrival, this.#options.publicUrl) && !(await this.#isListedAnywhere(origin))) {
        this.#options.metrics.refused('not-allowed')
        return refuse(socket, '403 Forbidden')
      }
      this.#server.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
        const wire = new SocketWire(webSocket, socket)
        this.#take(new Session(wire, origin, this.#contextFor(arrival)), wire)
      })
    } catch (error) {
      this.#options.onFailure(error)
      refuse(socket, '500 Internal Server Error')
    }
  }

  /** Refuses an upgrade with the status of a code and a time to try again. */
  #turnAway(socket: Duplex, code: 'server-restarting' | 'too-many-connections'): void {
    this.#options.metrics.refused(code)
    const status = code === 'server-restarting' ? '503 Service Unavailable' : '429 Too Many Requests'
    refuse(socket, `${status}\r\nRetry-After: ${1 + Math.floor(Math.random() * 5)}`)
  }

  #contextFor(asked: AskedFor) {
    const { conversations, arrivals, metrics, publicUrl, onFailure } = this.#options
    return {
      conversations,
      arrivals,
      metrics,
      onFailure,
      epoch: this.#epoch,
      identities: this.#identities,
      turnstile: this.#turnstile,
      roomOf: (conversation: LiveConversation) => this.#roomOf(conversation),
      leave: (room: Room, session: Session) => this.#leave(room, session),
      allows: (origin: string | undefined, conversation: LiveConversation) =>
        isOwnOrigin(origin, asked, publicUrl) || isListedOrigin(origin, conversation.settings.origins),
    }
  }

  #take(session: Session, wire: Wire): void {
    const turn = this.#turns[this.#count++ % TURNS]!
    turn.add(session)
    this.#options.metrics.sockets.inc()
    wire.on('close', () => {
      if (turn.delete(session)) this.#options.metrics.sockets.dec()
    })
  }

  #roomOf(conversation: LiveConversation): Room {
    let room = this.#rooms.get(conversation.id)
    if (room === undefined) {
      room = new Room(conversation)
      this.#rooms.set(conversation.id, room)
    }
    return room
  }

  #leave(room: Room, session: Session): void {
    room.leave(session)
    if (room.size > 0) return
    room.close()
    this.#rooms.delete(room.conversation.id)
  }

  #isListedAnywhere(origin: string | undefined): Promise<boolean> {
    return this.#options.conversations.listsOrigin(origin)
  }

  #nextTurn(): void {
    const now = performance.now()
    this.#openings.forgetQuiet(now)
    const sessions = this.#turns[this.#turn++ % TURNS]!
    for (const session of sessions) {
      if (now - session.heardAt > SILENT_AFTER_MS) session.terminate()
      else session.ping()
    }
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
