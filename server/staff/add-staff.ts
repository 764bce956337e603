// Everything that staff do with their own accounts and their team, as addresses, and the pages for it.
import type { Context } from 'hono'
import { addAudit } from './audit-routes.ts'
import { addLinks } from './link-routes.ts'
import { addOwnAccount } from './own-account-routes.ts'
import { addSignIn } from './sign-in-routes.ts'
import { addSingleSignOn } from './single-sign-on-routes.ts'
import { addTeam } from './team-routes.ts'
import type { Store } from '../store/store.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

export interface StaffPages {
  /** For which conversations a role can be given. */
  readonly conversations: Pick<Store, 'conversations'>
  readonly refuse: Refuse
  /** Shows the page of the staff room; which one, its address says. */
  page(context: Context): Response | Promise<Response>
}

export function addStaff(
  routes: StaffRoutes,
  staff: Staff,
  { conversations, page, refuse }: StaffPages,
): void {
  for (const path of ['/staff/sign-in', '/staff/first-owner', '/staff/invitation', '/staff/reset']) {
    routes.ofAnyone('get', path, page)
  }
  routes.ofPage('/staff/account', 'use-own-account', ({ context }) => page(context))
  routes.ofPage('/staff/team', 'manage-staff', ({ context }) => page(context))
  routes.ofPage('/staff/audit', 'read-audit-log', ({ context }) => page(context))
  routes.ofPage('/facilitate/:id/audit', 'read-conversation-audit-log', ({ context }) => page(context))
  addSignIn(routes, staff, refuse)
  addLinks(routes, staff, refuse)
  addSingleSignOn(routes, staff, refuse)
  addOwnAccount(routes, staff, refuse)
  addTeam(routes, staff, conversations, refuse)
  addAudit(routes, staff, refuse)
}
