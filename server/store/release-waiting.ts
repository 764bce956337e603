// What a change of the settings does to statements that wait: where they may be shown unseen from now on, they are released,
// but for those that a check holds. Runs within the transaction that changes the settings.
import { builtInLists } from '../moderation/built-in-lists.ts'
import { read } from '../moderation/lists.ts'
import { isHeld, showsUnseen } from '../moderation/modes.ts'
import { patternOf } from '../moderation/word-list.ts'
import { carryOut } from './sqlite-acts.ts'
import type { SqliteRows } from './sqlite-rows.ts'

type Settings = Readonly<Record<string, unknown>>

/** Releases what the change of settings releases, as one act of the service. */
export function releaseWaiting(
  rows: SqliteRows,
  conversation: { readonly key: number; readonly id: string },
  { before, after }: { readonly before: Settings; readonly after: Settings },
  timeMs: number,
): void {
  const { key, id } = conversation
  if (showsUnseen(before) || !showsUnseen(after)) return
  const words = patternOf(listedWords(rows, key))
  const released = rows
    .all<{ readonly id: number; readonly text: string }>(
      'SELECT id, text FROM statement WHERE conversation = ? AND is_waiting',
      key,
    )
    .filter(({ text }) => !isHeld(text, words))
  if (released.length === 0) return
  const changes = released.map(({ id }) => ({ statement: id, seen: null, set: { isWaiting: false } }))
  carryOut(rows, key, { conversation: id, kind: 'release', moderator: null, changes, timeMs })
}

function listedWords(rows: SqliteRows, key: number): readonly string[] {
  const row = rows.get<{ readonly lists: string }>(
    "SELECT lists FROM moderation_list WHERE conversation IN (?, 0) AND lists <> 'null' ORDER BY conversation DESC LIMIT 1",
    key,
  )
  return row === undefined ? builtInLists.words : read({ lists: JSON.parse(row.lists) as Settings }).words // as saved
}
