// The conditions of one page of the queue, as SQL.
import type { QueueQuery } from './moderation-store.ts'
import type { SqliteValue } from './sqlite-rows.ts'

/** What follows on `WHERE conversation = ?`, with its values. */
export function whereOf(query: QueueQuery): {
  readonly where: string
  readonly values: readonly SqliteValue[]
} {
  const conditions: string[] = []
  const values: SqliteValue[] = []
  const add = (condition: string, ...given: readonly SqliteValue[]) => {
    conditions.push(`AND ${condition}`)
    values.push(...given)
  }
  if (query.state !== 'all') add('state = ?', query.state)
  if (query.id !== undefined) add('id = ?', query.id)
  if (query.after !== null) add(query.order === 'oldest' ? 'id > ?' : 'id < ?', query.after)
  if (query.language === 'unknown') add('language IS NULL')
  else if (query.language !== undefined) add('language = ?', query.language)
  if (query.concerns !== undefined) add('concerns & ? <> 0', query.concerns)
  if (query.isReported === true) add('open_reports > 0')
  if (query.isSimilar === true) add('similar_to IS NOT NULL')
  if (query.isSeed !== undefined) add('is_seed = ?', Number(query.isSeed))
  if (query.isMeta !== undefined) add('is_meta = ?', Number(query.isMeta))
  if (query.writtenBeforeMs !== undefined) add('created_at_ms < ?', query.writtenBeforeMs)
  for (const part of query.search ?? []) add('instr(folded, ?) > 0', part)
  return { where: conditions.join(' '), values }
}
