// The team: who works here, what they may do, their sessions, and invitations. For owners of the organisation.
import type { Context } from 'hono'
import { bodyOf } from '../http/speaker.ts'
import { staffApi } from '../protocol/staff/addresses.ts'
import type { Invitation, Team, TeamMember } from '../protocol/staff/team.ts'
import { grantsRequest, invitationRequest } from '../protocol/staff/team.ts'
import type { Store } from '../store/store.ts'
import type { StoredGrant } from '../store/staff-store.ts'
import { isKnownGrant } from './sessions.ts'
import { shownSessions } from './shown-sessions.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffMember, StaffRoutes } from './staff-routes.ts'

export function addTeam(
  routes: StaffRoutes,
  staff: Staff,
  conversations: Pick<Store, 'conversations'>,
  refuse: Refuse,
): void {
  const { store, sessions, links } = staff
  const numberOf = (context: Context) => Number(context.req.param('number'))

  routes.ofStaff('get', staffApi.team(), 'manage-staff', async ({ context, member }) =>
    context.json(await describeTeam(staff, conversations, member)),
  )

  routes.ofStaff('post', staffApi.invitations(), 'manage-staff', async ({ context, line }) => {
    const parsed = await bodyOf(context, invitationRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const { name, email, grants } = parsed.body
    const known = new Set((await conversations.conversations()).map(({ id }) => id))
    if (grants.some(({ conversation: id }) => id !== null && !known.has(id))) {
      return refuse(context, 'unknown-conversation')
    }
    if (email !== null && (await store.accountByEmail(email)) !== null) return refuse(context, 'email-taken')
    const audit = line({ code: 'invited', detail: { name, roles: grants } })
    const made = await links.make('invitation', { name, email, grants }, audit)
    return context.json(made)
  })

  routes.ofStaff('delete', staffApi.invitation(':invitation'), 'manage-staff', async ({ context, line }) => {
    const id = context.req.param('invitation') ?? ''
    const invitation = (await store.invitations()).find((each) => each.id === id)
    if (invitation === undefined) return refuse(context, 'unknown-invitation')
    const audit = line({ code: 'took-back-invitation', detail: { name: invitation.name } })
    if (!(await store.removeLink(id, audit))) return refuse(context, 'unknown-invitation')
    return context.json({})
  })

  routes.ofStaff('put', `${staffApi.team()}/:number/grants`, 'manage-staff', async ({ context, line }) => {
    const parsed = await bodyOf(context, grantsRequest)
    if (typeof parsed === 'string') return refuse(context, parsed)
    const { grants, before } = parsed.body
    const account = await store.account(numberOf(context))
    if (account === null) return refuse(context, 'unknown-account')
    const present = account.grants.filter(isKnownGrant)
    if (!areSame(present, before))
      return refuse(context, 'changed-meanwhile', { detail: { grants: present } })
    const { number, name } = account
    const audit = line({
      code: 'changed-roles',
      detail: { account: number, name, from: before, to: grants },
    })
    const outcome = await store.setGrants(number, grants, audit)
    if (outcome !== 'done') return refuse(context, outcome)
    sessions.changed(account.number)
    return context.json({})
  })

  routes.ofStaff('delete', `${staffApi.team()}/:number`, 'manage-staff', async ({ context, line }) => {
    const account = await store.account(numberOf(context))
    if (account === null) return refuse(context, 'unknown-account')
    const { number, name } = account
    const audit = line({ code: 'removed-account', detail: { account: number, name } })
    const outcome = await store.removeAccount(number, audit)
    if (outcome !== 'done') return refuse(context, outcome)
    sessions.changed(account.number)
    return context.json({})
  })

  routes.ofStaff(
    'post',
    `${staffApi.team()}/:number/reset-link`,
    'manage-staff',
    async ({ context, line }) => {
      const account = await store.account(numberOf(context))
      if (account === null) return refuse(context, 'unknown-account')
      const { number, name } = account
      const made = await links.makeReset(
        number,
        line({ code: 'made-reset-link', detail: { account: number, name } }),
      )
      if (made === null) return refuse(context, 'unknown-account')
      return context.json(made)
    },
  )

  routes.ofStaff(
    'delete',
    `${staffApi.team()}/:number/sessions/:session`,
    'manage-staff',
    async ({ context, line }) => {
      const account = await store.account(numberOf(context))
      if (account === null) return refuse(context, 'unknown-account')
      const { number, name } = account
      const audit = line({ code: 'ended-session-of', detail: { account: number, name } })
      const isEnded = await sessions.end(number, context.req.param('session') ?? '', audit)
      if (!isEnded) return refuse(context, 'unknown-session')
      return context.json({})
    },
  )
}

async function describeTeam(
  { store, sessions, now }: Staff,
  conversations: Pick<Store, 'conversations'>,
  member: StaffMember,
): Promise<Team> {
  const members: TeamMember[] = []
  for (const account of await store.accounts()) {
    const { number, name, email, createdAtMs, codeKey, isLinked } = account
    members.push({
      number,
      name,
      email,
      grants: account.grants.filter(isKnownGrant),
      hasCodes: codeKey !== null,
      usesSingleSignOn: isLinked,
      createdAtMs,
      sessions: shownSessions(await sessions.list(number), member),
    })
  }
  const nowMs = now()
  const invitations = (await store.invitations())
    .filter(({ expiresAtMs }) => expiresAtMs > nowMs)
    .map(({ id, name, email, grants, expiresAtMs }): Invitation => ({
      id,
      name,
      email,
      grants: grants.filter(isKnownGrant),
      expiresAtMs,
    }))
  const known = await conversations.conversations()
  return { members, invitations, conversations: known.map(({ id, topic }) => ({ id, topic })) }
}

function areSame(some: readonly StoredGrant[], others: readonly StoredGrant[]): boolean {
  const names = (grants: readonly StoredGrant[]) =>
    [...new Set(grants.map(({ role, conversation }) => `${role} ${conversation ?? ''}`))].sort().join('\n')
  return names(some) === names(others)
}
