// The store on SQLite: one file in the data folder, written by group commit, read at once.
import type BetterSqlite from 'better-sqlite3'
import { dirname, join } from 'node:path'
import { Checkpointer } from './checkpointer.ts'
import { ConversationRows } from './conversation-rows.ts'
import { ExposureCounts } from './exposure-counts.ts'
import { GroupCommit, type GroupCommitOptions } from './group-commit.ts'
import { ImportWriter } from './import-conversation.ts'
import { importInSteps, isSmallImport } from './import-in-steps.ts'
import type { ImportProgress } from './import-store.ts'
import type { ImportedConversation } from './imported-conversation.ts'
import type { LogHead, LogHeads } from './log-heads.ts'
import { NewestSnapshots } from './newest-snapshots.ts'
import { KEY_NAME, SecretKey } from './secret-key.ts'
import { SqliteExchange } from './sqlite-exchange.ts'
import { SqliteImports } from './sqlite-imports.ts'
import { SqliteStage } from './sqlite-stage.ts'
import { SqliteMedia } from './sqlite-media.ts'
import { SqliteModeration } from './sqlite-moderation.ts'
import { SqliteManagement } from './sqlite-management.ts'
import { SqliteParticipation } from './sqlite-participation.ts'
import { SqliteReports } from './sqlite-reports.ts'
import { SqliteStaff } from './sqlite-staff.ts'
import { storageFailure } from './storage-failure.ts'
import {
  type AppendOutcome,
  type ExposureCount,
  type ImportOutcome,
  type LogSlice,
  type NewVote,
  StorageUnavailable,
  type Store,
  type StoredConversation,
  type StoredSnapshot,
  type StoredStatement,
} from './store.ts'
import { takeTextHeads, textHead } from './text-log.ts'
import { VoteLog } from './vote-log.ts'

/** The files outside the database that tell where its logs end. */
export interface HeadFiles {
  readonly votes: Pick<LogHeads, 'write' | 'clear' | 'close'>
  readonly texts: Pick<LogHeads, 'write' | 'clear' | 'close'>
}

export interface SqliteStoreOptions extends GroupCommitOptions {
  /** Keys that seal secrets, in place of those in the file beside the database. */
  readonly secretKey?: string | null
  /** Something failed that harms nobody yet, but should be seen to. */
  readonly onFailure?: (error: unknown) => void
}

export class SqliteStore implements Store {
  readonly #database: BetterSqlite.Database
  readonly #heads: HeadFiles
  readonly #checkpointer: Checkpointer
  readonly #onFailure: (error: unknown) => void
  readonly #conversations: ConversationRows
  readonly #exposures: ExposureCounts
  readonly #snapshots: NewestSnapshots
  readonly #log: VoteLog
  readonly #writes: GroupCommit
  #probes = 0
  readonly participation: SqliteParticipation
  readonly management: SqliteManagement
  readonly media: SqliteMedia
  readonly stage: SqliteStage
  readonly reports: SqliteReports
  readonly staff: SqliteStaff
  readonly exchange: SqliteExchange
  readonly imports: SqliteImports
  readonly moderation: SqliteModeration

  /** Takes over a database that is open, migrated and set up as `openStore` does it. */
  constructor(database: BetterSqlite.Database, heads: HeadFiles, options: SqliteStoreOptions = {}) {
    this.#database = database
    this.#heads = heads
    const { onFailure = () => {}, secretKey = null } = options
    const key = new SecretKey(join(dirname(database.name), KEY_NAME), secretKey)
    this.#checkpointer = new Checkpointer(database.name, { onFailure })
    this.#conversations = new ConversationRows(database)
    this.#onFailure = onFailure
    this.#exposures = new ExposureCounts(database)
    this.#snapshots = new NewestSnapshots(database)
    this.#log = new VoteLog(database, (key, head) => this.#recordHead('votes', key, head))
    this.#writes = new GroupCommit(database, {
      ...options,
      onCommit: (jobs, durationMs) => {
        this.#log.committed()
        this.#recordTextHeads()
        this.#checkpointer.look()
        options.onCommit?.(jobs, durationMs)
      },
      onRollback: (why) => {
        this.#log.rolledBack()
        if (why === 'storage') options.onRollback?.(why)
      },
    })
    this.participation = new SqliteParticipation(database, this.#log, this.#writes)
    this.stage = new SqliteStage(database, this.#log, this.#writes)
    this.management = new SqliteManagement(database, this.#log, this.#writes, (key) => {
      this.#heads.votes.clear(key)
      this.#heads.texts.clear(key)
    })
    this.media = new SqliteMedia(database, this.#log, this.#writes)
    this.reports = new SqliteReports(database, this.#log, this.#writes)
    this.staff = new SqliteStaff(database, this.#writes, key)
    this.exchange = new SqliteExchange(database, this.#log, this.#writes)
    this.imports = new SqliteImports(database, this.#writes, (id, key) => this.#recordHeadsOf(id, key))
    this.moderation = new SqliteModeration(database, this.#log, this.#writes)
  }

  conversations(): Promise<readonly StoredConversation[]> {
    return this.#read(() => this.#conversations.all())
  }

  conversation(id: string): Promise<StoredConversation | null> {
    return this.#read(() => this.#conversations.one(id))
  }

  statements(conversation: string): Promise<readonly StoredStatement[]> {
    return this.#read(() => {
      const key = this.#log.keyOf(conversation)
      return key === null ? [] : this.#conversations.statements(key)
    })
  }

  participant(conversation: string, tokenHash: string): Promise<number | null> {
    return this.#read(() => this.#log.participantOf(conversation, tokenHash))
  }

  async append(vote: NewVote): Promise<AppendOutcome> {
    try {
      return await this.#writes.submit(() => this.#log.append(vote))
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      return { kind: 'refused', code: 'storage-unavailable', retryAfterMs: error.retryAfterMs }
    }
  }

  lastSequence(conversation: string): Promise<number> {
    return this.#read(() => this.#log.lastSequence(conversation))
  }

  readLog(conversation: string, after: number, limit: number): Promise<LogSlice> {
    return this.#read(() => this.#log.read(conversation, after, limit))
  }

  readPublicLog(conversation: string, after: number, limit: number): Promise<LogSlice> {
    return this.#read(() => this.#log.read(conversation, after, limit, { isPublic: true }))
  }

  saveSnapshot(conversation: string, stored: StoredSnapshot): Promise<void> {
    return this.#writes.submit(() => {
      const key = this.#keyOf(conversation)
      if (this.#snapshots.save(key, stored)) this.#log.mapStored(key, stored.sequence)
    })
  }

  newestSnapshot(conversation: string): Promise<StoredSnapshot | null> {
    return this.#read(() => {
      const key = this.#log.keyOf(conversation)
      return key === null ? null : this.#snapshots.newest(key)
    })
  }

  importConversation(
    conversation: ImportedConversation,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<ImportOutcome> {
    if (!isSmallImport(conversation)) return importInSteps(this.imports, conversation, { onProgress })
    const { id } = conversation
    const writer = new ImportWriter(this.#database, conversation)
    const isTimeLeft = () => true
    writer.count(isTimeLeft)
    const write = this.#database.transaction(() => {
      const key = writer.insertConversation(id)
      if (key === null) return null
      writer.write(key, writer.beginning(), isTimeLeft)
      writer.insertOldAddresses(key)
      return key
    })
    return this.#read(() => {
      const key = write.immediate()
      if (key === null) return { kind: 'exists' }
      this.#recordHeadsOf(id, key)
      const { done, total } = writer.progress(writer.beginning())
      onProgress?.({ done: total - done, total })
      return writer.outcome
    })
  }

  #keyOf(conversation: string): number {
    const key = this.#log.keyOf(conversation)
    if (key === null) throw new RangeError(`Expected a stored conversation, got ${conversation}.`)
    return key
  }

  /** Writes down where each log ends now, for logs whose head was lost or never recorded. */
  async recordHeads(): Promise<void> {
    for (const { id } of await this.conversations()) {
      const key = this.#log.keyOf(id)
      if (key !== null) this.#recordHeadsOf(id, key)
    }
  }

  #recordHeadsOf(conversation: string, key: number): void {
    this.#log.announceHead(conversation)
    const head = textHead(this.#database, key)
    if (head !== null) this.#recordHead('texts', key, head)
  }

  addExposures(conversation: string, counts: readonly ExposureCount[]): Promise<void> {
    return this.#writes.submit(() => this.#exposures.add(this.#keyOf(conversation), counts))
  }

  exposures(conversation: string): Promise<readonly ExposureCount[]> {
    return this.#read(() => {
      const key = this.#log.keyOf(conversation)
      return key === null ? [] : this.#exposures.all(key)
    })
  }

  saveSettings(conversation: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#writes.submit(() => this.#conversations.saveSettings(conversation, settings))
  }

  foreignWrites(): Promise<number> {
    return this.#read(() => this.#database.pragma('data_version', { simple: true }) as number) // SQLite says so
  }

  get waiting(): number {
    return this.#writes.depth
  }

  fullness(): number {
    return this.#writes.fullness
  }

  probe(): Promise<void> {
    // A number in the header of the file that nobody else uses: writing it takes a page like any write.
    return this.#writes.submit(() => void this.#database.pragma(`user_version = ${++this.#probes % 1024}`))
  }

  async close(): Promise<void> {
    this.imports.close()
    this.management.close()
    this.#writes.close()
    await this.#checkpointer.close()
    this.#database.close()
    this.#heads.votes.close()
    this.#heads.texts.close()
  }

  #recordTextHeads(): void {
    for (const [key, head] of takeTextHeads(this.#database)) this.#recordHead('texts', key, head)
  }

  /** The votes are on the disk already; a head that cannot be written only makes damage harder to find. */
  #recordHead(log: keyof HeadFiles, key: number, head: LogHead): void {
    try {
      this.#heads[log].write(key, head)
    } catch (error) {
      this.#onFailure(error)
    }
  }

  /** Runs at once; failures of storage become `StorageUnavailable`. */
  async #read<T>(run: () => T): Promise<T> {
    if (!this.#database.open) throw new StorageUnavailable('The store is closed.', 1000)
    try {
      return run()
    } catch (error) {
      throw storageFailure(error) ?? error
    }
  }
}
