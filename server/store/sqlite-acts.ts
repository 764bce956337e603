// Acts of moderators in SQLite: the statements change, and each change is written down as an event of the append-only
// moderation log. All of it runs inside the transactions of GroupCommit.
import type { StatementState } from '../protocol/moderation.ts'
import type { ActOutcome, Addition, Decided, NewAct, StatementChange } from './moderation-store.ts'
import type { SqliteRows, SqliteValue } from './sqlite-rows.ts'
import { nextStatementId, raiseRevision, statementOf } from './sqlite-statements.ts'
import { recordText } from './text-log.ts'

/** Column of each part of a statement that decisions change. */
const COLUMNS: Readonly<Record<keyof Decided, string>> = {
  moderation: 'moderation',
  isWaiting: 'is_waiting',
  isWithdrawn: 'is_withdrawn',
  isMeta: 'is_meta',
  isSeed: 'is_seed',
  reason: 'reason',
  reasonWelsh: 'reason_welsh',
  mergedInto: 'merged_into',
  replacedAs: 'replaced_as',
  openReports: 'open_reports',
  text: 'text',
}

interface Known extends Omit<Decided, 'isWaiting' | 'isWithdrawn' | 'isMeta' | 'isSeed'> {
  readonly isWaiting: number
  readonly isWithdrawn: number
  readonly isMeta: number
  readonly isSeed: number
  readonly state: StatementState
  readonly lastEvent: number
}

const KNOWN = `${Object.entries(COLUMNS)
  .map(([name, column]) => `${column} AS ${name}`)
  .join(', ')}, state, last_event AS lastEvent`

/** Carries out an act; refuses by value. Throws where a statement cannot be what it should become. */
export function carryOut(rows: SqliteRows, key: number, act: NewAct): ActOutcome {
  const before = repeated(rows, key, act)
  if (before !== null) return before
  const known = new Map(act.changes.map(({ statement }) => [statement, knownOf(rows, key, statement)]))
  if ([...known.values()].includes(undefined)) return { kind: 'refused', code: 'unknown-statement' }
  const isStale = ({ statement, seen, set }: StatementChange) => {
    const now = known.get(statement)!
    // What its author took back stays taken back, whatever moderators knew of it.
    const isTakenBack = now.text === '' || (now.isWithdrawn !== 0 && set.isWithdrawn === undefined)
    return isTakenBack || (seen !== null && now.lastEvent !== seen)
  }
  const stale = act.changes.filter(isStale)
  if (stale.length > 0 && (act.allOrNothing === true || stale.length === act.changes.length)) {
    return { kind: 'refused', code: 'changed-meanwhile' }
  }
  const changes = act.changes.filter((change) => !isStale(change))
  const first = nextEventId(rows, key)
  let id = first
  const added = (act.additions ?? []).map((addition) => addStatement(rows, key, addition, act.timeMs))
  const related = [...(act.related ?? []), ...added]
  for (const { statement, set, intoAddition } of changes) {
    const target = intoAddition === undefined ? {} : { mergedInto: added[intoAddition]! }
    change(rows, key, statement, { ...set, ...target }, id)
    const from = known.get(statement)!
    record(rows, key, act, { id, first, statement, from, keepsText: set.text !== undefined, related })
    id++
  }
  for (const [place, statement] of added.entries()) {
    rows.run('UPDATE statement SET last_event = ? WHERE conversation = ? AND id = ?', id, key, statement)
    const { derivedFrom } = act.additions![place]!
    record(rows, key, act, { id, first, statement, from: null, keepsText: false, related: [derivedFrom] })
    id++
  }
  raiseRevision(rows, key)
  const changed = [...changes.map(({ statement }) => statement), ...added]
  return {
    kind: 'done',
    act: first,
    statements: changed.map((statement) => statementOf(rows, key, statement)),
    left: stale.map(({ statement }) => statement),
    isRepeat: false,
  }
}

/** The outcome of the same act, where it was carried out before. */
function repeated(rows: SqliteRows, key: number, { moderator, mutation, kind }: NewAct): ActOutcome | null {
  if (moderator === null || mutation === null || mutation === undefined) return null
  const found = rows.get<{ readonly act: number; readonly kind: string }>(
    'SELECT act, kind FROM moderation_event WHERE conversation = ? AND account = ? AND mutation = ?',
    key,
    moderator.account,
    mutation,
  )
  if (found === undefined) return null
  if (found.kind !== kind) return { kind: 'refused', code: 'mutation-reused' }
  const events = rows.all<{ readonly statement: number }>(
    'SELECT statement FROM moderation_event WHERE conversation = ? AND act = ? ORDER BY id',
    key,
    found.act,
  )
  const statements = events.map(({ statement }) => statementOf(rows, key, statement))
  return { kind: 'done', act: found.act, statements, left: [], isRepeat: true }
}

function knownOf(rows: SqliteRows, key: number, statement: number): Known | undefined {
  return rows.get<Known>(`SELECT ${KNOWN} FROM statement WHERE conversation = ? AND id = ?`, key, statement)
}

function change(
  rows: SqliteRows,
  key: number,
  statement: number,
  set: Partial<Decided>,
  event: number,
): void {
  const entries = Object.entries(set).filter(([, value]) => value !== undefined)
  const columns = entries.map(([name]) => `${COLUMNS[name as keyof Decided]} = ?`) // names are those of Decided
  const values = entries.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value))
  if (set.text !== undefined) recordText(rows, key, statement, set.text)
  // A new text has to be checked again.
  const unchecked = set.text === undefined ? '' : ', check_mark = NULL, folded = NULL'
  rows.run(
    `UPDATE statement SET ${[...columns, 'last_event = ?'].join(', ')}${unchecked} WHERE conversation = ? AND id = ?`,
    ...(values as SqliteValue[]), // numbers, texts and nulls by now
    event,
    key,
    statement,
  )
}

function addStatement(rows: SqliteRows, key: number, addition: Addition, timeMs: number): number {
  const id = nextStatementId(rows, key)
  recordText(rows, key, id, addition.text)
  rows.run(
    `INSERT INTO statement (conversation, id, text, created_at_ms, moderation, is_waiting, is_meta, is_seed, derived_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    id,
    addition.text,
    timeMs,
    addition.moderation,
    Number(addition.isWaiting),
    Number(addition.isMeta),
    Number(addition.isSeed),
    addition.derivedFrom,
  )
  return id
}

interface NewEvent {
  readonly id: number
  readonly first: number
  readonly statement: number
  readonly from: Known | null
  readonly keepsText: boolean
  readonly related: readonly number[]
}

function record(rows: SqliteRows, key: number, act: NewAct, event: NewEvent): void {
  const { id, first, statement, from, keepsText, related } = event
  rows.run(
    `INSERT INTO moderation_event (conversation, id, act, statement, kind, time_ms, account, moderator, from_state, to_state,
       reason, reason_welsh, note, related, undoes, before, mutation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    id,
    first,
    statement,
    act.kind,
    act.timeMs,
    act.moderator?.account ?? null,
    act.moderator?.name ?? null,
    from?.state ?? null,
    knownOf(rows, key, statement)!.state,
    act.reason?.en ?? null,
    act.reason?.cy ?? null,
    act.note ?? null,
    JSON.stringify(related),
    act.undoes ?? null,
    from === null ? null : JSON.stringify(decided(from, keepsText)),
    id === first ? (act.mutation ?? null) : null,
  )
}

/** What decisions may change, as it was; the text only where it was changed, so that no other copy of it lasts. */
function decided({ state: _, lastEvent: _last, text, ...known }: Known, keepsText: boolean): Decided {
  return {
    ...known,
    isWaiting: known.isWaiting !== 0,
    isWithdrawn: known.isWithdrawn !== 0,
    isMeta: known.isMeta !== 0,
    isSeed: known.isSeed !== 0,
    ...(keepsText && text !== undefined ? { text } : {}),
  }
}

function nextEventId(rows: SqliteRows, key: number): number {
  const sql = 'SELECT coalesce(max(id) + 1, 1) AS next FROM moderation_event WHERE conversation = ?'
  return rows.get<{ readonly next: number }>(sql, key)!.next
}
