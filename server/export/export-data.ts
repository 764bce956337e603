// Everything that the files of an export are made from, as of one entry of the log: the votes (2 bytes each), the statements,
// the published map. What needs the order or the times of the log reads it again, slice by slice. Nothing here is written
// anywhere; the files decide what of it may be told.
import type { StoredPresentationState } from '../../analysis/index.ts'
import { closedStatements } from '../conversation/closed-statements.ts'
import { publicSequenceOf } from '../conversation/public-sequence.ts'
import { type ConversationSettings, settingsOf } from '../conversation/settings.ts'
import type { StoredEvent } from '../store/moderation-store.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'
import type { ExposureCount, LogSlice, Store, StoredConversation, StoredStatement } from '../store/store.ts'
import { type VotesByParticipant, votesByParticipant } from './votes-by-participant.ts'

const SLICE = 2_000
const EVENTS = 500

/** The published map that an export goes with. */
export interface ExportedMap {
  readonly version: number
  readonly sequence: number
  readonly publishedAtMs: number
  readonly snapshot: Snapshot
  readonly components: Components
  /** The documents as they were published. */
  readonly texts: { readonly snapshot: string; readonly components: string; readonly presentation: string }
  /** Letter of each participant's group by number, `-` for people without one; shorter where people came later. */
  readonly letters: string
}

export interface ExportData {
  readonly conversation: StoredConversation
  readonly settings: ConversationSettings
  /** By dense index, ascending by id. */
  readonly statements: readonly StoredStatement[]
  /** 1 for statements that nobody may vote on, by dense index. */
  readonly closed: Uint8Array
  /** 1 for statements that the map leaves out. */
  readonly moderatedOut: Uint8Array
  /** Last entry of the log that is in. */
  readonly sequence: number
  /** Running hash of that entry. */
  readonly logHash: string
  /** Reads the log from its beginning to `sequence`, with dense indexes in the place of the statements' ids. */
  readonly readLog: () => AsyncIterable<LogSlice>
  readonly votes: VotesByParticipant
  /** Participants in all, voters or not. */
  readonly participants: number
  /** Id by which each participant is known in exports that keep ids, by number. */
  readonly idOf: (participant: number) => number
  readonly map: ExportedMap | null
  readonly exposures: readonly ExposureCount[]
  /** What moderators decided, oldest first. */
  readonly events: readonly StoredEvent[]
}

/**
 * Reads a conversation; null for an unknown one. `whole` reads the whole log; else it ends where the newest map does, so that
 * every file says the same, or where the first map would, and says what everybody may know (I8).
 */
export async function readExportData(
  store: Store,
  id: string,
  { whole }: { readonly whole: boolean },
): Promise<ExportData | null> {
  const conversation = await store.conversation(id)
  if (conversation === null) return null
  const stored = await store.newestSnapshot(id)
  const sequence = whole
    ? await store.lastSequence(id)
    : (stored?.sequence ?? (await publicSequenceOf(store, conversation)))
  const statements = await store.statements(id)
  const settings = settingsOf(conversation)
  const closed = closedStatements(statements, settings)
  const read = () => readLog(store, id, sequence, statements, whole)
  const sourceIds = await store.exchange.sourceIds(id)
  const { hash } = await store.reports.logFacts(id, sequence)
  return {
    conversation,
    settings,
    statements,
    closed,
    moderatedOut: Uint8Array.from(statements, ({ isMeta }, index) => Number(isMeta || closed[index] !== 0)),
    sequence,
    logHash: hash,
    readLog: read,
    votes: await votesByParticipant(read, sourceIds.length, statements.length),
    participants: sourceIds.length,
    idOf: idsOf(sourceIds),
    map:
      stored === null
        ? null
        : {
            version: stored.version,
            sequence: stored.sequence,
            publishedAtMs: stored.publishedAtMs,
            snapshot: JSON.parse(stored.snapshot) as Snapshot, // as it was published
            components: JSON.parse(stored.components) as Components,
            texts: stored,
            letters: (JSON.parse(stored.presentation) as StoredPresentationState).letters,
          },
    exposures: await store.exposures(id),
    events: await readEvents(store, id),
  }
}

async function readEvents(store: Store, id: string): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const slice = await store.moderation.events(id, { after: events.at(-1)?.id ?? 0, limit: EVENTS })
    if (slice.length === 0) return events
    events.push(...slice)
  }
}

async function* readLog(
  store: Store,
  id: string,
  length: number,
  statements: readonly StoredStatement[],
  whole: boolean,
): AsyncGenerator<LogSlice> {
  const indexOf = new Map(statements.map((statement, index) => [statement.id, index]))
  for (let done = 0; done < length;) {
    const limit = Math.min(SLICE, length - done)
    const slice = await (whole ? store.readLog(id, done, limit) : store.readPublicLog(id, done, limit))
    if (slice.length === 0) throw new Error(`The log of ${id} ends at ${done}, expected ${length}.`)
    done += slice.length
    yield { ...slice, statements: slice.statements.map((statement) => indexOf.get(statement) ?? 0) }
  }
}

/** People who came with an import keep their ids; those who came later follow, in the order of their numbers. */
function idsOf(sourceIds: Float64Array): (participant: number) => number {
  const largest = sourceIds.reduce((most, id) => Math.max(most, id), -1)
  if (largest < 0) return (participant) => participant
  let next = largest
  const ids = sourceIds.map((id) => (id >= 0 ? id : ++next))
  return (participant) => ids[participant]!
}
