import type { StaffSession } from '../protocol/staff/me.ts'
import type { StoredSession } from '../store/staff-store.ts'
import type { StaffMember } from './staff-routes.ts'

/** Sessions as their account, or an owner, may see them. */
export function shownSessions(
  sessions: readonly StoredSession[],
  member: Pick<StaffMember, 'session'>,
): StaffSession[] {
  return sessions.map(({ id, device, createdAtMs, seenAtMs }) => ({
    id,
    device,
    createdAtMs,
    seenAtMs,
    isThis: id === member.session,
  }))
}
