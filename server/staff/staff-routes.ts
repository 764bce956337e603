// The only way to an address of the staff: each is declared with the action of the privilege matrix that it needs. The
// request is let through when its session may do that, in the conversation that the address names; every change is
// written into the audit log before it is answered.
import type { Context, Hono } from 'hono'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { type Action, type Grant, type Role, roleFor } from '../protocol/privileges.ts'
import { staffPages } from '../protocol/staff/addresses.ts'
import type { AuditCode } from '../protocol/staff/audit-text.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'

/** Somebody who is signed in. */
export interface StaffMember {
  /** Number of the account. */
  readonly account: number
  readonly name: string
  readonly grants: readonly Grant[]
  /** Public name of the session, by which it is listed and revoked. */
  readonly session: string
  /** Whether roles are held back until one-time codes are set up. */
  readonly needsCodes: boolean
}

/** One line of the audit log, without who and when. */
export interface AuditNote {
  /** What was done; its words stand in protocol/staff/audit-words. */
  readonly code: AuditCode
  /** What the words need, and what else can be told of it: old and new value, a reason; never a participant. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Who is let in. */
export interface StaffDoor {
  /** Whether the request comes from a page of ours, as every change must. */
  isOwnPage(context: Context): boolean
  /** The member whose session the request carries, or null. */
  memberOf(context: Context): Promise<StaffMember | null>
  /** Writes into the audit log. */
  record(entry: NewAuditEntry): Promise<void>
}

export interface StaffRequest {
  readonly context: Context
  readonly member: StaffMember
  /** The role by which it is allowed. */
  readonly role: Role
  /** The conversation of the address; null where it names none. */
  readonly conversation: LiveConversation | null
  /** What to write into the audit log if this succeeds; several notes make several lines. A change without one is
   * written too, unless null says that nothing lasting was changed. */
  note(note: AuditNote | null): void
  /** The same line for a change that writes it by itself, in its own transaction: both are stored or neither is. */
  line(note: AuditNote): NewAuditEntry
}

/** A request in the conversation that its address names. */
export interface ConversationRequest extends StaffRequest {
  readonly conversation: LiveConversation
}

type Answer = Response | Promise<Response>

/** Answers with the code, its status and its words; `detail` says what of it, where there is more to say. */
export type Refuse = (context: Context, code: AnyErrorCode, about?: { readonly detail?: unknown }) => Answer

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface DeclaredRoute {
  readonly method: Method
  readonly path: string
  /** Null for what is open to people who are not signed in. */
  readonly action: Action | null
}

export interface StaffRoutesOptions {
  readonly app: Hono
  readonly door: StaffDoor
  readonly conversations: Conversations
  readonly refuse: Refuse
}

/** What each app has declared; forgotten with the app. */
const declared = new WeakMap<Hono, DeclaredRoute[]>()

/** Every route of staff that was declared for an app. */
export function declaredFor(app: Hono): readonly DeclaredRoute[] {
  return declared.get(app) ?? []
}

export class StaffRoutes {
  readonly #options: StaffRoutesOptions
  readonly #declared: DeclaredRoute[]

  constructor(options: StaffRoutesOptions) {
    this.#options = options
    this.#declared = declared.get(options.app) ?? []
    declared.set(options.app, this.#declared)
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

  /** Declares a page. Whoever is not signed in is led to sign in first, and back. */
  ofPage(path: string, action: Action, show: (request: StaffRequest) => Answer): void {
    this.#declare({ method: 'get', path, action }, show)
  }

  /** Declares an address for people who are not signed in, such as the one to sign in; changes must come from our pages. */
  ofAnyone(method: Method, path: string, handle: (context: Context) => Answer): void {
    const { app, door, refuse } = this.#options
    this.#declared.push({ method, path, action: null })
    app.on(method.toUpperCase(), path, (context) => {
      if (method !== 'get' && !door.isOwnPage(context)) return refuse(context, 'forged-request')
      context.header('Cache-Control', 'no-store')
      return handle(context)
    })
  }

  #declare(
    route: DeclaredRoute & { readonly action: Action },
    handle: (request: StaffRequest) => Answer,
  ): void {
    const { app, door, conversations, refuse } = this.#options
    const { method, path, action } = route
    this.#declared.push(route)
    app.on(method.toUpperCase(), path, async (context) => {
      const isPage = !path.startsWith('/api/')
      const isChange = method !== 'get'
      if (isChange && !door.isOwnPage(context)) return refuse(context, 'forged-request')
      context.header('Cache-Control', 'no-store')
      const member = await door.memberOf(context)
      if (member === null) return isPage ? leadToSignIn(context) : refuse(context, 'sign-in-needed')
      const id = context.req.param('id') ?? null
      // Everybody has an account of their own, whatever their roles.
      const role = roleFor(member.grants, action, id) ?? (action === 'use-own-account' ? 'viewer' : null)
      // Asked first, so that an answer does not tell strangers which conversations there are.
      if (role === null) return refuse(context, member.needsCodes ? 'codes-needed' : 'role-not-allowed')
      const conversation = id === null ? null : await conversations.openForStaff(id)
      if (id !== null && conversation === null) return refuse(context, 'unknown-conversation')
      const { account, name } = member
      const entryOf = ({ code, detail = {} }: AuditNote): NewAuditEntry => ({
        ...{ timeMs: Date.now(), account, name, role, action, conversation: id },
        ...{ code, subject: '', detail: Object.keys(detail).length === 0 ? null : detail },
      })
      const notes: AuditNote[] = []
      let isWritten = false
      const answer = await handle({
        context,
        member,
        role,
        conversation,
        note(note) {
          if (note === null) isWritten = true
          else notes.push(note)
        },
        line(note) {
          isWritten = true
          return entryOf(note)
        },
      })
      if (!answer.ok) return answer
      if (isChange && notes.length === 0 && !isWritten) notes.push({ code: 'other', detail: { path } })
      for (const note of notes) await door.record(entryOf(note))
      return answer
    })
  }
}

/** To the page to sign in, which leads back to where the request wanted to go. */
function leadToSignIn(context: Context): Response {
  const { pathname, search, searchParams } = new URL(context.req.url)
  const language = searchParams.get('lang')
  const address = staffPages.signIn(`${pathname}${search}`)
  return context.redirect(language === null ? address : `${address}&lang=${encodeURIComponent(language)}`)
}
