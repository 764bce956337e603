// Moderation in the store: acts and their events, the queue along its filters, what a change of the mode releases.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { NewAct, QueueQuery } from '../../../server/store/moderation-store.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { townSquare } from './town-square.ts'

const id = townSquare.id
const ann = { account: 1, name: 'Ann' }

async function openSquare(statements = townSquare.statements) {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  onTestFinished(() => store.close().catch(() => {}))
  await store.importConversation({ ...townSquare, statements })
  const { moderation } = store
  const act = async (changes: Partial<NewAct>) =>
    moderation.act({
      conversation: id,
      kind: 'reject',
      moderator: ann,
      changes: [],
      timeMs: 5_000,
      ...changes,
    })
  const ids = async (query: Partial<QueueQuery>) =>
    (await moderation.queue(id, { state: 'all', order: 'oldest', after: null, limit: 50, ...query })).map(
      ({ id }) => id,
    )
  return { store, moderation, act, ids, path: join(folder, DATABASE_NAME) }
}

async function write(store: Awaited<ReturnType<typeof openStore>>, text: string, isWaiting = true) {
  const mutation = `mutation-${text}`
  const outcome = await store.participation.addStatement({
    ...{ conversation: id, participant: null, tokenHash: 'token-hash-9', text, isWaiting, mutation },
    ...{ isOnlyRetry: false, timeMs: 6_000 },
  })
  if (outcome.kind === 'refused') throw new Error(outcome.code)
  return outcome.statement.id
}

test('an act changes the statement and writes down who did what, when and why', async () => {
  const { moderation, act } = await openSquare()
  const reason = { en: 'Off topic.', cy: 'Heb fod yn berthnasol.' }
  const changes = [{ statement: 1, seen: 0, set: { moderation: -1, reason: 'Off topic.' } as const }]
  const outcome = await act({ changes, reason, note: 'Second time.' })
  expect(outcome).toMatchObject({
    kind: 'done',
    act: 1,
    statements: [{ id: 1, moderation: -1, reason: 'Off topic.' }],
    left: [],
  })
  expect(await moderation.events(id, { statement: 1 })).toMatchObject([
    {
      ...{ id: 1, act: 1, statement: 1, kind: 'reject', timeMs: 5_000, account: 1, moderator: 'Ann' },
      ...{ from: 'accepted', to: 'rejected', reason: 'Off topic.', reasonWelsh: 'Heb fod yn berthnasol.' },
      ...{ note: 'Second time.', before: { moderation: 1, isWaiting: false, reason: null } },
    },
  ])
})

test('what somebody else has decided meanwhile is left alone, and the rest is done', async () => {
  const { act } = await openSquare()
  const set = { moderation: -1 } as const
  await act({ changes: [{ statement: 1, seen: 0, set }] })
  const second = [0, 1, 5].map((statement) => ({ statement, seen: 0, set: { moderation: 0 } as const }))
  expect(await act({ changes: second })).toMatchObject({ left: [1], statements: [{ id: 0 }, { id: 5 }] })
  expect(await act({ changes: second, allOrNothing: true })).toEqual({
    kind: 'refused',
    code: 'changed-meanwhile',
  })
})

test('the same act under the same name is carried out once', async () => {
  const { moderation, act } = await openSquare()
  const changes = [{ statement: 1, seen: 0, set: { moderation: -1 } as const }]
  const first = await act({ changes, mutation: 'mutation-1' })
  const again = await act({ changes, mutation: 'mutation-1' })
  expect(again).toEqual({ ...first, isRepeat: true })
  expect(await moderation.events(id, {})).toHaveLength(1)
  expect(await act({ kind: 'accept', changes, mutation: 'mutation-1' })).toMatchObject({
    code: 'mutation-reused',
  })
})

test('a statement that an act adds comes next in number, with where it comes from', async () => {
  const { moderation, act, store } = await openSquare()
  const made = { isSeed: true, isMeta: false, moderation: 1, isWaiting: false, derivedFrom: 1 } as const
  const outcome = await act({
    kind: 'reword',
    changes: [{ statement: 1, seen: 0, set: { moderation: -1, replacedAs: 'reword' }, intoAddition: 0 }],
    additions: [{ ...made, text: 'Fewer cars.' }],
  })
  expect(outcome).toMatchObject({
    statements: [
      { id: 1, mergedInto: 6 },
      { id: 6, derivedFrom: 1 },
    ],
  })
  expect((await store.statements(id)).map(({ id }) => id)).toEqual([0, 1, 5, 6])
  const [old, fresh] = await moderation.events(id, {})
  expect(old).toMatchObject({ statement: 1, to: 'merged', related: [6] })
  expect(fresh).toMatchObject({ statement: 6, from: null, to: 'accepted', related: [1], before: null })
  expect(await moderation.successors(id, [1, 5])).toEqual(new Map([[1, [6]]]))
  expect(await moderation.mergedInto(id, 6)).toEqual([1])
})

test('an event of the moderation log can be neither changed nor deleted', async () => {
  const { act, path } = await openSquare()
  await act({ changes: [{ statement: 1, seen: 0, set: { moderation: -1 } }] })
  const database = new Database(path)
  onTestFinished(() => void database.close())
  expect(() => database.exec("UPDATE moderation_event SET note = 'x'")).toThrow('append-only')
  expect(() => database.exec('DELETE FROM moderation_event')).toThrow('append-only')
})

test('a corrected wording leaves the moderation log when its author is erased, and nothing else of the event', async () => {
  const { act, moderation, path, store } = await openSquare()
  await act({ changes: [{ statement: 0, seen: 0, set: { moderation: -1, text: 'More and better trees.' } }] })
  const [before] = await moderation.events(id, {})
  expect(before!.before).toMatchObject({ text: 'More trees.', moderation: 1 })
  const author = (await store.statements(id))[0]!.author!
  const erasure = { conversation: id, participant: author, respondent: '', timeMs: 9_000 }
  await store.participation.erase({ ...erasure, withdrawStatements: false })
  const [after] = await moderation.events(id, {})
  const { text: _, ...rest } = before!.before!
  expect(after).toEqual({ ...before, before: rest })
  const database = new Database(path, { readonly: true })
  onTestFinished(() => void database.close())
  expect(database.prepare('SELECT before FROM moderation_event').pluck().all().join()).not.toContain('trees')
})

test('the queue is read in pages without a gap, in both orders', async () => {
  const { ids } = await openSquare()
  expect(await ids({ limit: 2 })).toEqual([0, 1])
  expect(await ids({ limit: 2, after: 1 })).toEqual([5])
  expect(await ids({ order: 'newest', limit: 2 })).toEqual([5, 1])
  expect(await ids({ order: 'newest', after: 1 })).toEqual([0])
})

test('each filter narrows the queue', async () => {
  const { store, moderation, ids, act } = await openSquare()
  const waiting = await write(store, 'Mwy o feinciau')
  const open = await write(store, 'More benches, please', false)
  await act({ changes: [{ statement: 5, seen: 0, set: { moderation: -1 } }] })
  await store.participation.addReport(id, 'reporter', { statement: 0, reason: 'rude', timeMs: 7_000 })
  const check = { language: null, concerns: 0, similarTo: null } as const
  await moderation.saveChecks(id, 'mark', [
    { ...check, id: waiting, language: 'cy', folded: 'mwy o feinciau', concerns: 4 },
    { ...check, id: open, language: 'en', folded: 'more benches, please', similarTo: waiting },
  ])
  expect(await ids({ state: 'pending' })).toEqual([waiting, open])
  expect(await ids({ state: 'accepted' })).toEqual([0, 1])
  expect(await ids({ state: 'rejected' })).toEqual([5])
  expect(await ids({ isReported: true })).toEqual([0])
  expect(await ids({ isSimilar: true })).toEqual([open])
  expect(await ids({ language: 'cy' })).toEqual([waiting])
  expect(await ids({ language: 'unknown' })).toEqual([0, 1, 5])
  expect(await ids({ concerns: 5 })).toEqual([waiting])
  expect(await ids({ isSeed: false })).toEqual([waiting, open])
  expect(await ids({ writtenBeforeMs: 2_000 })).toEqual([0, 1, 5])
  expect(await ids({ search: ['please', 'bench'] })).toEqual([open])
  expect(await ids({ id: 5 })).toEqual([5])
  expect(await moderation.stateCounts(id)).toEqual({
    ...{ pending: 2, accepted: 2, rejected: 1, merged: 0, withdrawn: 0, reported: 1 },
  })
  expect(await moderation.unchecked(id, 'mark', 10)).toMatchObject([{ id: 0 }, { id: 1 }, { id: 5 }])
})

test('how long the oldest statement has waited is known', async () => {
  const { store, moderation } = await openSquare()
  expect(await moderation.queueFacts(id)).toEqual({
    ...{ waiting: 0, oldestWaitingAtMs: null, pending: 0, reported: 0 },
  })
  await write(store, 'A bandstand')
  await write(store, 'A fountain', false)
  expect(await moderation.queueFacts(id)).toMatchObject({ waiting: 1, oldestWaitingAtMs: 6_000, pending: 2 })
})

test('what its author has taken back cannot be decided about any more', async () => {
  const { store, moderation, act } = await openSquare()
  const statement = await write(store, 'A bandstand')
  const participant = (await store.participant(id, 'token-hash-9'))!
  await store.participation.erase({
    ...{ conversation: id, participant, respondent: 'x', tokenHash: 'token-hash-9', timeMs: 8_000 },
    withdrawStatements: true,
  })
  expect(await moderation.queued(id, [statement])).toMatchObject([{ state: 'withdrawn', text: '' }])
  expect(await act({ changes: [{ statement, seen: 0, set: { moderation: 1 } }] })).toMatchObject({
    code: 'changed-meanwhile',
  })
})

test('lists are replaced only by who has seen them as they are', async () => {
  const { moderation } = await openSquare()
  expect(await moderation.lists(id)).toBeNull()
  expect(await moderation.saveLists(id, { words: ['a'] }, 0)).toBe(true)
  expect(await moderation.saveLists(id, { words: ['b'] }, 0)).toBe(false)
  expect(await moderation.lists(id)).toEqual({ lists: { words: ['a'] }, revision: 1 })
  expect(await moderation.saveLists(id, null, 1)).toBe(true)
  expect(await moderation.lists(id)).toBeNull()
  expect(await moderation.lists(null)).toBeNull()
})

test.each([
  ['approval', { whoWrites: 'approval' }, { whoWrites: 'anyone' }, true],
  ['the default', {}, { whoWrites: 'anyone' }, true],
  ['staff only', { whoWrites: 'staff' }, { whoWrites: 'anyone' }, true],
  ['strict', { whoWrites: 'anyone', strictModeration: true }, { whoWrites: 'anyone' }, true],
  ['approval to staff only', { whoWrites: 'approval' }, { whoWrites: 'staff' }, false],
  ['staff only to approval', { whoWrites: 'staff' }, { whoWrites: 'approval' }, false],
  ['approval to strict and anyone', {}, { whoWrites: 'anyone', strictModeration: true }, false],
  ['anyone to approval', { whoWrites: 'anyone' }, { whoWrites: 'approval' }, false],
] as const)(
  'from %s: what waits is released where it may be shown unseen, and only there',
  async (_, before, after, isReleased) => {
    const { store, moderation } = await openSquare()
    await store.saveSettings(id, before)
    const waiting = await write(store, 'A bandstand')
    const held = await write(store, 'Ring me on 029 2087 2087 about it')
    const shown = await write(store, 'A fountain', false)
    await store.saveSettings(id, after)
    const statements = await store.statements(id)
    const waits = (id: number) => statements.find((statement) => statement.id === id)?.isWaiting
    expect([waits(waiting), waits(held), waits(shown)]).toEqual([!isReleased, true, false])
    const events = await moderation.events(id, {})
    expect(events.map(({ kind, statement, moderator }) => [kind, statement, moderator])).toEqual(
      isReleased ? [['release', waiting, null]] : [],
    )
    expect(await moderation.stateCounts(id)).toMatchObject({ pending: 3, accepted: 3 })
  },
)

test('the line of the audit log is stored with the act, once, and not at all where the act is refused', async () => {
  const { act, store } = await openSquare()
  const audit = {
    ...{
      timeMs: 5,
      account: 1,
      name: 'Ann',
      role: 'moderator',
      action: 'moderate',
      conversation: 'town-square',
    },
    ...{ code: 'accept', subject: '', detail: { statements: [1] } },
  }
  const changes = [{ statement: 1, seen: 0, set: { moderation: 1 } as const }]
  const [first, again] = await Promise.all([
    act({ kind: 'accept', changes, mutation: 'mutation-1', audit }),
    act({ kind: 'accept', changes, mutation: 'mutation-1', audit }),
  ])
  expect([first, again]).toMatchObject([{ isRepeat: false }, { isRepeat: true }])
  expect(await act({ kind: 'accept', changes, mutation: 'mutation-2', audit })).toMatchObject({
    kind: 'refused',
  })
  expect(await store.staff.auditLog({}, null, 10)).toEqual([{ ...audit, number: 1 }])
})
