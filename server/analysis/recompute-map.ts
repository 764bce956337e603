// Makes the stored map of a conversation again from the prefix of the log that it covers, and says where it differs (I3).
// Letters and orientation are presented after what the stored map itself remembers, so that they cannot differ by chance.
import { LiveConversation } from '../conversation/live-conversation.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'
import { ERASED, isVote, type Store } from '../store/store.ts'
import { ConversationAnalysis } from './conversation-analysis.ts'
import { openingOf } from './opening.ts'

const LOG_SLICE = 100_000

/** What comparing a stored map with its recomputation came to. */
export type Recomputation =
  | { readonly kind: 'no-map' }
  | { readonly kind: 'equal'; readonly version: number; readonly sequence: number }
  /** The settings or the moderation have changed since the map was made: it says nothing about the log. */
  | { readonly kind: 'other-settings'; readonly version: number; readonly sequence: number }
  /** Votes that the map counted were withdrawn or erased since: what they said is gone, and so is the way back to it. */
  | { readonly kind: 'withdrawn-since'; readonly version: number; readonly sequence: number }
  | {
      readonly kind: 'different'
      readonly version: number
      readonly sequence: number
      /** Parts of the documents that differ. */
      readonly parts: readonly string[]
    }

/** Recomputes the newest stored map of a conversation. Throws `RangeError` for an unknown conversation. */
export async function recomputeMap(store: Store, id: string): Promise<Recomputation> {
  const stored = await store.newestSnapshot(id)
  if (stored === null) return { kind: 'no-map' }
  const { version, sequence } = stored
  const conversation = await LiveConversation.load(store, id)
  if (conversation === null) throw new RangeError(`Expected a stored conversation, got ${id}.`)
  let hasLostContent = false
  const analysis = new ConversationAnalysis(openingOf(conversation))
  for (let done = 0; done < sequence;) {
    const slice = await store.readPublicLog(id, done, Math.min(LOG_SLICE, sequence - done))
    if (slice.length === 0) return { kind: 'different', version, sequence, parts: ['the log ends before it'] }
    const { participants, statements, values } = slice
    hasLostContent ||= values.includes(ERASED)
    // Foreign keys vouch for those of votes; the others name no statement.
    const indexes = statements.map((statement) => conversation.indexOf(statement) ?? 0)
    analysis.apply({ participants, statements: indexes, values })
    done += slice.length
  }
  const again = analysis.refresh(version)
  const snapshots = [read<Snapshot>(stored.snapshot), read<Snapshot>(again.snapshot)] as const
  const components = [read<Components>(stored.components), read<Components>(again.components)] as const
  if (
    snapshots[0].opensAt !== snapshots[1].opensAt ||
    components[0].moderatedOut !== components[1].moderatedOut
  ) {
    return { kind: 'other-settings', version, sequence }
  }
  const parts = [...differences(...snapshots), ...differences(...components)]
  if (parts.length === 0) return { kind: 'equal', version, sequence }
  if (hasLostContent && (await hasWithdrawalAfter(store, id, sequence))) {
    return { kind: 'withdrawn-since', version, sequence }
  }
  return { kind: 'different', version, sequence, parts: [...new Set(parts)] }
}

/** Whether any entry after a place in the log may have emptied one before it. */
async function hasWithdrawalAfter(store: Store, id: string, sequence: number): Promise<boolean> {
  for (let done = sequence; ;) {
    const { length, values } = await store.readLog(id, done, LOG_SLICE)
    if (length === 0) return false
    if (values.some((value) => !isVote(value))) return true
    done += length
  }
}

/** A document as this service wrote it, whose shape is its own. */
function read<T>(json: string): Partial<T> {
  return JSON.parse(json) as Partial<T>
}

/** Parts of a snapshot that do not come from its prefix of the log: when it was published, and the check of a map. */
const BESIDES = ['publishedAt', 'confidence']

/** Names of the parts that are not the same to the last bit. */
function differences(one: object, other: object): string[] {
  const before = new Map<string, unknown>(Object.entries(one))
  const after = new Map<string, unknown>(Object.entries(other))
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !BESIDES.includes(name) && JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
  )
}
