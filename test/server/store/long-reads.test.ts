// What is read of very many people is read in pieces, so that votes are stored in between.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { channels } from '../../../server/protocol/channel.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { emptySquare } from './town-square.ts'

const PEOPLE = 12_000

async function crowdedStore() {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const each = Array.from({ length: PEOPLE }, (_, person) => person)
  await store.importConversation({
    ...emptySquare,
    votes: {
      participants: Uint32Array.from(each),
      statements: new Uint32Array(PEOPLE),
      values: new Int8Array(PEOPLE).fill(1),
      timesMs: new Float64Array(PEOPLE).fill(1),
    },
  })
  return { store, path: join(folder, DATABASE_NAME) }
}

/** What a promise brings, and how many turns of the event loop there were before. */
async function withTurns<Result>(promise: Promise<Result>): Promise<[Result, number]> {
  let turns = 0
  let isSettled = false
  const count = () => {
    if (isSettled) return
    turns++
    setImmediate(count)
  }
  setImmediate(count)
  const result = await promise
  isSettled = true
  return [result, turns]
}

test('I6: the ways of all people are read in pieces', async () => {
  const { store } = await crowdedStore()
  const [ways, turns] = await withTurns(store.reports.channels(emptySquare.id))
  expect(ways).toEqual(new Uint8Array(PEOPLE).fill(channels.indexOf('imported') + 1))
  expect(turns).toBeGreaterThan(0)
})

test('I6: answers are counted in pieces', async () => {
  const { store, path } = await crowdedStore()
  const database = new Database(path)
  const insert = database.prepare(
    'INSERT INTO entry_answer (conversation, respondent, question, answer) VALUES (1, ?, ?, ?)',
  )
  database.transaction(() => {
    for (let person = 0; person < PEOPLE; person++) {
      insert.run(`person-${person}`, 'age', person % 3 === 0 ? 'old' : 'young')
      if (person < 5_001) insert.run(`person-${person}`, 'area', 'north')
    }
  })()
  database.close()
  const [counts, turns] = await withTurns(store.participation.answerCounts(emptySquare.id))
  expect(counts).toEqual([
    { question: 'age', answer: 'old', people: 4_000 },
    { question: 'age', answer: 'young', people: 8_000 },
    { question: 'area', answer: 'north', people: 5_001 },
  ])
  expect(turns).toBeGreaterThan(5)
})
