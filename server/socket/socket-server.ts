// All sockets: takes them in on the upgrade of an HTTP request, puts them into rooms, pings them, drops the silent ones,
// and sends everybody home when the service stops.
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Metrics } from '../operations/metrics.ts'
import { api } from '../protocol/addresses.ts'
import { Identities } from './identities.ts'
import { isListedOrigin, isOwnOrigin } from '../conversation/origins.ts'
import { Room } from './room.ts'
import { Session } from './session.ts'

export interface SocketServerOptions {
  readonly conversations: Conversations
  readonly metrics: Metrics
  /** Address under which people reach the service, or null when it is not set. */
  readonly publicUrl: string | null
  readonly onFailure: (error: unknown) => void
}

/** Largest frame that is read at all; larger than the limit, so that the limit can be answered with a code. */
const READ_LIMIT = 64 * 1024
const PING_EVERY_MS = 25_000
/** Silence after which a socket is dropped at its next turn: together less than a minute. */
const SILENT_AFTER_MS = 30_000
/** Sockets take turns, so that thousands of pings never come at once. */
const TURNS = 25
const GOODBYE_MS = 500

export class SocketServer {
  readonly #options: SocketServerOptions
  readonly #server: WebSocketServer
  readonly #rooms = new Map<string, Room>()
  readonly #identities = new Identities()
  readonly #turns = Array.from({ length: TURNS }, () => new Set<Session>())
  readonly #epoch = randomBytes(16).toString('base64url')
  readonly #pinging: NodeJS.Timeout
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

  /** Open sockets. */
  get size(): number {
    return this.#turns.reduce((sum, sessions) => sum + sessions.size, 0)
  }

  /** Tells everyone that the service restarts, waits a moment for the goodbyes, and drops who is left. */
  async close(): Promise<void> {
    clearInterval(this.#pinging)
    const sessions = this.#turns.flatMap((turn) => [...turn])
    for (const session of sessions) session.retire()
    const deadline = performance.now() + GOODBYE_MS
    while (this.size > 0 && performance.now() < deadline) await new Promise((later) => setTimeout(later, 10))
    for (const session of sessions) session.terminate()
    for (const room of this.#rooms.values()) room.close()
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const { origin, host } = request.headers
    try {
      const path = new URL(request.url ?? '', 'http://localhost').pathname
      if (path !== api.socket()) return refuse(socket, '404 Not Found')
      if (!isOwnOrigin(origin, host, this.#options.publicUrl) && !(await this.#isListedAnywhere(origin))) {
        this.#options.metrics.refused('not-allowed')
        return refuse(socket, '403 Forbidden')
      }
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        this.#take(new Session(webSocket, origin, this.#contextFor(host)), webSocket)
      })
    } catch (error) {
      this.#options.onFailure(error)
      refuse(socket, '500 Internal Server Error')
    }
  }

  #contextFor(host: string | undefined) {
    const { conversations, metrics, publicUrl, onFailure } = this.#options
    return {
      conversations,
      metrics,
      onFailure,
      epoch: this.#epoch,
      identities: this.#identities,
      roomOf: (conversation: LiveConversation) => this.#roomOf(conversation),
      leave: (room: Room, session: Session) => this.#leave(room, session),
      allows: (origin: string | undefined, conversation: LiveConversation) =>
        isOwnOrigin(origin, host, publicUrl) || isListedOrigin(origin, conversation.settings.origins),
    }
  }

  #take(session: Session, webSocket: { on(event: 'close', listener: () => void): unknown }): void {
    const turn = this.#turns[this.#count++ % TURNS]!
    turn.add(session)
    this.#options.metrics.sockets.inc()
    webSocket.on('close', () => {
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
