import { expect, test } from 'vitest'
import { FacilitationClock } from '../../../server/facilitate/clock.ts'
import { Conversations } from '../../../server/conversation/conversations.ts'
import { StaffNews } from '../../../server/staff/staff-news.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, newVote, townSquare } from '../store/town-square.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { facilitating, id, staffPath } from './facilitating.ts'

const day = 24 * 60 * 60_000

async function clockwork(settings: Record<string, unknown>) {
  const store = await openStore(temporaryFolder())
  await store.importConversation({ ...townSquare, settings })
  await store.participation.changeConversation(townSquare.id, { isOpen: false, closedAs: 'upcoming' })
  const conversations = new Conversations(store)
  let nowMs = Date.UTC(2026, 2, 29)
  const onFailure = (error: unknown) => {
    throw error
  }
  const clock = new FacilitationClock({
    store,
    conversations,
    news: new StaffNews(),
    now: () => nowMs,
    onFailure,
  })
  clock.close()
  const at = async (moment: string) => {
    nowMs = Date.parse(moment)
    await clock.look()
    const stored = await store.conversation(townSquare.id)
    return stored === null ? 'gone' : stored.isOpen ? 'open' : (stored.closedAs ?? 'closed')
  }
  const subjects = async () =>
    (await store.staff.auditLog({}, null, 10)).map(({ name, code }) => `${name}: ${code}`)
  return { store, conversations, at, subjects }
}

test('voting opens and closes by itself, on the night on which the clocks go forward', async () => {
  const { at, subjects } = await clockwork({
    votingFrom: '2026-03-29T02:30',
    votingUntil: '2026-03-29T09:00',
  })
  expect(await at('2026-03-29T01:29:59Z')).toBe('upcoming')
  expect(await at('2026-03-29T01:30:00Z')).toBe('open')
  expect(await at('2026-03-29T07:59:59Z')).toBe('open')
  expect(await at('2026-03-29T08:00:00Z')).toBe('closed')
  expect(await subjects()).toEqual(['Folkmoot: closed-by-schedule', 'Folkmoot: opened-by-schedule'])
})

test('on its last day a conversation is hidden, can be restored for 14 days, and is then gone with its votes', async () => {
  const { store, conversations, at, subjects } = await clockwork({ keepUntil: '2026-04-10' })
  await store.append(newVote({ mutation: 'a-vote' }))
  expect(await at('2026-04-09T22:59:59Z')).toBe('upcoming')
  expect(await at('2026-04-09T23:00:00Z')).toBe('closed') // midnight of summer time
  expect(await conversations.open(townSquare.id)).toBe(null)
  expect(await conversations.openForStaff(townSquare.id)).not.toBe(null)
  expect(await at('2026-04-23T22:59:59Z')).toBe('closed')
  expect(await at('2026-04-23T23:00:00Z')).toBe('gone')
  expect(await store.lastSequence(townSquare.id)).toBe(0)
  expect(await subjects()).toEqual(['Folkmoot: deleted', 'Folkmoot: kept-until-its-day'])
})

test('a deleted conversation is gone for everybody but staff, who can restore it', async () => {
  const { ask, port } = await facilitating()
  const voter = await TestSocket.open(port)
  await voter.enter(id)
  const deleted = await ask(staffPath('/deletion'), { body: { isWanted: true } })
  const { deletesAtMs } = deleted.body as { deletesAtMs: number }
  expect(Math.round((deletesAtMs - Date.now()) / day)).toBe(14)
  expect((await voter.next('conversation-changed')).conversation.state).toBe('closed')
  expect((await fetch(`http://127.0.0.1:${port}/c/${id}`)).status).toBe(404)
  expect((await ask(staffPath('/state'), { body: { state: 'open' } })).body).toMatchObject({
    error: { code: 'conversation-deleted' },
  })
  await ask(staffPath('/deletion'), { body: { isWanted: false } })
  expect((await fetch(`http://127.0.0.1:${port}/c/${id}`)).status).toBe(200)
  expect((await ask(staffPath())).body).toMatchObject({ state: 'closed', deletesAtMs: null })
})

test('what is archived is closed, in no list, and still to be read', async () => {
  const { ask, port } = await facilitating()
  await ask(staffPath('/archive'), { body: { isWanted: true } })
  const list = await (await fetch(`http://127.0.0.1:${port}/api/conversations`)).json()
  expect(list).toEqual({ conversations: [] })
  expect((await fetch(`http://127.0.0.1:${port}/c/${id}`)).status).toBe(200)
  expect((await ask(staffPath('/state'), { body: { state: 'open' } })).body).toMatchObject({
    error: { code: 'conversation-archived' },
  })
})

test('a copy has the settings, the purpose and the seeds, and nothing that people did', async () => {
  const { ask, change, store } = await facilitating({ conversations: [townSquare, emptySquare] })
  await change(
    ['opensAt', 7, 12],
    ['votingFrom', '', '2027-01-01T09:00'],
    ['identitySecret', '', 's'.repeat(40)],
  )
  const { body } = await ask<{ id: string }>(staffPath('/copy'), { body: { topic: 'The other square' } })
  const copy = (await store.conversation(body.id))!
  expect(copy).toMatchObject({ topic: 'The other square', settings: { opensAt: 12 }, closedAs: 'upcoming' })
  expect(copy.settings).not.toHaveProperty('votingFrom')
  expect(copy.settings).not.toHaveProperty('identitySecret')
  expect((await store.statements(body.id)).map(({ text }) => text)).toEqual([
    'More trees.',
    'No cars.',
    'A market on Sundays.',
  ])
})

test('opening checks readiness first, and opens all the same when that is wanted', async () => {
  const { ask } = await facilitating()
  await ask(staffPath('/state'), { body: { state: 'upcoming' } })
  const refused = await ask(staffPath('/state'), { body: { state: 'open' } })
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({
    error: {
      code: 'not-ready',
      detail: { items: expect.arrayContaining([{ item: 'seeds', isDone: false, found: 3 }]) },
    },
  })
  expect((await ask(staffPath('/state'), { body: { state: 'open', anyway: true } })).body).toMatchObject({
    state: 'open',
  })
})

test('what has ended by its schedule is not opened by hand before a later end is set', async () => {
  const { ask, change } = await facilitating()
  await change(['votingUntil', '', '2020-01-01T09:00'])
  expect((await ask(staffPath('/state'), { body: { state: 'open' } })).body).toMatchObject({
    error: { code: 'schedule-over' },
  })
})
