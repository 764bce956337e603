// Large imports: nobody sees them before they are whole, votes of others are stored meanwhile, and nothing is left of what was
// called off or broken off. Part of the conformance suite of stores.
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { importInSteps } from '../../../server/store/import-in-steps.ts'
import { observe } from '../../../server/store/read-only.ts'
import type { Store } from '../../../server/store/store.ts'
import { largeSquare } from './large-square.ts'
import { newVote, townSquare } from './town-square.ts'

interface Opened {
  readonly store: Store
  readonly reopen: () => Promise<Store>
  /** The database, to be looked at from outside. */
  readonly path: string
}

export function importsConformance(open: () => Promise<Opened>): void {
  test('votes of another conversation are acknowledged during an import, and the import is seen by nobody before its end', async () => {
    const { store, path } = await open()
    await store.importConversation(townSquare)
    let votes = 0
    const answeredMs: number[] = []
    let isImporting = true
    const voting = (async () => {
      while (isImporting) {
        const asked = performance.now()
        const outcome = await store.append(newVote({ mutation: `mutation-${++votes}` }))
        answeredMs.push(performance.now() - asked)
        expect(outcome).toMatchObject({ kind: 'stored', sequence: 3 + votes })
      }
    })()
    const shares: number[] = []
    let votesBeforeEnd = 0
    const seen: string[][] = []
    const outcome = await importInSteps(store.imports, largeSquare(20_000), {
      onProgress: ({ done, total }) => {
        shares.push(done / total)
        votesBeforeEnd = votes
        void store.conversations().then((all) => seen.push(all.map(({ id }) => id)))
      },
    })
    isImporting = false
    await voting
    expect(outcome).toEqual({ kind: 'imported', participants: 400, statements: 50, votes: 20_000 })
    expect(votesBeforeEnd).toBeGreaterThan(3)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect(seen.slice(0, -1).every((ids) => ids.join() === 'town-square')).toBe(true)
    answeredMs.sort((a, b) => a - b)
    const p99 = answeredMs[Math.floor(0.99 * answeredMs.length)]!
    console.info(`${votes} votes beside an import of 20,000: 99 % acknowledged within ${p99.toFixed(1)} ms`)

    expect((await store.conversations()).map(({ id }) => id)).toContain('large-square')
    expect(await store.lastSequence('large-square')).toBe(20_000)
    expect(await store.exchange.conversationAt('2large')).toBe('large-square')
    const log = await store.readLog('large-square', 149, 1)
    expect([log.participants[0], log.statements[0], log.values[0]]).toEqual([2, 49, 1])
    const observed = observe(path)
    expect(observed.findDamage()).toEqual([])
    await observed.close()
    const next = { conversation: 'large-square', mutation: 'mutation-1' }
    expect(await store.append(newVote(next))).toMatchObject({ sequence: 20_001, participant: 400 })
  })

  test('an import that is called off leaves nothing behind, and its name is free', async () => {
    const { store, path } = await open()
    const calledOff = new AbortController()
    await expect(
      importInSteps(store.imports, largeSquare(20_000), {
        signal: calledOff.signal,
        onProgress: ({ done, total }) => {
          if (done > total / 2) calledOff.abort()
        },
      }),
    ).rejects.toThrow('aborted')
    expect(rowsIn(path)).toEqual([0, 0, 0, 0, 0])
    expect(await store.exchange.conversationAt('2large')).toBeNull()
    expect(await store.importConversation(largeSquare(2_100))).toMatchObject({ kind: 'imported' })
  })

  test('a large import with a vote on a statement that is not there leaves nothing behind', async () => {
    const { store, path } = await open()
    const square = largeSquare(5_000)
    square.votes.statements[4_999] = 99
    await expect(store.importConversation(square)).rejects.toThrow()
    expect(rowsIn(path)).toEqual([0, 0, 0, 0, 0])
  })

  test('what a broken-off import has left is seen by nobody, and gone after the next start', async () => {
    const { store, path, reopen } = await open()
    await store.importConversation(townSquare)
    const number = (await store.imports.begin(largeSquare(20_000)))!
    for (let progress = { done: 0, total: 1 }; progress.done < progress.total / 2;) {
      progress = await store.imports.step(number)
    }
    const observed = observe(path)
    expect(observed.findDamage()).toEqual([])
    expect((await observed.store.conversations()).map(({ id }) => id)).toEqual(['town-square'])
    await observed.close()
    expect(await store.conversation(':large-square')).toBeNull()
    expect(await store.statements(':large-square')).toEqual([])
    const again = await reopen()
    expect(rowsIn(path)).toEqual([1, 2, 3, 3, 3])
    expect((await again.conversations()).map(({ id }) => id)).toEqual(['town-square'])
  })

  test('a name that is being imported, or was taken before the end, is not imported twice', async () => {
    const { store, path } = await open()
    const number = (await store.imports.begin(largeSquare(3_000)))!
    expect(await store.importConversation(largeSquare(3_000))).toEqual({ kind: 'exists' })
    await store.importConversation({ ...townSquare, id: 'large-square' })
    for (let isWhole = false; !isWhole;) {
      const { done, total } = await store.imports.step(number)
      isWhole = done === total
    }
    expect(await store.imports.finish(number)).toEqual({ kind: 'exists' })
    await store.imports.abandon(number)
    expect(rowsIn(path)).toEqual([1, 2, 3, 3, 3])
  })
}

/** Conversations, participants, statements, entries of the log of words, and of the vote log. */
function rowsIn(path: string): number[] {
  const database = new Database(path, { readonly: true })
  try {
    return ['conversation', 'participant', 'statement', 'text_log', 'vote_log'].map((table) =>
      database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!,
    )
  } finally {
    database.close()
  }
}
