// One's own account: who one is, the sessions, the password and the one-time codes.
import { bodyOf } from '../http/speaker.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import type { Me } from '../protocol/staff/me.ts'
import { codesRequest, confirmRequest, passwordRequest } from '../protocol/staff/own-account.ts'
import { codeAddress, newCodeKey } from './one-time-codes.ts'
import { shownSessions } from './shown-sessions.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffMember, StaffRoutes } from './staff-routes.ts'

export function addOwnAccount(routes: StaffRoutes, staff: Staff, refuse: Refuse): void {
  const { sessions, store, ownAccount } = staff

  routes.ofStaff('get', staffApi.me(), 'use-own-account', async ({ context, member }) =>
    context.json(await describeMember(staff, member)),
  )

  routes.ofStaff('get', staffApi.ownSessions(), 'use-own-account', async ({ context, member }) =>
    context.json({ sessions: shownSessions(await sessions.list(member.account), member) }),
  )

  routes.ofStaff('delete', staffApi.ownSessions(), 'use-own-account', async ({ context, member, line }) => {
    await sessions.endAll(member.account, member.session, line({ code: 'ended-other-sessions' }))
    return context.json({})
  })

  routes.ofStaff(
    'delete',
    staffApi.ownSession(':session'),
    'use-own-account',
    async ({ context, member, line }) => {
      const audit = line({ code: 'ended-session' })
      const isEnded = await sessions.end(member.account, context.req.param('session') ?? '', audit)
      if (!isEnded) return refuse(context, 'unknown-session')
      return context.json({})
    },
  )

  routes.ofStaff('put', staffApi.password(), 'use-own-account', async ({ context, member, line }) => {
    const parsed = await bodyOf(context, passwordRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const audit = line({ code: 'changed-password' })
    const refused = await ownAccount.changePassword(member, parsed.body, audit)
    if (refused !== null) return refuse(context, refused.refusal)
    return context.json({})
  })

  routes.ofStaff('get', staffApi.newCodeKey(), 'use-own-account', async ({ context, member }) => {
    const key = newCodeKey()
    const account = await store.account(member.account)
    return context.json({ key, address: codeAddress(key, account?.email ?? '') })
  })

  routes.ofStaff('put', staffApi.codes(), 'use-own-account', async ({ context, member, line }) => {
    const parsed = await bodyOf(context, codesRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const outcome = await ownAccount.setUpCodes(member, parsed.body, line({ code: 'set-up-codes' }))
    if ('refusal' in outcome) return refuse(context, outcome.refusal)
    return context.json(outcome)
  })

  routes.ofStaff('delete', staffApi.codes(), 'use-own-account', async ({ context, member, line }) => {
    const parsed = await bodyOf(context, confirmRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const audit = line({ code: 'turned-codes-off' })
    const refused = await ownAccount.removeCodes(member, parsed.body.password, audit)
    if (refused !== null) return refuse(context, refused.refusal)
    return context.json({})
  })

  routes.ofStaff('post', staffApi.recoveryCodes(), 'use-own-account', async ({ context, member, line }) => {
    const parsed = await bodyOf(context, confirmRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const audit = line({ code: 'made-recovery-codes' })
    const outcome = await ownAccount.renewRecoveryCodes(member, parsed.body.password, audit)
    if ('refusal' in outcome) return refuse(context, outcome.refusal)
    return context.json(outcome)
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
