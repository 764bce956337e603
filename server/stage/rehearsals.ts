// Rehearsals: a copy of a conversation, in a database of its own, in which simulated people vote so that a host can practise
// with the real remote and the real screen. Nothing of it touches the conversation itself, and it is deleted afterwards.
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Conversations } from '../conversation/conversations.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { SettingName } from '../conversation/settings.ts'
import type { GuestStores } from '../store/guest-stores.ts'
import type { ImportedConversation } from '../store/imported-conversation.ts'
import type { Store } from '../store/store.ts'
import { openThreadStore } from '../store/thread-store.ts'
import { SimulatedVoters } from './simulated-voters.ts'

export interface RehearsalOptions {
  /** Where the databases of rehearsals lie; whatever is left there from before is deleted. */
  readonly folder: string
  readonly conversations: Conversations
  readonly guests: GuestStores
  readonly onFailure: (error: unknown) => void
}

export interface Rehearsal {
  readonly conversation: LiveConversation
  readonly voters: SimulatedVoters
  readonly startedAtMs: number
}

interface Running extends Rehearsal {
  readonly store: Store
  readonly folder: string
  readonly timeLimit: NodeJS.Timeout
}

/** Most rehearsals at once, and the longest one (I6). */
const LIMIT = 5
const LONGEST_MS = 2 * 60 * 60 * 1000

export class Rehearsals {
  readonly #options: RehearsalOptions
  readonly #running = new Map<string, Running>()
  readonly #beginning = new Set<string>()

  constructor(options: RehearsalOptions) {
    this.#options = options
    rmSync(options.folder, { recursive: true, force: true })
  }

  /** The rehearsal of a conversation; null while nobody rehearses. */
  of(conversation: string): Rehearsal | null {
    return this.#running.get(conversation) ?? null
  }

  /** Begins to rehearse with so many simulated people; false where a rehearsal runs already, or too many others do. */
  async begin(conversation: LiveConversation, people: number): Promise<boolean> {
    const { id } = conversation
    if (this.#running.has(id) || this.#beginning.has(id)) return false
    if (this.#running.size + this.#beginning.size >= LIMIT) return false
    this.#beginning.add(id)
    try {
      const { conversations, guests, onFailure } = this.#options
      const name = `rehearsal-${randomBytes(6).toString('hex')}`
      const folder = join(this.#options.folder, name)
      mkdirSync(folder, { recursive: true })
      const store = await openThreadStore(folder)
      await store.importConversation(copyOf(conversation, name))
      guests.add(name, store)
      const live = (await conversations.open(name))! // it has just been stored
      live.visitors++ // it stays in memory until the end
      const timeLimit = setTimeout(() => void this.end(id).catch(onFailure), LONGEST_MS)
      timeLimit.unref()
      const voters = new SimulatedVoters(live, { people, seed: 1, onFailure })
      const startedAtMs = Date.now()
      this.#running.set(id, { conversation: live, voters, store, folder, startedAtMs, timeLimit })
      return true
    } finally {
      this.#beginning.delete(id)
    }
  }

  /** Ends a rehearsal and deletes all of it; false where nobody rehearses. */
  async end(id: string): Promise<boolean> {
    const running = this.#running.get(id)
    if (running === undefined) return false
    this.#running.delete(id)
    const { conversation, voters, store, folder, timeLimit } = running
    clearTimeout(timeLimit)
    voters.stop()
    // Whoever looks on is told that it is over before there is nothing left to ask.
    await store.participation.changeConversation(conversation.id, { isOpen: false, closedAs: null })
    conversation.adopt((await store.conversation(conversation.id))!)
    await this.#options.conversations.forget(conversation.id)
    this.#options.guests.remove(conversation.id)
    await store.close()
    rmSync(folder, { recursive: true, force: true })
    return true
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.end(id)))
  }
}

/** Settings that a rehearsal has in common with the evening: none about who may vote, when, and who sees the results. */
const REHEARSED: ReadonlySet<string> = new Set<SettingName>([
  'opensAt',
  'smallestGroup',
  'pinnedGroups',
  'statementLength',
  'whoWrites',
  'pinned',
])

/** The question and the statements that people see, without any person or vote, open from the start, and marked. */
function copyOf({ stored, statements, closed }: LiveConversation, id: string): ImportedConversation {
  const settings = Object.fromEntries(Object.entries(stored.settings).filter(([name]) => REHEARSED.has(name)))
  return {
    id,
    topic: `Rehearsal · Ymarfer: ${stored.topic}`,
    description: stored.description,
    isOpen: true,
    isSample: true,
    createdAtMs: Date.now(),
    settings,
    statements: statements
      .filter((_, index) => closed[index] === 0)
      .map(({ id, text, createdAtMs, isMeta, isSeed }) => ({
        ...{ id, text, createdAtMs, isMeta, isSeed },
        author: null,
        moderation: 1,
      })),
    votes: {
      participants: new Uint32Array(0),
      statements: new Uint32Array(0),
      values: new Int8Array(0),
      timesMs: new Float64Array(0),
    },
  }
}
