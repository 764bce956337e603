// New conversations: empty ones, and copies that take over what is set and the seeds, but nothing of what people did.
import { randomBytes } from 'node:crypto'
import { addressWords } from '../conversation/address-words.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { SettingName } from '../conversation/settings.ts'
import type { ConversationChange } from '../store/participation-store.ts'
import type { ImportedStatement } from '../store/imported-conversation.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'

/** What belongs to one conversation or one time and is not copied; of secrets each conversation has its own. */
const NOT_COPIED: readonly SettingName[] = [
  'votingFrom',
  'votingUntil',
  'keepUntil',
  'resultsRevealed',
  'pinned',
  'identitySecret',
  'identityAllowList',
  'site',
  'page',
]

export interface NewConversation {
  readonly topic: string
  readonly description: string
}

/** The line of the audit log for a conversation of this name. */
export type AuditOf = (id: string) => NewAuditEntry

/** Makes a conversation that is still to open; its public name. */
export function makeConversation(
  store: Store,
  wanted: NewConversation,
  nowMs: number,
  audit: AuditOf,
): Promise<string> {
  return make(store, wanted, nowMs, { audit })
}

/** Makes one after another: the same settings, purpose, questions, images and seeds. */
export async function copyConversation(
  store: Store,
  { stored, statements }: LiveConversation,
  topic: string,
  nowMs: number,
  audit: AuditOf,
): Promise<string> {
  const settings = Object.fromEntries(
    Object.entries(stored.settings).filter(([name]) => !(NOT_COPIED as readonly string[]).includes(name)),
  )
  const seeds = statements.filter(({ isSeed, moderation }) => isSeed && moderation >= 0)
  const { purpose, questions, drafts } = stored
  return make(store, { topic, description: stored.description }, nowMs, {
    settings,
    change: { purpose, questions, drafts },
    audit,
    seeds: seeds.map(({ text, isMeta }, index) => ({
      id: index,
      text,
      author: null,
      createdAtMs: nowMs,
      moderation: 1,
      isMeta,
      isSeed: true,
    })),
  })
}

interface Made {
  readonly settings?: Record<string, unknown>
  readonly seeds?: ImportedStatement[]
  readonly change?: ConversationChange
  readonly audit: AuditOf
}

async function make(
  store: Store,
  { topic, description }: NewConversation,
  nowMs: number,
  { settings = {}, seeds = [], change = {}, audit }: Made,
): Promise<string> {
  for (;;) {
    const id = newId(topic)
    const outcome = await store.importConversation({
      id,
      topic,
      description,
      isOpen: false,
      isSample: false,
      createdAtMs: nowMs,
      settings,
      statements: seeds,
      votes: {
        participants: new Uint32Array(0),
        statements: new Uint32Array(0),
        values: new Int8Array(0),
        timesMs: new Float64Array(0),
      },
    })
    if (outcome.kind === 'exists') continue
    await store.participation.changeConversation(id, { ...change, closedAs: 'upcoming' }, [audit(id)])
    return id
  }
}

/** Public name: words of the topic, and a random end, so that addresses cannot be guessed. */
function newId(topic: string): string {
  const words = addressWords(topic)
  const end = randomBytes(5).toString('hex')
  return words === '' ? end : `${words}-${end}`
}
