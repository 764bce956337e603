// Databases of the version before logs were sealed: brought up to date at the next start, or refused where they are damaged.
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { hash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { LogHeads } from '../../../server/store/log-heads.ts'
import { DATABASE_NAME, HEADS_NAME, inspectStore, openStore } from '../../../server/store/open.ts'
import { observe } from '../../../server/store/read-only.ts'
import { restore } from '../../../server/store/restore.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { newVote, townSquare } from './town-square.ts'

const ENTRIES = 50

interface Journal {
  readonly entries: readonly { readonly tag: string }[]
}

/** The migrations before the one that seals. */
function earlierMigrations(): string {
  const folder = temporaryFolder()
  cpSync(join(packageRoot, 'server/store/migrations'), folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal // written by drizzle-kit
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith('_commitments'))
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }))
  return folder
}

/** A data folder as the version before left it, with 50 votes. */
function olderFolder(change = ''): string {
  const folder = temporaryFolder()
  const database = new Database(join(folder, DATABASE_NAME))
  migrate(drizzle({ client: database }), { migrationsFolder: earlierMigrations() })
  database.exec(
    `INSERT INTO conversation (key, id, topic, description, is_open, is_sample, created_at_ms, settings)
     VALUES (1, 'town-square', 'What?', '', 1, 0, 0, '{}');
     INSERT INTO participant (conversation, number, token_hash, created_at_ms) VALUES (1, 0, 'token-hash-1', 0);
     INSERT INTO statement (conversation, id, text, created_at_ms, moderation, is_meta, is_seed)
     VALUES (1, 0, 'More trees.', 0, 1, 0, 1)`,
  )
  const insert = database.prepare('INSERT INTO vote_log VALUES (1, ?, 0, 0, ?, ?, ?, ?)')
  let running = hash('sha256', 'folkmoot vote log 1 town-square', 'base64url').slice(0, 22)
  for (let sequence = 1; sequence <= ENTRIES; sequence++) {
    const vote = (sequence % 3) - 1
    const line = `${running} ${sequence} 0 0 ${vote} mutation-${sequence} ${sequence}`
    running = hash('sha256', line, 'base64url').slice(0, 22)
    insert.run(sequence, vote, `mutation-${sequence}`, sequence, running)
  }
  if (change !== '') {
    database.exec('DROP TRIGGER vote_log_keeps_its_entries; DROP TRIGGER vote_log_loses_no_entry')
    database.exec(change)
    database.exec(
      `CREATE TRIGGER vote_log_keeps_its_entries BEFORE UPDATE ON vote_log BEGIN SELECT RAISE(ABORT, ''); END;
       CREATE TRIGGER vote_log_loses_no_entry BEFORE DELETE ON vote_log BEGIN SELECT RAISE(ABORT, ''); END`,
    )
  }
  database.close()
  const heads = new LogHeads(join(folder, HEADS_NAME))
  heads.write(1, { sequence: ENTRIES, hash: running })
  heads.close()
  return folder
}

test('an older database is sealed at the start: the same votes, and what is withdrawn loses its content', async () => {
  const folder = olderFolder()
  const store = await openStore(folder)
  const { values } = await store.readLog(townSquare.id, 0, 100)
  expect([...values]).toEqual(Array.from({ length: ENTRIES }, (_, index) => ((index + 1) % 3) - 1))
  expect(await store.append(newVote({ mutation: 'mutation-7', vote: 0 }))).toMatchObject({
    sequence: 7,
    isRepeat: true,
  })
  expect(await store.append(newVote({ mutation: 'mutation-w', vote: null }))).toMatchObject({ sequence: 51 })
  await store.close()
  expect(await inspectStore(folder)).toEqual([])
})

test('a start that was broken off between sealing and recording the heads is no damage', async () => {
  const folder = olderFolder()
  await (await openStore(folder)).close()
  const database = new Database(join(folder, DATABASE_NAME))
  expect(database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'unsealed_vote_log'").get()).toBe(
    undefined,
  )
  database.close()
  expect(await inspectStore(folder)).toEqual([])
})

test.each([
  ['altered', 'UPDATE vote_log SET vote = -vote WHERE sequence = 6', 6],
  ['cut off', 'DELETE FROM vote_log WHERE sequence > 40', 41],
  ['short of an entry', 'DELETE FROM vote_log WHERE sequence = 20', 20],
])('an older log that is %s is refused, and left as it is', async (_, change, sequence) => {
  const folder = olderFolder(change)
  for (let round = 0; round < 2; round++) {
    await expect(openStore(folder)).rejects.toThrow(
      `The vote log of town-square is damaged at entry ${sequence}. Put a backup in the place of`,
    )
  }
  expect(existsSync(join(folder, HEADS_NAME))).toBe(true)
})

test('an older backup is restored, brought up to date; to be looked at only, it is refused with what to do', async () => {
  const backup = join(olderFolder(), DATABASE_NAME)
  expect(() => observe(backup)).toThrow('An older version of Folkmoot made it. Start the service on it once')
  const folder = temporaryFolder()
  expect(await restore(backup, folder)).toEqual({ conversations: 1, votes: ENTRIES, keptAs: null })
  const store = await openStore(folder)
  expect(await store.lastSequence(townSquare.id)).toBe(ENTRIES)
  await store.close()
})
