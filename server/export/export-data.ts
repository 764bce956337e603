// Everything that the files of an export are made from, as of one entry of the log: the votes as flat arrays (7 bytes each, 15 with their times),
// the statements, the published map. Nothing here is written anywhere; the files decide what of it may be told.
import type { StoredPresentationState } from '../../analysis/index.ts'
import { closedStatements } from '../conversation/closed-statements.ts'
import { publicSequenceOf } from '../conversation/public-sequence.ts'
import { type ConversationSettings, settingsOf } from '../conversation/settings.ts'
import type { StoredEvent } from '../store/moderation-store.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'
import type { ExposureCount, Store, StoredConversation, StoredStatement } from '../store/store.ts'

const SLICE = 4_000
const EVENTS = 500

/** The log up to one entry; statements as dense indexes. */
export interface ExportedLog {
  readonly length: number
  /** Numbers in the log. */
  readonly participants: Uint32Array
  readonly statements: Uint16Array
  /** −1, 0, +1, or else `WITHDRAWN`, `ERASED` or `PARTICIPANT_ERASED`, as in the store. */
  readonly values: Int8Array
  /** Empty where no file tells of times. */
  readonly timesMs: Float64Array
}

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
  readonly log: ExportedLog
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
  const log = await readLog(store, id, sequence, statements, whole)
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
    log,
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

async function readLog(
  store: Store,
  id: string,
  length: number,
  statements: readonly StoredStatement[],
  whole: boolean,
): Promise<ExportedLog> {
  const indexOf = new Map(statements.map((statement, index) => [statement.id, index]))
  const log = {
    length,
    participants: new Uint32Array(length),
    statements: new Uint16Array(length),
    values: new Int8Array(length),
    timesMs: new Float64Array(whole ? length : 0),
  }
  for (let done = 0; done < length;) {
    const limit = Math.min(SLICE, length - done)
    const slice = await (whole ? store.readLog(id, done, limit) : store.readPublicLog(id, done, limit))
    if (slice.length === 0) throw new Error(`The log of ${id} ends at ${done}, expected ${length}.`)
    log.participants.set(slice.participants, done)
    log.values.set(slice.values, done)
    if (whole) log.timesMs.set(slice.timesMs, done)
    for (let i = 0; i < slice.length; i++) log.statements[done + i] = indexOf.get(slice.statements[i]!) ?? 0
    done += slice.length
  }
  return log
}

/** People who came with an import keep their ids; those who came later follow, in the order of their numbers. */
function idsOf(sourceIds: Float64Array): (participant: number) => number {
  const largest = sourceIds.reduce((most, id) => Math.max(most, id), -1)
  if (largest < 0) return (participant) => participant
  let next = largest
  const ids = sourceIds.map((id) => (id >= 0 ? id : ++next))
  return (participant) => ids[participant]!
}
