// The tables of staff: accounts, what they may do, their sessions, links that can be used once, and the audit log, which
// triggers in its migration make append-only. Of every secret only a hash is kept, but for the keys of one-time codes,
// which cannot be checked by a hash and are sealed (secret-key.ts).
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { conversation } from '../schema.ts'

export const account = sqliteTable(
  'staff_account',
  {
    /** Never given twice, so that an entry of the audit log means one person for ever. */
    number: integer().primaryKey({ autoIncrement: true }),
    name: text().notNull(),
    /** In lower case; what people sign in with. */
    email: text().notNull().unique(),
    /** argon2id; null for people who sign in at their organisation only. */
    passwordHash: text('password_hash'),
    /** Key of the one-time codes, sealed; null where they are not set up. */
    codeKey: text('code_key'),
    /** The last half minute whose one-time code was used: neither it nor an earlier one is taken again. */
    codeStep: integer('code_step').notNull().default(0),
    /** Who vouches for the person at single sign-on, and by which name. */
    issuer: text(),
    subject: text(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    uniqueIndex('staff_account_subject')
      .on(table.issuer, table.subject)
      .where(sql`${table.issuer} is not null`),
  ],
)

export const grant = sqliteTable(
  'staff_grant',
  {
    account: integer()
      .notNull()
      .references(() => account.number, { onDelete: 'cascade' }),
    role: text().notNull(),
    /** Null for the whole organisation. */
    conversation: integer().references(() => conversation.key, { onDelete: 'cascade' }),
  },
  (table) => [index('staff_grant_account').on(table.account)],
)

export const session = sqliteTable(
  'staff_session',
  {
    /** Public name, by which it is listed and ended. */
    id: text().primaryKey(),
    /** SHA-256 of the cookie, base64url. */
    tokenHash: text('token_hash').notNull().unique(),
    account: integer()
      .notNull()
      .references(() => account.number, { onDelete: 'cascade' }),
    createdAtMs: integer('created_at_ms').notNull(),
    seenAtMs: integer('seen_at_ms').notNull(),
    /** Browser and system, such as `Firefox, Windows`. */
    device: text().notNull(),
    /** Whether more than a password was asked for: a one-time code, or single sign-on. */
    isStrong: integer('is_strong', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('staff_session_account').on(table.account)],
)

/** Links that can be used once: for the first owner, for invited people, and for those who are locked out. */
export const staffLink = sqliteTable('staff_link', {
  id: text().primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  kind: text().$type<'owner' | 'invitation' | 'reset'>().notNull(),
  /** For whom an invitation is, in the words of whoever made it. */
  name: text().notNull(),
  /** Address that single sign-on has to confirm, in lower case; null where any will do. */
  email: text(),
  /** What an invited person will be given. */
  grants: text({ mode: 'json' })
    .$type<readonly { readonly role: string; readonly conversation: string | null }[]>()
    .notNull(),
  /** Whose way in is to be made anew; null for new people. */
  account: integer().references(() => account.number, { onDelete: 'cascade' }),
  createdAtMs: integer('created_at_ms').notNull(),
  expiresAtMs: integer('expires_at_ms').notNull(),
  usedAtMs: integer('used_at_ms'),
})

/** Codes that stand in once for a one-time code when the phone is lost. */
export const recoveryCode = sqliteTable(
  'staff_recovery_code',
  {
    account: integer()
      .notNull()
      .references(() => account.number, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.codeHash] })],
)

/** Who did what to what, when, and in which role. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    number: integer().primaryKey({ autoIncrement: true }),
    timeMs: integer('time_ms').notNull(),
    /** Null for the command line. Neither it nor the conversation refers to a table: the entry outlives both. */
    account: integer(),
    name: text().notNull(),
    role: text(),
    action: text().notNull(),
    conversation: text(),
    /** What was done, in English, as lines were written before they had a code; else empty. */
    subject: text().notNull(),
    /** What was done, to be put in the words of whoever reads it, with what `detail` holds. */
    code: text(),
    detail: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [
    index('audit_log_conversation').on(table.conversation, table.number),
    index('audit_log_account').on(table.account, table.number),
  ],
)

/** Tries to sign in of the last quarter of an hour, by keyed hashes of whom and where: they tell no names. */
export const signInTry = sqliteTable(
  'staff_try',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    name: text().notNull(),
    timeMs: integer('time_ms').notNull(),
  },
  (table) => [index('staff_try_name').on(table.name, table.timeMs), index('staff_try_time').on(table.timeMs)],
)
