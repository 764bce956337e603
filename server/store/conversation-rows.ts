// The rows of conversations and their statements, in SQLite; what votes and maps are made of is elsewhere.
import type { Database } from 'better-sqlite3'
import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { releaseWaiting } from './release-waiting.ts'
import { conversation, statement } from './schema.ts'
import { SqliteRows } from './sqlite-rows.ts'
import { isStaged, NOT_STAGED } from './staged-name.ts'
import type { StoredConversation, StoredStatement } from './store.ts'

const { key: _, ...conversationColumns } = getTableColumns(conversation)
const { id, text, author, createdAtMs, moderation, isMeta, isSeed, isWaiting, reason, reasonWelsh } =
  statement
const { mergedInto, replacedAs, derivedFrom, isWithdrawn } = statement
const statementColumns = {
  ...{ id, text, author, createdAtMs, moderation, isMeta, isSeed, isWaiting, reason, reasonWelsh },
  ...{ mergedInto, replacedAs, derivedFrom, isWithdrawn },
}

export class ConversationRows {
  readonly #database: Database
  readonly #orm: BetterSQLite3Database

  constructor(database: Database) {
    this.#database = database
    this.#orm = drizzle({ client: database })
  }

  /** All of them, oldest first, without those whose import is not finished. */
  all(): readonly StoredConversation[] {
    return this.#orm
      .select(conversationColumns)
      .from(conversation)
      .where(sql.raw(NOT_STAGED))
      .orderBy(asc(conversation.createdAtMs), asc(conversation.key))
      .all()
  }

  one(id: string): StoredConversation | null {
    if (isStaged(id)) return null
    return (
      this.#orm.select(conversationColumns).from(conversation).where(eq(conversation.id, id)).get() ?? null
    )
  }

  /** The statements of a conversation, by its internal key, ascending by id. */
  statements(key: number): readonly StoredStatement[] {
    return this.#orm
      .select(statementColumns)
      .from(statement)
      .where(eq(statement.conversation, key))
      .orderBy(asc(statement.id))
      .all()
      .map(({ moderation, ...row }) => ({
        ...row,
        moderation: Math.sign(moderation) as -1 | 0 | 1, // sign has no other values
      }))
  }

  /** Within a transaction: the settings, and what a change of them releases. */
  saveSettings(id: string, settings: Readonly<Record<string, unknown>>): void {
    const known = this.#orm.select().from(conversation).where(eq(conversation.id, id)).get()
    if (known === undefined) throw new RangeError(`Expected a stored conversation, got ${id}.`)
    this.#orm.update(conversation).set({ settings }).where(eq(conversation.id, id)).run()
    const change = { before: known.settings, after: settings }
    releaseWaiting(new SqliteRows(this.#database), known, change, Date.now())
  }
}
