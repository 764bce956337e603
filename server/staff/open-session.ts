// What every way of signing in ends with: a session of its own, its cookie, and a line in the audit log.
import type { Context } from 'hono'
import type { AuditCode } from '../protocol/staff/audit-text.ts'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import type { BeginSession } from './sessions.ts'
import type { Staff } from './staff.ts'

/** Signs the browser in; whoever was signed in there before is signed out. `code` says how, for the audit log. */
export async function openSession(
  context: Context,
  { sessions, store, way, now }: Staff,
  fresh: BeginSession,
  code: AuditCode,
): Promise<void> {
  const before = readSessionCookie(context, way)
  const other = before === undefined ? null : await sessions.member(before)
  if (other !== null) await sessions.end(other.account, other.session)
  const account = await store.account(fresh.account)
  const token = await sessions.begin(fresh, {
    timeMs: now(),
    account: fresh.account,
    name: account?.name ?? '',
    role: null,
    action: 'use-own-account',
    conversation: null,
    code,
    subject: '',
    detail: fresh.device === '' ? null : { device: fresh.device },
  })
  writeSessionCookie(context, way, token)
}
