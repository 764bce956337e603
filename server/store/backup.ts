// A backup is one file: the database as it was at one moment, made while the service goes on, checked before it gets its
// name, and never written over anything.
import Database from 'better-sqlite3'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DATABASE_NAME } from './open.ts'
import { headsOf, observe } from './read-only.ts'
import { UnusableDatabase } from './store.ts'
import type { Heads } from './verify-log.ts'

/** What a backup holds. */
export interface BackupContent {
  readonly conversations: number
  readonly votes: number
}

/** Where a backup of this name is being written. */
function unfinished(file: string): string {
  return `${file}.unfinished`
}

/**
 * Writes a backup of a data folder to a file that must not exist yet, whether a service is running or not.
 * Throws `UnusableDatabase` when the database cannot be read or is damaged, when the file is there already, and when it
 * cannot be written; nothing of the backup is left then.
 */
export async function backUp(dataFolder: string, file: string): Promise<BackupContent> {
  const source = join(dataFolder, DATABASE_NAME)
  if (!existsSync(source)) throw new UnusableDatabase(`There is no database in ${dataFolder}.`)
  reserve(file)
  try {
    // Taken first: what was acknowledged before the copy began has to be in it.
    const heads = headsOf(dataFolder)
    copy(source, unfinished(file))
    const content = await verified(unfinished(file), heads)
    toDisk(unfinished(file))
    renameSync(unfinished(file), file)
    toDisk(dirname(resolve(file)))
    return content
  } catch (error) {
    rmSync(file, { force: true })
    throw error instanceof UnusableDatabase ? error : notWritten(file, error)
  } finally {
    rmSync(unfinished(file), { force: true })
  }
}

/** Takes the name of the file, so that nobody else can: of two backups to one name the second is refused. */
function reserve(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new UnusableDatabase(`There is a file ${file} already; a backup is never written over anything.`)
    }
    throw notWritten(file, error)
  }
}

/** Copies the database as it is at one moment; whoever writes to it meanwhile need not wait. */
function copy(source: string, target: string): void {
  rmSync(target, { force: true })
  closeSync(openSync(target, 'wx', 0o600)) // tokens' hashes are in it: for its owner alone
  const database = new Database(source, { readonly: true, timeout: 5000 })
  try {
    database.prepare('VACUUM INTO ?').run(target)
  } finally {
    database.close()
  }
}

/** What a database holds; throws `UnusableDatabase` for one that is damaged. */
export async function verified(path: string, heads?: Heads): Promise<BackupContent> {
  const observed = observe(path, heads)
  try {
    const [damage] = observed.findDamage()
    if (damage !== undefined) throw new UnusableDatabase(damage.message)
    const conversations = await observed.store.conversations()
    let votes = 0
    for (const { id } of conversations) votes += await observed.store.lastSequence(id)
    return { conversations: conversations.length, votes }
  } finally {
    await observed.close()
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function toDisk(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function notWritten(file: string, error: unknown): UnusableDatabase {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
  return new UnusableDatabase(`The backup ${file} cannot be written: ${reason}.`, { cause: error })
}
