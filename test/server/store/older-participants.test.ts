// Databases from before it was kept by which way people take part.
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { channels } from '../../../server/protocol/channel.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { firstTextHash, nextHash, textCommitmentOf } from '../../../server/store/running-hash.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { newVote, townSquare } from './town-square.ts'

interface Journal {
  readonly entries: readonly { readonly tag: string }[]
}

/** The migrations before the one that keeps the way. */
function earlierMigrations(): string {
  const folder = temporaryFolder()
  cpSync(join(packageRoot, 'server/store/migrations'), folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal // written by drizzle-kit
  const end = journal.entries.findIndex(({ tag }) => tag.endsWith('_participant-channel'))
  expect(end).toBeGreaterThan(0)
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }))
  return folder
}

test('of people from before, only who was imported is known; who comes from now on is known', async () => {
  const folder = temporaryFolder()
  const database = new Database(join(folder, DATABASE_NAME))
  migrate(drizzle({ client: database }), { migrationsFolder: earlierMigrations() })
  const commitment = textCommitmentOf('salt', 'More trees.')
  const words = nextHash(firstTextHash('town-square'), 1, commitment, 0)
  database.exec(
    `INSERT INTO conversation (key, id, topic, description, is_open, is_sample, created_at_ms, settings)
     VALUES (1, 'town-square', 'What?', '', 1, 0, 0, '{}');
     INSERT INTO participant (conversation, number, source_id, created_at_ms) VALUES (1, 0, 7, 0);
     INSERT INTO participant (conversation, number, token_hash, created_at_ms) VALUES (1, 1, 'older', 0);
     INSERT INTO text_log VALUES (1, 1, 0, 'More trees.', 'salt', '${commitment}', '${words}');
     INSERT INTO statement (conversation, id, text, created_at_ms, moderation, is_meta, is_seed)
     VALUES (1, 0, 'More trees.', 0, 1, 0, 1)`,
  )
  database.close()
  const store = await openStore(folder)
  await store.append(newVote({ mutation: 'mutation-1', tokenHash: 'older', channel: 'form' }))
  await store.append(newVote({ mutation: 'mutation-1', tokenHash: 'newer', channel: 'form' }))
  const [imported, form] = [channels.indexOf('imported') + 1, channels.indexOf('form') + 1]
  expect([...(await store.reports.channels(townSquare.id))]).toEqual([imported, 0, form])
  await store.close()
})
