// What every family of tables needs of SQLite: run, one row, all rows; failures of storage become `StorageUnavailable`.
import type { Database } from 'better-sqlite3'
import { storageFailure } from './storage-failure.ts'

export type SqliteValue = string | number | null

export class SqliteRows {
  readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /** Runs a statement that changes something; how many rows it changed. Within the transactions of GroupCommit. */
  run(sql: string, ...values: readonly SqliteValue[]): number {
    return this.database.prepare(sql).run(...values).changes
  }

  /** The first row, as the columns are named; undefined where there is none. */
  get<Row>(sql: string, ...values: readonly SqliteValue[]): Row | undefined {
    return guarded(() => this.database.prepare(sql).get(...values) as Row | undefined) // columns as selected
  }

  /** Every row, as the columns are named. */
  all<Row>(sql: string, ...values: readonly SqliteValue[]): Row[] {
    return guarded(() => this.database.prepare(sql).all(...values) as Row[]) // columns as selected
  }
}

function guarded<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw storageFailure(error) ?? error
  }
}
