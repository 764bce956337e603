// Everything that staff do with their own accounts and their team, as addresses, and the pages for it.
import type { Context } from 'hono'
import { addOwnAccount } from './own-account-routes.ts'
import { addSignIn } from './sign-in-routes.ts'
import type { Staff } from './staff.ts'
import type { Refuse, StaffRoutes } from './staff-routes.ts'

export interface StaffPages {
  readonly refuse: Refuse
  /** Shows the page of the staff room; which one, its address says. */
  page(context: Context): Response | Promise<Response>
}

export function addStaff(routes: StaffRoutes, staff: Staff, { page, refuse }: StaffPages): void {
  for (const path of ['/staff/sign-in', '/staff/first-owner', '/staff/invitation', '/staff/reset']) {
    routes.ofAnyone('get', path, page)
  }
  routes.ofPage('/staff/account', 'use-own-account', ({ context }) => page(context))
  routes.ofPage('/staff/team', 'manage-staff', ({ context }) => page(context))
  routes.ofPage('/staff/audit', 'read-audit-log', ({ context }) => page(context))
  addSignIn(routes, staff, refuse)
  addOwnAccount(routes, staff)
}
