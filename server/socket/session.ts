// What one socket may say and when: first `hello`, then votes, credit and pings. Mistakes are answered with a code; the
// third closes the socket, as does one that is too large at once. The server alone decides who speaks (I5).
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Voter } from '../conversation/voter.ts'
import { whyResultsHidden } from '../conversation/results-visibility.ts'
import type { PublishedMap } from '../conversation/published-map.ts'
import type { Metrics } from '../operations/metrics.ts'
import type { ArrivalMarks } from '../participation/arrival-marks.ts'
import type { Down } from '../protocol/down.ts'
import { type ErrorCode, errors } from '../protocol/errors.ts'
import type { CastVote, Hello, Up } from '../protocol/up.ts'
import { StorageUnavailable } from '../store/store.ts'
import { decodeFrame, encodeFrame } from './frames.ts'
import { recognise, welcome } from './greeting.ts'
import { Identity, type Identities } from './identities.ts'
import type { Member, Room } from './room.ts'
import { Entrance, type Turnstile } from './turnstile.ts'
import type { Wire } from './wire.ts'

/** What sessions share. */
export interface SessionContext {
  readonly conversations: Conversations
  readonly arrivals: ArrivalMarks
  readonly identities: Identities
  readonly turnstile: Turnstile
  readonly metrics: Metrics
  /** Names this run of the service. */
  readonly epoch: string
  roomOf(conversation: LiveConversation): Room
  leave(room: Room, member: Member): void
  /** Whether pages of this origin may take part in this conversation. */
  allows(origin: string | undefined, conversation: LiveConversation): boolean
  /** Something that must not happen; logged once, without personal data. */
  onFailure(error: unknown): void
}

const STRIKES = 3
/** Bytes that may wait for a slow reader (I6). */
const BUFFER_LIMIT = 64 * 1024
/** Frames that may wait while `hello` is being answered. */
const WAITING_LIMIT = 32
/** Votes of one socket that may wait for their COMMIT. */
const IN_FLIGHT_LIMIT = 64
/** How long to wait before a vote is cast again that found too many others waiting to be stored. */
const FULL_RETRY_MS = 1_000
/** How long a socket may take to answer a close. */
const CLOSE_GRACE_MS = 1_000

type Phase = 'new' | 'opening' | 'open' | 'closing'

export class Session implements Member {
  readonly #socket: Wire
  readonly #context: SessionContext
  readonly #origin: string | undefined
  readonly #entrance: Entrance
  #phase: Phase = 'new'
  #room: Room | null = null
  #voter: Voter | null = null
  #identity: Identity = new Identity(performance.now())
  #identityKey: string | null = null
  #waiting: Up[] = []
  #inFlight = 0
  #strikes = 0
  /** When the page is to come back; null while the service is not stopping. */
  #retireAfterMs: number | null = null
  #hasCredit = true
  #mapVersion = -1
  #heardAt = performance.now()

  constructor(socket: Wire, origin: string | undefined, context: SessionContext) {
    this.#socket = socket
    this.#origin = origin
    this.#context = context
    this.#entrance = new Entrance(socket, context.turnstile)
    socket.on('message', (frame, isBinary) => this.#onFrame(frame, isBinary))
    socket.on('pong', () => (this.#heardAt = performance.now()))
    socket.on('close', () => this.#onClose())
    // Broken frames: ws closes the socket by itself, `close` follows.
    socket.on('error', () => this.#context.metrics.refused('malformed-frame'))
  }

  /** When the socket was last heard, by performance.now(). */
  get heardAt(): number {
    return this.#heardAt
  }

  ping(): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  /** Drops the socket without a word: the other side is gone. */
  terminate(): void {
    this.#socket.terminate()
  }

  send(frame: Buffer | string): void {
    const socket = this.#socket
    if (socket.readyState !== socket.OPEN) return
    socket.send(frame)
    if (socket.bufferedAmount > BUFFER_LIMIT && this.#phase !== 'closing') this.close('connection-too-slow')
  }

  offerMap(map: PublishedMap, frame: Buffer): void {
    if (!this.#hasCredit || map.version <= this.#mapVersion) return
    if (this.#room === null || whyResultsHidden(this.#room.conversation, this.#voter) !== null) return
    this.#hasCredit = false
    this.#mapVersion = map.version
    this.send(frame)
  }

  /** Closes with the code's words and close code. */
  close(code: ErrorCode, retryAfterMs?: number): void {
    if (this.#phase === 'closing') return
    this.#phase = 'closing'
    this.#context.metrics.refused(code)
    this.#room?.conversation.refusals.note(code)
    this.#send({ type: 'error', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
    this.#entrance.giveUp()
    this.#socket.close(errors[code].closeCode ?? 4500, code)
    setTimeout(() => this.#socket.terminate(), CLOSE_GRACE_MS).unref()
  }

  /**
   * Closes because the service stops, after the votes on their way to the disk have been acknowledged. The page is asked
   * to come back after `retryAfterMs`.
   */
  retire(retryAfterMs: number): void {
    this.#retireAfterMs = retryAfterMs
    if (this.#inFlight === 0) this.close('server-restarting', retryAfterMs)
  }

  /** Whether votes of this socket are on their way to the disk. */
  get isVoting(): boolean {
    return this.#inFlight > 0
  }

  #onFrame(frame: Buffer, isBinary: boolean): void {
    if (this.#phase === 'closing' || this.#retireAfterMs !== null) return
    this.#heardAt = performance.now()
    const decoded = decodeFrame(frame, isBinary)
    if ('code' in decoded) {
      if (decoded.code === 'frame-too-large') this.close(decoded.code)
      else this.#strike(decoded.code)
      return
    }
    const { message } = decoded
    if (this.#phase === 'opening') {
      if (this.#waiting.push(message) > WAITING_LIMIT) this.close('too-many-messages')
    } else this.#hear(message)
  }

  #hear(message: Up): void {
    const retryAfterMs = this.#identity.bucket.take(performance.now())
    if (message.type === 'cast-vote' && this.#phase === 'open') {
      if (retryAfterMs > 0 || this.#inFlight >= IN_FLIGHT_LIMIT) {
        const code = 'too-many-messages'
        this.#refuseVote({
          type: 'vote-refused',
          mutation: message.mutation,
          code,
          retryAfterMs: retryAfterMs || 500,
        })
      } else void this.#castVote(message)
    } else if (retryAfterMs > 0) this.#strike('too-many-messages', retryAfterMs)
    else if (message.type === 'ping') this.#send({ type: 'pong' })
    else if ((message.type === 'hello') !== (this.#phase === 'new')) this.#strike('out-of-order')
    else if (message.type === 'hello') void this.#open(message)
    else this.#grantCredit()
  }

  async #open(hello: Hello): Promise<void> {
    this.#phase = 'opening'
    try {
      const refusal = await this.#welcome(hello)
      if (this.#phase !== 'opening') return
      if (refusal !== null) return this.close(refusal)
      this.#phase = 'open'
      const waiting = this.#waiting
      this.#waiting = []
      for (const message of waiting) this.#hear(message)
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Answers `hello`; the code of the refusal, or null. */
  async #welcome(hello: Hello): Promise<ErrorCode | null> {
    const guest = await recognise(hello, this.#origin, this.#context)
    if (typeof guest === 'string') return guest
    if (this.#phase !== 'opening') return null
    const { conversation, voter } = guest
    if (voter !== null) {
      const key = `${conversation.id} ${voter.tokenHash}`
      const identity = this.#context.identities.enter(key, performance.now())
      if (identity === null) return 'too-many-connections'
      this.#identity = identity
      this.#identityKey = key
      this.#voter = voter
    }
    this.#send(welcome(guest, hello, this.#context.epoch))

    this.#room = this.#context.roomOf(conversation)
    this.#room.enter(this)
    this.#mapVersion = hello.snapshotVersion ?? -1
    this.#offerNewestMap()
    return null
  }

  async #castVote(message: CastVote): Promise<void> {
    const voter = this.#voter
    if (voter === null) return this.#strike('not-allowed')
    if (!this.#entrance.admits(this.#room!.conversation.fullness)) return this.#turnAway(message)
    const { metrics } = this.#context
    const arrived = performance.now()
    this.#inFlight++
    try {
      const answer = await this.#room!.conversation.castVote(voter, message)
      if (answer.type === 'vote-refused') this.#refuseVote(answer)
      else {
        this.#send(answer)
        // It may be the one after which the results are shown.
        this.#offerNewestMap()
        metrics.votesAccepted.inc()
        metrics.ackSeconds.observe((performance.now() - arrived) / 1000)
      }
    } catch (error) {
      this.#fail(error)
    } finally {
      this.#inFlight--
      if (this.#retireAfterMs !== null && this.#inFlight === 0)
        this.close('server-restarting', this.#retireAfterMs)
    }
  }

  /** Refuses a vote before anything is done for it: under a load that cannot be stored most votes come this way. */
  #turnAway({ mutation }: CastVote): void {
    const [code, retryAfterMs] = ['storage-unavailable' as const, FULL_RETRY_MS]
    this.#refuseVote({ type: 'vote-refused', mutation, code, retryAfterMs })
    this.#entrance.holdUp()
  }

  #refuseVote(refusal: Extract<Down, { type: 'vote-refused' }>): void {
    this.#context.metrics.voteRefused(refusal.code)
    this.#room?.conversation.refusals.note(refusal.code)
    this.#send(refusal)
  }

  #grantCredit(): void {
    this.#hasCredit = true
    this.#offerNewestMap()
  }

  #offerNewestMap(): void {
    const map = this.#room?.conversation.map ?? null
    if (map !== null) this.offerMap(map, this.#room!.frameOf(map))
  }

  #strike(code: ErrorCode, retryAfterMs?: number): void {
    if (++this.#strikes >= STRIKES) return this.close(code)
    this.#context.metrics.refused(code)
    this.#room?.conversation.refusals.note(code)
    this.#send({ type: 'error', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
  }

  #fail(error: unknown): void {
    if (error instanceof StorageUnavailable) return this.close('storage-unavailable')
    this.#context.onFailure(error)
    this.close('internal')
  }

  #onClose(): void {
    this.#phase = 'closing'
    if (this.#room !== null) this.#context.leave(this.#room, this)
    if (this.#identityKey !== null) this.#context.identities.leave(this.#identityKey)
    this.#room = null
    this.#identityKey = null
  }

  #send(message: Down): void {
    this.send(encodeFrame(message))
  }
}
