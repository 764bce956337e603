// At the start: what imports and deletions have left that were broken off, by a crash or because the machine stopped. An import
// that somebody else, such as the command line, is just making stays as it is.
import type { Database } from 'better-sqlite3'
import { whileNobodyImports } from './import-lock.ts'
import { purgeSome } from './purge-conversation.ts'
import { STAGED } from './staged-name.ts'
import { isBusy } from './storage-failure.ts'

/** How long one transaction removes. */
const AT_ONCE_MS = 200

export function removeUnfinishedImports(database: Database, dataFolder: string): void {
  const unfinished = () =>
    database.prepare<[], number>(`SELECT key FROM conversation WHERE ${STAGED}`).pluck().all()
  if (unfinished().length === 0) return
  const remove = database.transaction((key: number) => {
    const until = performance.now() + AT_ONCE_MS
    return purgeSome(database, key, () => performance.now() < until)
  })
  try {
    whileNobodyImports(dataFolder, () => {
      for (const key of unfinished()) while (!remove.immediate(key));
    })
  } catch (error) {
    // Somebody is writing: it harms nobody that the rows stay until the next start.
    if (!isBusy(error)) throw error
  }
}
