// The first owner's way in: while the organisation has no owner, a fresh link is made at each start, and printed for whoever
// starts the service.
import type { StaffStore } from '../store/staff-store.ts'
import { StaffLinks } from './links.ts'

/** The token of a link for the first owner; null where there is an owner already. */
export async function firstOwnerToken(store: StaffStore): Promise<string | null> {
  const accounts = await store.accounts()
  const isOwned = accounts.some(({ grants }) =>
    grants.some(({ role, conversation }) => role === 'owner' && conversation === null),
  )
  return isOwned ? null : (await new StaffLinks(store).make('owner')).token
}
