// One socket of somebody of staff: what it follows, and that it follows nothing which its account may not see, or no longer.
import * as v from 'valibot'
import type { WebSocket } from 'ws'
import type { Conversations } from '../conversation/conversations.ts'
import { roleFor } from '../protocol/privileges.ts'
import { allErrors, type AnyErrorCode } from '../protocol/staff-errors.ts'
import { type StaffDown, type StaffTopic, staffTopics, staffUp } from '../protocol/staff/socket.ts'
import { TokenBucket } from '../socket/token-bucket.ts'
import type { StaffMember } from './staff-routes.ts'

/** Topics that one socket may follow (I6). */
const FOLLOW_LIMIT = 50
const MESSAGES_PER_SECOND = 10
const MESSAGES_AT_ONCE = 60
/** Bytes that may wait to be sent; a page that reads slower is dropped, and fetches afresh when it comes back (I6). */
const WAITING_LIMIT = 4 * 1024 * 1024

interface Followed {
  readonly conversation: string
  readonly topic: StaffTopic
}

export class StaffConnection {
  readonly #socket: WebSocket
  readonly #conversations: Conversations
  readonly #followed = new Map<string, Followed>()
  readonly #messages = new TokenBucket(MESSAGES_PER_SECOND, MESSAGES_AT_ONCE, performance.now())
  #member: StaffMember
  #isAnswered = true

  constructor(socket: WebSocket, member: StaffMember, conversations: Conversations) {
    this.#socket = socket
    this.#member = member
    this.#conversations = conversations
    socket.on('pong', () => (this.#isAnswered = true))
  }

  get account(): number {
    return this.#member.account
  }

  /** Takes a message in; never throws. */
  async receive(frame: Buffer, isBinary: boolean): Promise<void> {
    if (this.#messages.take(performance.now()) > 0) return this.close('too-many-messages')
    const message = isBinary ? null : decode(frame)
    if (message === null) return this.close('malformed-frame')
    if (message.type === 'ping') return this.#send({ type: 'pong' })
    const { conversation, topic } = message
    const key = keyOf(conversation, topic)
    if (message.type === 'unfollow') return void this.#followed.delete(key)
    const refusal =
      this.#objection(message) ?? (await this.#unknown(conversation)) ?? this.#objection(message)
    if (refusal !== null) return this.#send({ type: 'refused', conversation, topic, code: refusal })
    this.#followed.set(key, { conversation, topic })
    this.#send({ type: 'following', conversation, topic })
  }

  /** Takes over what the account may do now; what it may not follow any more, it does not. */
  update(member: StaffMember): void {
    this.#member = member
    for (const [key, followed] of this.#followed) {
      const code = this.#objection(followed)
      if (code === null || code === 'too-many-messages') continue
      this.#followed.delete(key)
      this.#send({ type: 'refused', ...followed, code })
    }
  }

  /** Sends a frame to whoever follows the topic. */
  tell(key: string, frame: string): void {
    if (!this.#followed.has(key)) return
    if (this.#socket.bufferedAmount > WAITING_LIMIT) this.close('connection-too-slow')
    else this.#socket.send(frame)
  }

  /** Asks whether anybody is there; closes the socket that has not answered since the last time. */
  ping(): void {
    if (!this.#isAnswered) return this.#socket.terminate()
    this.#isAnswered = false
    this.#socket.ping()
  }

  close(code: AnyErrorCode): void {
    this.#followed.clear()
    const { closeCode } = allErrors[code]
    this.#socket.close(closeCode ?? 4500, code)
    // A peer that does not answer the goodbye is not waited for.
    setTimeout(() => this.#socket.terminate(), 500).unref()
  }

  #objection({ conversation, topic }: Followed) {
    if (roleFor(this.#member.grants, staffTopics[topic], conversation) === null) {
      return this.#member.needsCodes ? 'codes-needed' : 'role-not-allowed'
    }
    const isMore = !this.#followed.has(keyOf(conversation, topic))
    return isMore && this.#followed.size >= FOLLOW_LIMIT ? 'too-many-messages' : null
  }

  async #unknown(conversation: string) {
    return (await this.#conversations.open(conversation)) === null ? 'unknown-conversation' : null
  }

  #send(message: StaffDown): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message))
  }
}

/** Name of a topic of a conversation. */
export function keyOf(conversation: string, topic: StaffTopic): string {
  return `${topic} ${conversation}`
}

function decode(frame: Buffer): v.InferOutput<typeof staffUp> | null {
  try {
    const parsed = v.safeParse(staffUp, JSON.parse(frame.toString('utf8')), { abortEarly: true })
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
