// What happens to data that was cut off or altered behind the service's back: it is found out at the start.
import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DATABASE_NAME, HEADS_NAME, inspectStore, openStore } from '../../../server/store/open.ts'
import { commitmentOf, firstHash, nextHash } from '../../../server/store/running-hash.ts'
import { UnusableDatabase } from '../../../server/store/store.ts'
import { filledFolder, VOTES } from './filled-folder.ts'

/** Changes the database as somebody with the file in hand could. */
function tamper(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(join(folder, DATABASE_NAME))
  const triggers = database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all()
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger}`)
  change(database)
  database.close()
}

test('sound data is opened, and nothing is found wrong with it', async () => {
  const folder = await filledFolder()
  expect(await inspectStore(folder)).toEqual([])
  const store = await openStore(folder)
  expect(await store.lastSequence('town-square')).toBe(VOTES + 3)
  await store.close()
})

test('I1: a power cut loses nothing that was acknowledged', async () => {
  const folder = await filledFolder({ isCutOff: true })
  const store = await openStore(folder)
  expect(await store.lastSequence('town-square')).toBe(VOTES + 3)
  await store.close()
})

test.each([
  ['the end is cut off', 'DELETE FROM vote_log WHERE sequence > 190', 191],
  ['an entry is taken out', 'DELETE FROM vote_log WHERE sequence = 100', 100],
  ['a vote is turned round', 'UPDATE vote_log SET vote = -1 WHERE sequence = 100', 100],
  ['a vote is given to somebody else', 'UPDATE vote_log SET participant = 0 WHERE sequence = 50', 50],
  ['a time is changed', 'UPDATE vote_log SET time_ms = time_ms + 1 WHERE sequence = 7', 7],
  ['the whole log is gone', 'DELETE FROM vote_log', 1],
])('when %s the start is refused with the place', async (_, change, sequence) => {
  const folder = await filledFolder()
  tamper(folder, (database) => database.exec(change))
  expect(await inspectStore(folder)).toMatchObject([{ conversation: 'town-square', sequence }])
  await expect(openStore(folder)).rejects.toThrow(
    new RegExp(`^The vote log of town-square is damaged at entry ${sequence}: .*Put a backup in the place`),
  )
})

test('an entry that lost its content without being withdrawn is found out', async () => {
  const folder = await filledFolder()
  const database = new Database(join(folder, DATABASE_NAME))
  // What the triggers allow is no excuse.
  database.exec(
    `UPDATE vote_log SET participant = NULL, statement = NULL, vote = NULL, mutation = NULL, time_ms = NULL, salt = NULL
     WHERE sequence = 50`,
  )
  database.close()
  expect(await inspectStore(folder)).toMatchObject([
    {
      conversation: 'town-square',
      message:
        'The vote log of town-square is damaged: 1 entries have no content, but 0 were withdrawn or erased.',
    },
  ])
})

test.each([
  ['words are altered', "UPDATE statement SET text = 'No trees.' WHERE id = 0", 'statement 0 are not'],
  [
    'words are altered in both places',
    `UPDATE text_log SET text = 'No trees.' WHERE statement = 0; UPDATE statement SET text = 'No trees.' WHERE id = 0`,
    'statement 0 are not',
  ],
  ['the log of words is cut off', 'DELETE FROM text_log WHERE sequence = 3', 'are missing'],
  [
    'words are erased in the log only',
    'UPDATE text_log SET text = NULL, salt = NULL WHERE statement = 5',
    '5 are not',
  ],
  [
    'a statement is put in',
    `INSERT INTO statement (conversation, id, text, created_at_ms, moderation, is_meta, is_seed, is_waiting)
     VALUES (1, 6, 'Flats.', 0, 1, 0, 0, 0)`,
    'statement 6 was never recorded',
  ],
])('when %s the start is refused', async (_, change, what) => {
  const folder = await filledFolder()
  tamper(folder, (database) => database.exec(change))
  const [damage, ...others] = await inspectStore(folder)
  expect(others).toEqual([])
  expect(damage!.message).toMatch(/^The statements of town-square are damaged: /)
  expect(damage!.message).toContain(what)
  await expect(openStore(folder)).rejects.toThrow(UnusableDatabase)
})

test('words that nobody recorded cannot be stored', async () => {
  const folder = await filledFolder()
  const database = new Database(join(folder, DATABASE_NAME))
  expect(() => database.exec("UPDATE statement SET text = 'No trees.' WHERE id = 0")).toThrow('recordText')
  expect(() => database.exec("UPDATE text_log SET text = 'No trees.'")).toThrow('append-only')
  expect(() => database.exec('DELETE FROM text_log')).toThrow('append-only')
  database.close()
})

test('a log that was rewritten with hashes of its own does not agree with its head', async () => {
  const folder = await filledFolder()
  tamper(folder, (database) => {
    database.exec('UPDATE vote_log SET vote = -1 WHERE sequence = 100')
    type Row = { participant: number; statement: number; vote: number; mutation: string | null; salt: string }
    const rows = database
      .prepare<[], Row & { sequence: number; time_ms: number }>('SELECT * FROM vote_log')
      .all()
    const update = database.prepare('UPDATE vote_log SET commitment = ?, hash = ? WHERE sequence = ?')
    let hash = firstHash('town-square')
    for (const row of rows) {
      const commitment = commitmentOf(row.salt, { ...row, timeMs: row.time_ms })
      hash = nextHash(hash, row.sequence, commitment, 0)
      update.run(commitment, hash, row.sequence)
    }
  })
  expect(await inspectStore(folder)).toMatchObject([{ sequence: VOTES + 3 }])
  await expect(openStore(folder)).rejects.toThrow(UnusableDatabase)
})

test('a conversation that was taken out is missed', async () => {
  const folder = await filledFolder()
  tamper(folder, (database) => {
    database.exec(
      'DELETE FROM vote_log; DELETE FROM text_log; DELETE FROM participant; DELETE FROM statement; DELETE FROM conversation',
    )
  })
  await expect(openStore(folder)).rejects.toThrow(
    'Conversation 1 with 203 entries in its vote log is missing.',
  )
})

test('a write-ahead log that is missing is found out', async () => {
  const folder = await filledFolder({ isCutOff: true })
  rmSync(join(folder, `${DATABASE_NAME}-wal`))
  await expect(openStore(folder)).rejects.toThrow(UnusableDatabase)
})

test('a head that was torn while it was written is no damage, and neither is one that is missing', async () => {
  const folder = await filledFolder()
  const path = join(folder, HEADS_NAME)
  const heads = readFileSync(path)
  for (const record of [0, 1]) {
    const torn = Buffer.from(heads)
    torn.fill('x', record * 64, record * 64 + 40)
    writeFileSync(path, torn)
    expect(await inspectStore(folder)).toEqual([])
  }
  rmSync(path)
  await (await openStore(folder)).close()
  expect(readFileSync(path).length).toBeGreaterThan(0)
})
