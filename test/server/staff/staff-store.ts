// A real store and the staff of a service without the service, with a clock that the test sets.
import { onTestFinished } from 'vitest'
import { hashPassword } from '../../../server/staff/passwords.ts'
import { openStaff } from '../../../server/staff/staff.ts'
import { openStore } from '../../../server/store/open.ts'
import type { NewAccount, StoredGrant } from '../../../server/store/staff-store.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'

export const PASSWORD = 'four words without sense'

/** Staff with a clock of its own. */
export async function testStaff() {
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close().catch(() => {}))
  await store.importConversation(townSquare)
  const clock = { nowMs: Date.UTC(2026, 2, 4, 12, 0, 10) }
  const staff = openStaff(store, { now: () => clock.nowMs })
  return { store, staff, clock }
}

type TestStaff = Awaited<ReturnType<typeof testStaff>>

/** Adds an account with the password above. */
export async function addPerson(
  { store }: Pick<TestStaff, 'store'>,
  changes: Partial<NewAccount> = {},
  grants: readonly StoredGrant[] = [],
): Promise<number> {
  const made = await store.staff.addAccount(
    {
      name: 'Mair',
      email: 'mair@example.org',
      passwordHash: await hashPassword(PASSWORD),
      codeKey: null,
      codeStep: 0,
      recoveryHashes: [],
      issuer: null,
      subject: null,
      createdAtMs: 0,
      ...changes,
    },
    grants,
  )
  if ('refusal' in made) throw new Error(made.refusal)
  return made.account
}
