// What happens to data that was cut off or altered behind the service's back: it is found out at the start.
import Database from 'better-sqlite3'
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DATABASE_NAME, HEADS_NAME, inspectStore, openStore } from '../../../server/store/open.ts'
import { firstHash, nextHash } from '../../../server/store/running-hash.ts'
import { UnusableDatabase } from '../../../server/store/store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { newVote, townSquare } from './town-square.ts'

const VOTES = 200

/** A data folder with 203 acknowledged votes: as after an orderly stop, or as after a power cut, with its WAL. */
async function filledFolder({ isCutOff = false } = {}): Promise<string> {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  await store.importConversation(townSquare)
  for (let batch = 0; batch < VOTES / 20; batch++) {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.append(
          newVote({ mutation: `mutation-${batch}-${i}`, tokenHash: `person-${i}`, statement: batch % 2 }),
        ),
      ),
    )
  }
  if (!isCutOff) {
    await store.close()
    return folder
  }
  const image = temporaryFolder()
  cpSync(folder, image, { recursive: true })
  await store.close()
  return image
}

/** Changes the database as somebody with the file in hand could. */
function tamper(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(join(folder, DATABASE_NAME))
  database.exec('DROP TRIGGER vote_log_keeps_its_entries; DROP TRIGGER vote_log_loses_no_entry')
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

test('a log that was rewritten with hashes of its own does not agree with its head', async () => {
  const folder = await filledFolder()
  tamper(folder, (database) => {
    database.exec('UPDATE vote_log SET vote = -1 WHERE sequence = 100')
    type Row = { participant: number; statement: number; vote: number; mutation: string | null }
    const rows = database
      .prepare<[], Row & { sequence: number; time_ms: number }>('SELECT * FROM vote_log')
      .all()
    const update = database.prepare('UPDATE vote_log SET hash = ? WHERE sequence = ?')
    let hash = firstHash('town-square')
    for (const row of rows) {
      hash = nextHash(hash, { ...row, timeMs: row.time_ms })
      update.run(hash, row.sequence)
    }
  })
  expect(await inspectStore(folder)).toMatchObject([{ sequence: VOTES + 3 }])
  await expect(openStore(folder)).rejects.toThrow(UnusableDatabase)
})

test('a conversation that was taken out is missed', async () => {
  const folder = await filledFolder()
  tamper(folder, (database) => {
    database.exec(
      'DELETE FROM vote_log; DELETE FROM participant; DELETE FROM statement; DELETE FROM conversation',
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

/** Whether the data is refused, or opened with every acknowledged vote. Anything else throws. */
async function outcomeOf(folder: string, expected: Int8Array): Promise<'refused' | 'harmless'> {
  try {
    const store = await openStore(folder)
    const { values } = await store.readLog('town-square', 0, 10_000)
    await store.close()
    expect(values).toEqual(expected)
    return 'harmless'
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableDatabase)
    return 'refused'
  }
}

test('I1: no flipped bit and no cut makes an acknowledged vote disappear without a report', async () => {
  const image = await filledFolder({ isCutOff: true })
  const expected = new Int8Array(VOTES + 3).fill(1)
  expected.set([1, -1, 0])
  const files = readdirSync(image).filter((name) => !name.endsWith('-shm'))
  const outcomes = { refused: 0, harmless: 0 }
  let random = 42
  const below = (limit: number) => (random = (random * 48_271) % 2_147_483_647) % limit
  for (let round = 0; round < 60; round++) {
    const folder = temporaryFolder()
    for (const name of files) copyFileSync(join(image, name), join(folder, name))
    const path = join(folder, files[round % files.length]!)
    const content = readFileSync(path)
    if (round % 4 === 3) truncateSync(path, below(content.length))
    else {
      content[below(content.length)]! ^= 1 << below(8)
      writeFileSync(path, content)
    }
    outcomes[await outcomeOf(folder, expected)]++
  }
  expect(outcomes.refused).toBeGreaterThan(0)
  expect(outcomes.harmless).toBeGreaterThan(0)
})
