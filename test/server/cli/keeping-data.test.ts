import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/store.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, newVote, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { runFolkmoot } from './run-folkmoot.ts'

/** A data folder with both squares and some votes, in which a service has published a map. */
async function usedFolder(): Promise<string> {
  const dataFolder = temporaryFolder()
  const service = await testService({ dataFolder })
  const sockets = await Promise.all(Array.from({ length: 10 }, () => TestSocket.open(service.port)))
  for (const socket of sockets) await socket.enter(townSquare.id)
  // Five by five, so that the map covers the last vote.
  for (const statement of [0, 1, 5]) {
    for (const [i, socket] of sockets.entries()) {
      socket.vote(statement, ((i + statement) % 3 === 0 ? 1 : -1) as -1 | 1, `mutation-${i}-${statement}`)
      await socket.next('vote-accepted')
    }
  }
  const watcher = await TestSocket.open(service.port)
  await watcher.enter(townSquare.id, { role: 'watcher' })
  for (let covered = 0; covered < 33;) {
    covered = (await watcher.next('snapshot')).sequence
    watcher.send({ type: 'grant-credit' })
  }
  await service.close()
  return dataFolder
}

/** Votes on and on, until it is told to stop. */
function keepVoting(store: Store): () => Promise<void> {
  let isOver = false
  const voting = (async () => {
    for (let i = 0; !isOver; i++) await store.append(newVote({ mutation: `mutation-on-${i}` }))
  })()
  return () => {
    isOver = true
    return voting
  }
}

/** Changes a database past its triggers, as damage would. */
function damage(dataFolder: string, ...changes: string[]): void {
  const database = new Database(join(dataFolder, DATABASE_NAME))
  database.pragma('foreign_keys = OFF')
  for (const trigger of ['vote_log_keeps_its_entries', 'vote_log_loses_no_entry']) {
    database.exec(`DROP TRIGGER ${trigger}`)
  }
  for (const change of changes) database.exec(change)
  database.close()
}

describe('folkmoot check', () => {
  test('finds nothing wrong with what a service has left, and changes nothing', async () => {
    const folder = await usedFolder()
    const before = readFileSync(join(folder, DATABASE_NAME))
    const { code, out, err } = await runFolkmoot(['check'], folder)
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('good   The file and every reference within it.')
    expect(out).toContain(
      'good   The vote log of town-square: entries 1 to 33 without a gap, and their running hash.',
    )
    expect(out).toMatch(
      /good {3}Map \d+ of town-square, which covers entries 1 to 33: equal to its recomputation\./,
    )
    expect(out).toContain('good   The words of all statements of town-square.')
    expect(out).toContain('good   The vote log of empty-square: no entries yet.')
    expect(readFileSync(join(folder, DATABASE_NAME)).equals(before)).toBe(true)
  })

  test('works while a service is running and votes arrive', async () => {
    const dataFolder = temporaryFolder()
    const service = await testService({ dataFolder })
    const stopVoting = keepVoting(service.store)
    const { code, out } = await runFolkmoot(['check'], dataFolder)
    await stopVoting()
    expect(out).not.toContain('WRONG')
    expect(code).toBe(0)
  })

  test.each([
    ['a vote that was turned', 'UPDATE vote_log SET vote = -vote WHERE sequence = 7', 7],
    ['an entry that was taken out', 'DELETE FROM vote_log WHERE sequence = 12', 12],
    ['a log that was cut off', 'DELETE FROM vote_log WHERE sequence > 20', 21],
  ])('I4: names the entry at which a log breaks: %s', async (_, change, sequence) => {
    const folder = await usedFolder()
    damage(folder, change)
    const { code, out, err } = await runFolkmoot(['check'], folder)
    expect(code).toBe(1)
    expect(out).toContain(`WRONG  The vote log of town-square is damaged at entry ${sequence}: `)
    expect(err).toMatch(/^folkmoot check: .*wrong\n$/)
  })

  test('I3: names what differs in a map that does not follow from its votes', async () => {
    const folder = await usedFolder()
    damage(
      folder,
      `UPDATE snapshot SET snapshot = json_set(snapshot, '$.counts.participants', 13)
       WHERE conversation = (SELECT key FROM conversation WHERE id = 'town-square')`,
    )
    const { code, out } = await runFolkmoot(['check'], folder)
    expect(code).toBe(1)
    expect(out).toMatch(/WRONG {2}Map \d+ of town-square, .*, differs from its recomputation in: counts\.\n/)
  })

  test('tells of a map that cannot be made again, because somebody was erased since', async () => {
    const folder = await usedFolder()
    const store = await openStore(folder)
    await store.participation.erase({
      conversation: townSquare.id,
      participant: 4,
      respondent: '',
      withdrawStatements: false,
      timeMs: 9_000,
    })
    await store.close()
    expect((await runFolkmoot(['check'], folder)).out).toContain('equal to its recomputation')
    // As where the version before had erased them.
    damage(folder, 'DELETE FROM held_entry')
    const { code, out } = await runFolkmoot(['check'], folder)
    expect(out).toContain(
      'good   The vote log of town-square: entries 1 to 34 without a gap, and their running hash.',
    )
    expect(out).toMatch(
      /note {3}Map \d+ of town-square, which covers entries 1 to 33, cannot be made again: /,
    )
    expect(code).toBe(0)
  })

  test('finds words of a statement that nobody stored', async () => {
    const folder = await usedFolder()
    damage(
      folder,
      'DROP TRIGGER statement_keeps_recorded_words',
      "UPDATE statement SET text = 'No trees.' WHERE id = 0",
    )
    const { code, out } = await runFolkmoot(['check'], folder)
    expect(code).toBe(1)
    expect(out).toContain(
      'WRONG  The statements of town-square are damaged: the words of statement 0 are not what was stored.',
    )
  })

  test('finds a reference to nothing', async () => {
    const folder = await usedFolder()
    damage(folder, 'DELETE FROM statement WHERE id = 5')
    const { code, out } = await runFolkmoot(['check'], folder)
    expect(code).toBe(1)
    expect(out).toContain('WRONG  The database is damaged')
  })

  test('a folder without a database, and a file that is none, are one line each', async () => {
    const folder = temporaryFolder()
    const none = await runFolkmoot(['check'], folder)
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toBe(`folkmoot check: There is no database ${join(folder, DATABASE_NAME)}.\n`)
    writeFileSync(join(folder, 'other'), 'something else')
    const other = await runFolkmoot(['check', join(folder, 'other')], folder)
    expect(other.code).toBe(1)
    expect(other.err).toMatch(/^folkmoot check: The database .*other cannot be read: .*\n$/)
  })
})

describe('folkmoot backup', () => {
  test('I1: a backup made while votes arrive holds every vote acknowledged before it began', async () => {
    const dataFolder = temporaryFolder()
    const service = await testService({ dataFolder })
    const first = await service.store.append(newVote({ mutation: 'mutation-first' }))
    const stopVoting = keepVoting(service.store)
    const file = join(temporaryFolder(), 'evening.backup')
    const { code, out, err } = await runFolkmoot(['backup', file], dataFolder)
    await stopVoting()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Conversations  2')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await runFolkmoot(['check', file], dataFolder)).out).not.toContain('WRONG')
    const backup = new Database(file, { readonly: true })
    onTestFinished(() => void backup.close())
    expect(backup.prepare('SELECT max(sequence) FROM vote_log').pluck().get()).toBeGreaterThanOrEqual(
      first.kind === 'stored' ? first.sequence : Infinity,
    )
  })

  test('is never written over anything, and leaves nothing else behind', async () => {
    const dataFolder = await usedFolder()
    const folder = temporaryFolder()
    const file = join(folder, 'mine')
    writeFileSync(file, 'precious')
    const { code, err } = await runFolkmoot(['backup', file], dataFolder)
    expect(code).toBe(1)
    expect(err).toBe(
      `folkmoot backup: There is a file ${file} already; a backup is never written over anything.\n`,
    )
    expect(readFileSync(file, 'utf8')).toBe('precious')
    expect(readdirSync(folder)).toEqual(['mine'])
  })

  test('of a damaged database there is none', async () => {
    const dataFolder = await usedFolder()
    damage(dataFolder, 'UPDATE vote_log SET vote = -vote WHERE sequence = 7')
    const folder = temporaryFolder()
    const { code, err } = await runFolkmoot(['backup', join(folder, 'x')], dataFolder)
    expect(code).toBe(1)
    expect(err).toContain('is damaged at entry 7')
    expect(readdirSync(folder)).toEqual([])
  })

  test('into a folder that is not there is one line', async () => {
    const dataFolder = await usedFolder()
    const { code, err } = await runFolkmoot(['backup', join(dataFolder, 'no', 'where')], dataFolder)
    expect(code).toBe(1)
    expect(err).toMatch(/^folkmoot backup: The backup .*where cannot be written: ENOENT.*\n$/)
  })
})

describe('folkmoot restore', () => {
  async function backupOf(dataFolder: string): Promise<string> {
    const file = join(temporaryFolder(), 'evening.backup')
    expect(await runFolkmoot(['backup', file], dataFolder)).toMatchObject({ code: 0 })
    return file
  }

  test('brings everything back into an empty folder, and the log goes on where it ended', async () => {
    const file = await backupOf(await usedFolder())
    const folder = join(temporaryFolder(), 'new')
    const { code, out, err } = await runFolkmoot(['restore', file], folder)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Votes          33')
    expect((await runFolkmoot(['check'], folder)).code).toBe(0)
    const store = await openStore(folder)
    expect(await store.append(newVote({ mutation: 'mutation-new' }))).toMatchObject({ sequence: 34 })
    await store.close()
  })

  test('leaves data that is there alone', async () => {
    const dataFolder = await usedFolder()
    const file = await backupOf(dataFolder)
    const before = readFileSync(join(dataFolder, DATABASE_NAME))
    const { code, err } = await runFolkmoot(['restore', file], dataFolder)
    expect(code).toBe(1)
    expect(err).toBe(
      `folkmoot restore: There is data in ${dataFolder} already. With --replace it is put aside under a dated name.\n`,
    )
    expect(readFileSync(join(dataFolder, DATABASE_NAME)).equals(before)).toBe(true)
  })

  test('with --replace keeps what was there as a database of its own', async () => {
    const dataFolder = await usedFolder()
    const file = await backupOf(dataFolder)
    const store = await openStore(dataFolder)
    await store.append(newVote({ mutation: 'after-the-backup' }))
    await store.close()
    const { code, out } = await runFolkmoot(['restore', file, '--replace'], dataFolder)
    expect(code).toBe(0)
    const kept = /kept as (.*)\.\n/.exec(out)?.[1]
    expect(kept).toMatch(/folkmoot-until-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.sqlite$/)
    const old = new Database(kept!, { readonly: true })
    onTestFinished(() => void old.close())
    expect(old.prepare('SELECT max(sequence) FROM vote_log').pluck().get()).toBe(34)
    const restored = await openStore(dataFolder)
    expect(await restored.lastSequence(townSquare.id)).toBe(33)
    await restored.close()
  })

  test('puts even damaged data aside', async () => {
    const dataFolder = await usedFolder()
    const file = await backupOf(dataFolder)
    truncateSync(join(dataFolder, DATABASE_NAME), 5_000)
    expect((await runFolkmoot(['restore', file, '--replace'], dataFolder)).code).toBe(0)
    expect((await runFolkmoot(['check'], dataFolder)).code).toBe(0)
  })

  test('refuses while a service has the folder open, even a service that nobody talks to', async () => {
    const dataFolder = await usedFolder()
    const file = await backupOf(dataFolder)
    const main = join(packageRoot, 'dist/server/main.js')
    const flags = ['--port', '0', '--no-sample', '--data-dir', dataFolder]
    const service = spawn(process.execPath, [main, ...flags], { env: { PATH: process.env.PATH } })
    onTestFinished(() => void service.kill('SIGKILL'))
    await once(service.stdout!, 'data')
    const { code, err } = await runFolkmoot(['restore', file, '--replace'], dataFolder)
    expect(code).toBe(1)
    expect(err).toMatch(/^folkmoot restore: Another Folkmoot service is running on the data folder .*\n$/)
    service.kill('SIGKILL')
    await once(service, 'close')
    expect((await runFolkmoot(['restore', file, '--replace'], dataFolder)).code).toBe(0)
  })

  test('refuses a damaged backup and leaves everything as it was', async () => {
    const dataFolder = await usedFolder()
    const file = await backupOf(dataFolder)
    const bytes = readFileSync(file)
    for (const what of ['mutation-3-1', 'SQLite format 3', 'CREATE TABLE `vote_log`']) {
      const broken = join(temporaryFolder(), 'broken')
      const copy = Buffer.from(bytes)
      // Everywhere: where a page of the file has been divided, what it held before is still in its unused part.
      for (let at = bytes.indexOf(what); at >= 0; at = bytes.indexOf(what, at + 1)) {
        copy.fill('?', at, at + what.length)
      }
      writeFileSync(broken, copy)
      const { code, err } = await runFolkmoot(['restore', broken, '--replace'], dataFolder)
      expect(code, what).toBe(1)
      expect(err, what).toMatch(/^folkmoot restore: [^\n]*\n$/)
    }
    expect((await runFolkmoot(['check'], dataFolder)).code).toBe(0)
    expect(readdirSync(dataFolder).filter((name) => name.includes('incoming'))).toEqual([])
  })

  test('a file that is no backup is one line with its name', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'Dear town,')
    const { code, err } = await runFolkmoot(['restore', file], join(folder, 'new'))
    expect(code).toBe(1)
    expect(err).toMatch(/^folkmoot restore: The database .*letter\.txt cannot be read: [^\n]*\n$/)
    expect(existsSync(join(folder, 'new', DATABASE_NAME))).toBe(false)
  })

  test('heads of the replaced data do not stay behind to accuse the restored', async () => {
    const small = temporaryFolder()
    const store = await openStore(small)
    await store.importConversation(emptySquare)
    await store.close()
    const file = await backupOf(small)
    const dataFolder = await usedFolder()
    expect((await runFolkmoot(['restore', file, '--replace'], dataFolder)).code).toBe(0)
    await (await openStore(dataFolder)).close()
  })
})
