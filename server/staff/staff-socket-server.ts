// The sockets of staff. Opened by the cookie of a session from a page of ours; closed as soon as the session ends, because
// whoever ends it says so at once, and looked at again now and then, because time ends sessions too.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isOwnOrigin } from '../conversation/origins.ts'
import type { Conversations } from '../conversation/conversations.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import { MAXIMUM_FRAME_BYTES } from '../protocol/version.ts'
import { readArrival } from '../socket/arrival.ts'
import { Openings } from '../socket/openings.ts'
import { StorageUnavailable } from '../store/store.ts'
import { isEncrypted } from './arrival.ts'
import { tokenInCookies } from './session-cookie.ts'
import type { Staff } from './staff.ts'
import { keyOf, StaffConnection } from './staff-connection.ts'

export interface StaffSocketServerOptions {
  readonly staff: Staff
  readonly conversations: Conversations
  /** Hears of each refusal. */
  refused(code: AnyErrorCode): void
  readonly onFailure: (error: unknown) => void
}

const LOOK_EVERY_MS = 25_000
/** Sockets in all, and of one account (I6). */
const LIMIT = 2_000
const LIMIT_OF_ACCOUNT = 30

export class StaffSocketServer {
  readonly #options: StaffSocketServerOptions
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAXIMUM_FRAME_BYTES,
  })
  /** Each socket with the token that it was opened with. */
  readonly #connections = new Map<StaffConnection, string>()
  readonly #openings = new Openings()
  readonly #looking: NodeJS.Timeout
  readonly #stopListening: readonly (() => void)[]

  constructor(options: StaffSocketServerOptions) {
    const { staff } = options
    this.#options = options
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS)
    this.#looking.unref()
    this.#stopListening = [
      staff.sessions.listen((account) => this.#lookAgain((connection) => connection.account === account)),
      staff.news.listen((conversation, topic, document) => {
        let frame: string | undefined
        for (const connection of this.#connections.keys()) {
          frame ??= JSON.stringify({ type: 'news', conversation, topic, document })
          connection.tell(keyOf(conversation, topic), frame)
        }
      }),
    ]
  }

  /** Open sockets. */
  get size(): number {
    return this.#connections.size
  }

  /** Answers the upgrade of an HTTP request for the address of these sockets. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { way, sessions } = this.#options.staff
    const { origin } = request.headers
    const arrival = readArrival(request.headers, request.socket.remoteAddress, way.trustProxy)
    // Browsers always say where a socket's page is; without it nobody could tell a page of ours from another.
    const isOurs = origin !== undefined && isOwnOrigin(origin, arrival, way.publicUrl)
    if (!isOurs) return this.#turnAway(socket, '403 Forbidden', 'forged-request')
    if (this.size >= LIMIT || !this.#openings.allows(arrival.address, performance.now())) {
      return this.#turnAway(socket, '429 Too Many Requests', 'too-many-connections')
    }
    const token = tokenInCookies(request.headers.cookie, isEncrypted(arrival, way))
    const member = token === undefined ? null : await sessions.member(token)
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate())
      // Closed only now, because a page cannot see why an upgrade was refused.
      if (token === undefined || member === null) return webSocket.close(4501, 'sign-in-needed')
      this.#take(webSocket, new StaffConnection(webSocket, member, this.#options.conversations), token)
    })
  }

  close(): void {
    clearInterval(this.#looking)
    for (const stop of this.#stopListening) stop()
    for (const connection of this.#connections.keys()) connection.close('server-restarting')
  }

  #take(webSocket: WebSocket, connection: StaffConnection, token: string): void {
    const { account } = connection
    const ofAccount = [...this.#connections.keys()].filter((other) => other.account === account).length
    if (ofAccount >= LIMIT_OF_ACCOUNT) return connection.close('too-many-connections')
    this.#connections.set(connection, token)
    webSocket.on('close', () => this.#connections.delete(connection))
    webSocket.on('message', (data: Buffer, isBinary) => {
      connection.receive(data, isBinary).catch((error: unknown) => {
        this.#options.onFailure(error)
        connection.close('internal')
      })
    })
    // The session may have ended while the socket was being opened.
    this.#lookAgain((other) => other === connection)
  }

  #look(): void {
    this.#openings.forgetQuiet(performance.now())
    for (const connection of this.#connections.keys()) connection.ping()
    this.#lookAgain(() => true)
  }

  #lookAgain(isMeant: (connection: StaffConnection) => boolean): void {
    for (const [connection, token] of this.#connections) {
      if (!isMeant(connection)) continue
      this.#options.staff.sessions.member(token).then(
        (member) => (member === null ? connection.close('sign-in-needed') : connection.update(member)),
        (error: unknown) => {
          // Where it cannot be found out whether the session is good, it is not.
          if (!(error instanceof StorageUnavailable)) this.#options.onFailure(error)
          connection.close('internal')
        },
      )
    }
  }

  #turnAway(socket: Duplex, status: string, code: AnyErrorCode): void {
    this.#options.refused(code)
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }
}
