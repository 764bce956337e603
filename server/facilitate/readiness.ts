// Whether a conversation can be opened with a good conscience: what should be there, and whether it is.
import * as v from 'valibot'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { momentOf } from '../conversation/schedule.ts'
import { questionsIn, type EntryQuestions } from '../protocol/entry-questions.ts'
import type { Readiness, ReadinessItem } from '../protocol/facilitate/readiness.ts'
import { purpose, type Purposes } from '../protocol/purpose.ts'
import { roleFor } from '../protocol/privileges.ts'
import type { Store } from '../store/store.ts'
import { troublesOfTheme } from '../theme/check-theme.ts'

/** Seed statements below which people soon have nothing to vote on. */
export const FEWEST_SEEDS = 8

export async function checkReadiness(
  store: Store,
  { id, settings, stored, statements, closed }: LiveConversation,
  nowMs: number,
): Promise<Readiness> {
  const all = stored.purpose as Purposes | null // checked when it was stored
  const written = (['en', 'cy'] as const).filter((language) => v.is(purpose, all?.[language]))
  const missing = settings.languages.filter(
    (language) => !written.includes(language) || lacksQuestions(stored.questions, language),
  )
  const seeds = statements.filter(({ isSeed }, index) => isSeed && closed[index] === 0).length
  const accounts = await store.staff.accounts()
  const moderators = accounts.filter(({ grants }) => roleFor(grants as never, 'moderate', id) !== null).length // roles are checked when granted
  const troubles = troublesOfTheme(settings)
  const until = momentOf(settings.votingUntil, settings.timeZone)
  const items: Readiness['items'] = []
  const add = (item: ReadinessItem, isDone: boolean, found: number | string | null = null) =>
    void items.push({ item, isDone, found })
  add('purpose', written.length > 0)
  add('languages', missing.length === 0, missing.join(' '))
  add('seeds', seeds >= FEWEST_SEEDS, seeds)
  add('moderators', moderators > 0 || settings.whoWrites === 'staff', moderators)
  add('contrast', troubles.length === 0, troubles.length)
  add('retention', settings.keepUntil !== '', settings.keepUntil)
  add('schedule', until === null || until > nowMs, settings.votingUntil)
  add('voters', ...(await votersAreKnown(store, id, settings)))
  return { isReady: items.every(({ isDone }) => isDone), items }
}

/** Whether those who may vote can: there are codes, or a key by which a site proves people, or names on the list. */
async function votersAreKnown(
  store: Store,
  id: string,
  {
    whoVotes,
    identitySecret,
    identityPublicKey,
    unsignedIdentity,
    identityAllowList,
  }: LiveConversation['settings'],
): Promise<[boolean, number | string | null]> {
  if (whoVotes === 'anyone') return [true, null]
  if (whoVotes === 'codes') {
    const { made } = await store.management.invitationCounts(id)
    return [made > 0, 'codes']
  }
  const isProven = identitySecret !== '' || identityPublicKey !== '' || unsignedIdentity
  return [isProven && (whoVotes === 'identity' || identityAllowList.length > 0), whoVotes]
}

function lacksQuestions(stored: unknown, language: 'en' | 'cy'): boolean {
  const questions = stored as EntryQuestions | null // checked when they were stored
  if (questionsIn(questions, language) === null) return false
  return questions!.questions.some(
    ({ words, options }) => !words[language] || options.some((option) => !option.words[language]),
  )
}
