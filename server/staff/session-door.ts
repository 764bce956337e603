// The door of staff: finds out who asks by the cookie of the session, and writes down what they do.
import type { Context } from 'hono'
import type { NewAuditEntry, StaffStore } from '../store/staff-store.ts'
import type { Way } from './arrival.ts'
import { comesFromOwnPage } from './own-page.ts'
import { readSessionCookie } from './session-cookie.ts'
import type { StaffSessions } from './sessions.ts'
import type { StaffDoor } from './staff-routes.ts'

export class SessionDoor implements StaffDoor {
  readonly #store: StaffStore
  readonly #sessions: StaffSessions
  readonly #way: Way

  constructor(store: StaffStore, sessions: StaffSessions, way: Way) {
    this.#store = store
    this.#sessions = sessions
    this.#way = way
  }

  isOwnPage(context: Context): boolean {
    return comesFromOwnPage(context, this.#way)
  }

  async memberOf(context: Context) {
    const token = readSessionCookie(context, this.#way)
    if (token === undefined || token === '') return null
    return this.#sessions.member(token)
  }

  record(entry: NewAuditEntry): Promise<void> {
    return this.#store.record(entry)
  }
}
