// The only way to an address of the staff: each is declared with the action of the privilege matrix that it needs. The
// request is let through when its session may do that, in the conversation that the address names; every change is
// written into the audit log before it is answered.
import type { Context, Hono } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { type Action, type Grant, type Role, roleFor } from '../protocol/privileges.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'

/** Somebody who is signed in. */
export interface StaffMember {
  /** Number of the account. */
  readonly account: number
  readonly name: string
  readonly grants: readonly Grant[]
  /** Public name of the session, by which it is listed and revoked. */
  readonly session: string
}

/** One line of the audit log, without who and when. */
export interface AuditNote {
  /** What it was done to, such as `statement 12` or `setting opensAt`; never a participant. */
  readonly subject: string
  /** What can be told of it: old and new value, a reason. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Who is let in. */
export interface StaffDoor {
  /** The member whose session the request carries; else why not. For changes the request must come from our own pages. */
  memberOf(context: Context, isChange: boolean): Promise<StaffMember | AnyErrorCode>
  /** Writes into the audit log. */
  record(entry: AuditEntry): Promise<void>
}

export interface AuditEntry extends AuditNote {
  readonly account: number
  readonly role: Role
  readonly action: Action
  readonly conversation: string | null
  readonly timeMs: number
}

export interface StaffRequest {
  readonly context: Context
  readonly member: StaffMember
  /** The role by which it is allowed. */
  readonly role: Role
  /** The conversation of the address; null where it names none. */
  readonly conversation: LiveConversation | null
  /** What to write into the audit log if this is a change that succeeds; several notes make several lines. */
  note(note: AuditNote): void
}

/** A request in the conversation that its address names. */
export interface ConversationRequest extends StaffRequest {
  readonly conversation: LiveConversation
}

type Answer = Response | Promise<Response>
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface DeclaredRoute {
  readonly method: Method
  readonly path: string
  readonly action: Action
}

export interface StaffRoutesOptions {
  readonly app: Hono
  readonly door: StaffDoor
  readonly conversations: Conversations
  refuse(context: Context, code: AnyErrorCode): Answer
}

export class StaffRoutes {
  readonly #options: StaffRoutesOptions
  readonly #declared: DeclaredRoute[] = []

  constructor(options: StaffRoutesOptions) {
    this.#options = options
  }

  /** Every route declared so far. */
  get declared(): readonly DeclaredRoute[] {
    return this.#declared
  }

  /** Declares an address of the organisation or of one's own account. */
  ofStaff(method: Method, path: string, action: Action, handle: (request: StaffRequest) => Answer): void {
    this.#declare({ method, path, action }, handle)
  }

  /** Declares an address of one conversation, `/api/staff/conversations/:id/…`. */
  ofConversation(
    method: Method,
    rest: string,
    action: Action,
    handle: (request: ConversationRequest) => Answer,
  ): void {
    const path = `/api/staff/conversations/:id${rest}`
    this.#declare({ method, path, action }, (request) => handle(request as ConversationRequest)) // the path names one
  }

  #declare(route: DeclaredRoute, handle: (request: StaffRequest) => Answer): void {
    const { app, door, conversations, refuse } = this.#options
    const { method, path, action } = route
    this.#declared.push(route)
    app.on(method.toUpperCase(), path, async (context) => {
      const isChange = method !== 'get'
      const member = await door.memberOf(context, isChange)
      if (typeof member === 'string') return refuse(context, member)
      const id = context.req.param('id') ?? null
      const role = roleFor(member.grants, action, id)
      // Asked first, so that an answer does not tell strangers which conversations there are.
      if (role === null) return refuse(context, 'role-not-allowed')
      const conversation = id === null ? null : await conversations.open(id)
      if (id !== null && conversation === null) return refuse(context, 'unknown-conversation')
      const notes: AuditNote[] = []
      const answer = await handle({
        context,
        member,
        role,
        conversation,
        note: (note) => void notes.push(note),
      })
      if (isChange && answer.ok) {
        const { account } = member
        for (const note of notes.length > 0 ? notes : [{ subject: path }]) {
          await door.record({ ...note, account, role, action, conversation: id, timeMs: Date.now() })
        }
      }
      return answer
    })
  }
}
