// `ReportStore` on SQLite.
import type { Database } from 'better-sqlite3'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { GroupCommit } from './group-commit.ts'
import type { LogFacts, NewReportVersion, ReportFile, ReportStore, ReportVersion } from './report-store.ts'
import { firstHash } from './running-hash.ts'
import { channels, type Channel } from '../protocol/channel.ts'
import { writeAudit } from './sqlite-audit-log.ts'
import { SqliteRows } from './sqlite-rows.ts'
import type { NewAuditEntry } from './staff-store.ts'
import type { VoteLog } from './vote-log.ts'

/** People who are read before others may write. */
const PEOPLE_AT_ONCE = 5_000

export class SqliteReports implements ReportStore {
  readonly #database: Database
  readonly #rows: SqliteRows
  readonly #log: VoteLog
  readonly #writes: GroupCommit

  constructor(database: Database, log: VoteLog, writes: GroupCommit) {
    this.#database = database
    this.#rows = new SqliteRows(database)
    this.#log = log
    this.#writes = writes
  }

  async words(conversation: string): Promise<Readonly<Record<string, unknown>> | null> {
    const row = this.#rows.get<{ readonly words: string }>(
      'SELECT words FROM report_words WHERE conversation = ?',
      this.#log.keyOf(conversation),
    )
    return row === undefined ? null : (JSON.parse(row.words) as Record<string, unknown>) // as saveWords wrote it
  }

  saveWords(
    conversation: string,
    words: Readonly<Record<string, unknown>>,
    audit?: NewAuditEntry,
  ): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      this.#rows.run(
        `INSERT INTO report_words (conversation, words) VALUES (?, ?)
         ON CONFLICT (conversation) DO UPDATE SET words = excluded.words`,
        key,
        JSON.stringify(words),
      )
      writeAudit(this.#rows, audit)
      return true
    })
  }

  publish(conversation: string, version: NewReportVersion, audit?: NewAuditEntry): Promise<boolean> {
    return this.#writes.submit(() => {
      const key = this.#log.keyOf(conversation)
      if (key === null) return false
      const { number, publishedAtMs, sequence, logHash, files } = version
      const added = this.#rows.run(
        `INSERT INTO report_version (conversation, number, published_at_ms, sequence, log_hash) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        key,
        number,
        publishedAtMs,
        sequence,
        logHash,
      )
      if (added === 0) return false
      const add = this.#database.prepare(
        'INSERT INTO report_file (conversation, version, name, type, sha256, bytes) VALUES (?, ?, ?, ?, ?, ?)',
      )
      for (const { name, type, sha256, bytes } of files) {
        add.run(key, number, name, type, sha256, Buffer.from(bytes))
      }
      writeAudit(this.#rows, audit)
      return true
    })
  }

  async versions(conversation: string): Promise<readonly ReportVersion[]> {
    return this.#rows.all<ReportVersion>(
      `SELECT number, published_at_ms AS publishedAtMs, sequence, log_hash AS logHash FROM report_version
       WHERE conversation = ? ORDER BY number`,
      this.#log.keyOf(conversation),
    )
  }

  async file(conversation: string, version: number, name: string): Promise<ReportFile | null> {
    const row = this.#rows.get<Omit<ReportFile, 'bytes'> & { readonly bytes: Buffer }>(
      'SELECT name, type, sha256, bytes FROM report_file WHERE conversation = ? AND version = ? AND name = ?',
      this.#log.keyOf(conversation),
      version,
      name,
    )
    return row === undefined ? null : { ...row, bytes: new Uint8Array(row.bytes) }
  }

  async logFacts(conversation: string, sequence: number): Promise<LogFacts> {
    const key = this.#log.keyOf(conversation)
    const entry = this.#rows.get<{ readonly hash: string }>(
      'SELECT hash FROM vote_log WHERE conversation = ? AND sequence = ?',
      key,
      sequence,
    )
    const imported = this.#rows.get<{ readonly next: number }>(
      'SELECT coalesce(max(number) + 1, 0) AS next FROM participant WHERE conversation = ? AND source_id IS NOT NULL',
      key,
    )
    return {
      hash: entry?.hash ?? firstHash(conversation),
      untilMs: this.#timeUpTo(key, sequence),
      imported: imported?.next ?? 0,
    }
  }

  async channels(conversation: string): Promise<Uint8Array<ArrayBuffer>> {
    const key = this.#log.keyOf(conversation)
    const most = this.#rows.get<{ readonly people: number }>(
      'SELECT coalesce(max(number) + 1, 0) AS people FROM participant WHERE conversation = ?',
      key,
    )!.people
    // Imports of earlier versions of the service are known by their ids.
    const slice = this.#database
      .prepare<[number | null, number, number], readonly [number, Channel | null]>(
        `SELECT number, coalesce(participant.channel, held.channel, iif(source_id IS NULL, NULL, 'imported'))
         FROM participant LEFT JOIN held_channel AS held
           ON held.conversation = participant.conversation AND held.participant = number
         WHERE participant.conversation = ? AND number >= ? AND number < ?`,
      )
      .raw()
    const byNumber = new Uint8Array(most)
    for (let from = 0; from < most; from += PEOPLE_AT_ONCE) {
      for (const [number, channel] of slice.iterate(key, from, Math.min(from + PEOPLE_AT_ONCE, most))) {
        byNumber[number] = channel === null ? 0 : channels.indexOf(channel) + 1
      }
      // Votes are stored in between.
      if (from + PEOPLE_AT_ONCE < most) await otherWork()
    }
    return byNumber
  }

  async erasedAfter(conversation: string, sequence: number): Promise<number> {
    const key = this.#log.keyOf(conversation)
    return this.#rows.get<{ readonly people: number }>(
      `SELECT count(*) AS people FROM participant WHERE conversation = ? AND created_at_ms <= ? AND number IN (
         SELECT participant FROM vote_log
         WHERE conversation = ? AND sequence > ? AND participant IS NOT NULL AND statement IS NULL)`,
      key,
      this.#timeUpTo(key, sequence),
      key,
      sequence,
    )!.people
  }

  /** Time of the last entry up to a place in the log that still tells it; null where there is none. */
  #timeUpTo(key: number | null, sequence: number): number | null {
    const entry = this.#rows.get<{ readonly timeMs: number }>(
      `SELECT time_ms AS timeMs FROM vote_log WHERE conversation = ? AND sequence <= ? AND time_ms IS NOT NULL
       ORDER BY sequence DESC LIMIT 1`,
      key,
      sequence,
    )
    return entry?.timeMs ?? null
  }
}
