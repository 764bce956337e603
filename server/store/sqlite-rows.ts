// What every family of tables needs of SQLite: run, one row, all rows; failures of storage become `StorageUnavailable`.
import type { Database, Statement } from 'better-sqlite3'
import { storageFailure } from './storage-failure.ts'

export type SqliteValue = string | number | null

/** Prepared statements kept; there are more only where pages are filtered in many ways, and then all are made anew. */
const PREPARED_LIMIT = 400

export class SqliteRows {
  readonly database: Database
  readonly #prepared = new Map<string, Statement<SqliteValue[]>>()

  constructor(database: Database) {
    this.database = database
  }

  /** Runs a statement that changes something; how many rows it changed. Within the transactions of GroupCommit. */
  run(sql: string, ...values: readonly SqliteValue[]): number {
    return this.#prepare(sql).run(...values).changes
  }

  /** The first row, as the columns are named; undefined where there is none. */
  get<Row>(sql: string, ...values: readonly SqliteValue[]): Row | undefined {
    return guarded(() => this.#prepare(sql).get(...values) as Row | undefined) // columns as selected
  }

  /** Every row, as the columns are named. */
  all<Row>(sql: string, ...values: readonly SqliteValue[]): Row[] {
    return guarded(() => this.#prepare(sql).all(...values) as Row[]) // columns as selected
  }

  #prepare(sql: string): Statement<SqliteValue[]> {
    let statement = this.#prepared.get(sql)
    if (statement === undefined) {
      if (this.#prepared.size >= PREPARED_LIMIT) this.#prepared.clear()
      statement = this.database.prepare<SqliteValue[]>(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }
}

function guarded<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw storageFailure(error) ?? error
  }
}
