// One's own account: who one is, the sessions, the password and the one-time codes.
import type { Me, StaffSession } from '../protocol/staff/me.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import type { Staff } from './staff.ts'
import type { StaffMember, StaffRoutes } from './staff-routes.ts'

export function addOwnAccount(routes: StaffRoutes, staff: Staff): void {
  const { sessions } = staff
  routes.ofStaff('get', staffApi.me(), 'use-own-account', async ({ context, member }) =>
    context.json(await describeMember(staff, member)),
  )

  routes.ofStaff('get', staffApi.ownSessions(), 'use-own-account', async ({ context, member }) => {
    const list = await sessions.list(member.account)
    const shown: StaffSession[] = list.map(({ id, device, createdAtMs, seenAtMs }) => ({
      id,
      device,
      createdAtMs,
      seenAtMs,
      isThis: id === member.session,
    }))
    return context.json({ sessions: shown })
  })
}

async function describeMember(
  { store }: Staff,
  { account, name, grants, needsCodes }: StaffMember,
): Promise<Me> {
  const stored = await store.account(account)
  return {
    account,
    name,
    email: stored?.email ?? '',
    grants: [...grants],
    needsCodes,
    hasPassword: stored?.passwordHash != null,
    hasCodes: stored?.codeKey != null,
    recoveryCodesLeft: await store.recoveryCodesLeft(account),
    usesSingleSignOn: stored?.isLinked ?? false,
  }
}
