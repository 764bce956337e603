// Compares what was acknowledged with what is stored, by reading the database itself after the service has stopped.
import Database from 'better-sqlite3'

/** What the log holds, counted in votes. */
export interface LogCheck {
  readonly stored: number
  /** Acknowledged, and not in the log or at another place in it than was said (I1). */
  readonly lost: number
  /** Stored more than once (I1). */
  readonly duplicated: number
  /** Stored although nobody heard of it; harmless, a retry would have been told. */
  readonly unacknowledged: number
  /** Whether the sequence runs 1, 2, 3 … without a gap. */
  readonly dense: boolean
}

/** `acknowledged`: mutation → sequence. */
export function checkLog(file: string, acknowledged: ReadonlyMap<string, number>): LogCheck {
  const database = new Database(file, { readonly: true })
  try {
    const rows = database
      .prepare<[], readonly [number, number, string | null]>(
        'SELECT conversation, sequence, mutation FROM vote_log ORDER BY conversation, sequence',
      )
      .raw()
    const places = new Map<string, number>()
    let duplicated = 0
    let dense = true
    let stored = 0
    let before: readonly [conversation: number, sequence: number] = [0, 0]
    for (const [conversation, sequence, mutation] of rows.iterate()) {
      if (sequence !== (conversation === before[0] ? before[1] + 1 : 1)) dense = false
      before = [conversation, sequence]
      if (mutation === null) continue // what came with an import
      stored++
      if (places.has(mutation)) duplicated++
      places.set(mutation, sequence)
    }
    let lost = 0
    for (const [mutation, sequence] of acknowledged) if (places.get(mutation) !== sequence) lost++
    let unacknowledged = 0
    for (const mutation of places.keys()) if (!acknowledged.has(mutation)) unacknowledged++
    return { stored, lost, duplicated, unacknowledged, dense }
  } finally {
    database.close()
  }
}
