// The conversation that is exported, and an owner who may have everything of it.
import { cookieName } from '../../server/staff/session-cookie.ts'
import { openStaff } from '../../server/staff/staff.ts'
import { openStore } from '../../server/store/open.ts'
import { conversationName, prepareConversations } from '../load/conversation.ts'

const STATEMENTS = 200
const VOTES_EACH = 20
/** The conversation that is exported. */
export const SUBJECT = conversationName(0)
/** The conversation in which people vote meanwhile. */
export const VOTED_ON = conversationName(1)

/** Makes both, the first with about so many votes of 20 each; answers the cookie of an owner. */
export async function prepareExports(folder: string, votes: number): Promise<string> {
  const people = Math.ceil(votes / VOTES_EACH)
  await prepareConversations(folder, { conversations: 2, statements: STATEMENTS, people })
  const store = await openStore(folder)
  try {
    await store.saveSettings(SUBJECT, { openData: true })
    const staff = openStaff(store)
    const made = await staff.store.addAccount(
      {
        name: 'Owner',
        email: 'owner@example.org',
        passwordHash: null,
        codeKey: null,
        codeStep: 0,
        recoveryHashes: [],
        issuer: null,
        subject: null,
        createdAtMs: Date.now(),
      },
      [{ role: 'owner', conversation: null }],
    )
    if ('refusal' in made) throw new Error(`The account was refused: ${made.refusal}.`)
    const token = await staff.sessions.begin({ account: made.account, device: 'a bench', isStrong: true })
    return `${cookieName(false)}=${token}`
  } finally {
    await store.close()
  }
}
