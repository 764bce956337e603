// The tables. Times are milliseconds since 1970. Some of it this description cannot express, so it stands in the
// migrations by hand: tables with a composite key are WITHOUT ROWID, and triggers make the logs append-only (I4).
import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Channel } from '../protocol/channel.ts'

export const conversation = sqliteTable('conversation', {
  /** Short internal key; the public name is `id`. */
  key: integer().primaryKey(),
  id: text().notNull().unique(),
  topic: text().notNull(),
  description: text().notNull(),
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  isSample: integer('is_sample', { mode: 'boolean' }).notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  /** What differs from the default settings. */
  settings: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  /** Grows with each change of the row or of a statement, so that a running service notices what others changed. */
  revision: integer().notNull().default(0),
  /** Why nobody may vote where `isOpen` is false: `upcoming`, `paused`; null for closed. */
  closedAs: text('closed_as').$type<'upcoming' | 'paused'>(),
  /** Day on which voting opens, as in 2026-03-04. */
  opensOn: text('opens_on'),
  /** When it was put away; null where it was not. */
  archivedAtMs: integer('archived_at_ms'),
  /** When it is deleted for good; null where nobody wants that. */
  deletesAtMs: integer('deletes_at_ms'),
  /** What the conversation is for, by language. */
  purpose: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
  /** The entry questions. */
  questions: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
  /** What staff are still writing, by its name: not whole yet, so nobody else sees it. */
  drafts: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
})

export const participant = sqliteTable(
  'participant',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Dense within the conversation: 0, 1, 2 … */
    number: integer().notNull(),
    /** SHA-256 of the participant's token, base64url; null for people who came with an import. */
    tokenHash: text('token_hash'),
    /** Id in the export that the person came with; null for people who took part here. */
    sourceId: integer('source_id'),
    createdAtMs: integer('created_at_ms').notNull(),
    /** By which way the person first took part; null where that is not known, and of who was erased. */
    channel: text().$type<Channel>(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.number] }),
    uniqueIndex('participant_token')
      .on(table.conversation, table.tokenHash)
      .where(sql`${table.tokenHash} is not null`),
  ],
)

export const statement = sqliteTable(
  'statement',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Number within the conversation, as in exports; may have gaps. */
    id: integer().notNull(),
    text: text().notNull(),
    /** Number of the participant who wrote it; null when unknown or staff. */
    author: integer(),
    createdAtMs: integer('created_at_ms').notNull(),
    /** −1 rejected, 0 not moderated, +1 accepted. */
    moderation: integer().notNull(),
    isMeta: integer('is_meta', { mode: 'boolean' }).notNull(),
    isSeed: integer('is_seed', { mode: 'boolean' }).notNull(),
    /** Written here, and nobody has decided about it yet. */
    isWaiting: integer('is_waiting', { mode: 'boolean' }).notNull().default(false),
    /** Why it was not accepted, for its author to read. */
    reason: text(),
    /** Id of the statement that says the same and stands in its place. */
    mergedInto: integer('merged_into'),
    /** The client's name for this act of writing; null for imported statements. */
    mutation: text(),
    /** `reason` in Welsh, where it was given in both languages. */
    reasonWelsh: text('reason_welsh'),
    isWithdrawn: integer('is_withdrawn', { mode: 'boolean' }).notNull().default(false),
    /** How others came to stand in its place; null where none do. */
    replacedAs: text('replaced_as').$type<'merge' | 'reword' | 'split'>(),
    /** Id of the statement that it was made of, by rewording or splitting. */
    derivedFrom: integer('derived_from'),
    /** Reports since a moderator last decided about it. */
    openReports: integer('open_reports').notNull().default(0),
    /** Id of the last event about it in the moderation log; 0 before the first. */
    lastEvent: integer('last_event').notNull().default(0),
    /** What the checks found, under the mark of their rules; null before they have looked. */
    checkMark: text('check_mark'),
    language: text().$type<'en' | 'cy'>(),
    concerns: integer().notNull().default(0),
    similarTo: integer('similar_to'),
    /** The text as moderators search in it. */
    folded: text(),
    state: text().generatedAlwaysAs(
      sql`case when is_withdrawn then 'withdrawn' when moderation = -1 and (merged_into is not null or replaced_as is not null) then 'merged' when moderation = -1 then 'rejected' when moderation = 1 and not is_waiting then 'accepted' else 'pending' end`,
      { mode: 'virtual' },
    ),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.id] }),
    uniqueIndex('statement_mutation')
      .on(table.conversation, table.author, table.mutation)
      .where(sql`${table.mutation} is not null`),
    index('statement_state').on(table.conversation, table.state, table.id),
    index('statement_reported')
      .on(table.conversation, table.id)
      .where(sql`${table.openReports} > 0`),
    index('statement_waiting')
      .on(table.conversation, table.createdAtMs)
      .where(sql`${table.isWaiting}`),
    index('statement_merged')
      .on(table.conversation, table.mergedInto)
      .where(sql`${table.mergedInto} is not null`),
    index('statement_derived')
      .on(table.conversation, table.derivedFrom)
      .where(sql`${table.derivedFrom} is not null`),
  ],
)

export const voteLog = sqliteTable(
  'vote_log',
  {
    conversation: integer().notNull(),
    /** Dense within the conversation: 1, 2, 3 … */
    sequence: integer().notNull(),
    /** Null, like all of the content and its salt, where the content was erased. */
    participant: integer(),
    /** Null also where the entry says that the participant was erased. */
    statement: integer(),
    /** −1, 0 or +1; null where a vote was withdrawn. */
    vote: integer(),
    /** The client's name for this act of voting; null for imported votes. */
    mutation: text(),
    timeMs: integer('time_ms'),
    /** Random; without it the commitment tells nothing of the content. */
    salt: text(),
    /** Hash of salt and content; stays when these are erased. */
    commitment: text().notNull(),
    /** How many earlier entries lost their content by this one. */
    emptied: integer().notNull(),
    /** Running hash: covers this entry's commitment and the hash of the one before. */
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.sequence] }),
    uniqueIndex('vote_log_mutation')
      .on(table.conversation, table.participant, table.mutation)
      .where(sql`${table.mutation} is not null`),
    foreignKey({
      columns: [table.conversation, table.participant],
      foreignColumns: [participant.conversation, participant.number],
    }),
    foreignKey({
      columns: [table.conversation, table.statement],
      foreignColumns: [statement.conversation, statement.id],
    }),
  ],
)

/**
 * Names of acts of voting whose entries have lost their content, so that a retry that comes late is still known as one.
 * Gone when the participant is erased.
 */
export const spentMutation = sqliteTable(
  'spent_mutation',
  {
    conversation: integer().notNull(),
    participant: integer().notNull(),
    mutation: text().notNull(),
    /** The place that the act got in the log. */
    sequence: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.participant, table.mutation] }),
    foreignKey({
      columns: [table.conversation, table.participant],
      foreignColumns: [participant.conversation, participant.number],
    }),
  ],
)

/**
 * The words of every statement as they were stored, corrections included. Triggers keep it append-only, but for erasing
 * words, and let no statement have other words than its last entry here.
 */
export const textLog = sqliteTable(
  'text_log',
  {
    conversation: integer()
      .notNull()
      .references(() => conversation.key),
    /** Dense within the conversation: 1, 2, 3 … */
    sequence: integer().notNull(),
    statement: integer().notNull(),
    /** Null, like the salt, where the words were erased. */
    text: text(),
    salt: text(),
    /** Hash of salt and words; stays when these are erased. */
    commitment: text().notNull(),
    /** Running hash. */
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.sequence] }),
    index('text_log_statement').on(table.conversation, table.statement, table.sequence),
  ],
)

/** The newest published map of each conversation. */
export const snapshot = sqliteTable('snapshot', {
  conversation: integer()
    .primaryKey()
    .references(() => conversation.key),
  version: integer().notNull(),
  sequence: integer().notNull(),
  publishedAtMs: integer('published_at_ms').notNull(),
  /** The wire documents, as they are sent. */
  snapshot: text().notNull(),
  components: text().notNull(),
  /** What the presentation must remember so that letters and colours stay: JSON, known to the analysis only. */
  presentation: text().notNull(),
})

/** Secrets of this installation, made when they are first needed. */
export const secret = sqliteTable('secret', {
  name: text().primaryKey(),
  value: text().notNull(),
})

/** How often each statement was shown, by the letter of the group that people were in then; `-` for none. */
export const exposure = sqliteTable(
  'exposure',
  {
    conversation: integer().notNull(),
    statement: integer().notNull(),
    letter: text().notNull(),
    shown: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.statement, table.letter] }),
    foreignKey({
      columns: [table.conversation, table.statement],
      foreignColumns: [statement.conversation, statement.id],
    }),
  ],
)
