// Moderating over HTTP against a real service: decisions and what they do to voters, authors, the map and other moderators.
import { expect, test } from 'vitest'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import type { ClaimList } from '../../../server/protocol/moderation.ts'
import { testService } from '../test-service.ts'
import { type SignedIn, signedIn } from '../staff/signed-in.ts'
import type { Service } from '../../../server/service.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { act, base, desk, detail, type Failure, id, page } from './moderation-desk.ts'

const reason = { en: 'It is about a person.', cy: 'Mae’n sôn am berson.' }

test('a statement that waits is in the queue with what the checks found, and once accepted people vote on it', async () => {
  const { service, ann, write, own } = await desk()
  const voter = await TestSocket.open(service.port)
  await voter.enter(id)
  const statement = await write('Dylai fod mwy o goed: ffoniwch 029 2087 2087')
  const queue = await page(ann)
  expect(queue.items).toMatchObject([
    {
      ...{ id: statement, state: 'pending', isOpen: false, language: 'cy', concerns: ['phone'] },
      ...{ isSeed: false, votes: null, seen: 0, reports: 0 },
    },
  ])
  expect(queue).toMatchObject({ next: null, account: ann.account, counts: { pending: 1, accepted: 3 } })
  const done = await act(ann, { kind: 'accept', statements: [{ id: statement, seen: 0 }] })
  expect(done.body).toMatchObject({
    ...{ act: 1, kind: 'accept', left: [], counts: { pending: 0, accepted: 4 } },
    items: [{ id: statement, state: 'accepted', isOpen: true, seen: 1 }],
  })
  expect(await voter.next('conversation-changed')).toMatchObject({ opened: [{ id: statement }] })
  expect(await own()).toMatchObject([{ state: 'accepted' }])
  expect((await page(ann)).items).toEqual([])
})

test('the author of a rejected statement reads the reason in either language, and undoing brings it back to the queue', async () => {
  const { ann, bob, write, own } = await desk()
  const statement = await write('The mayor is a fool.')
  const content = { kind: 'reject', statements: [{ id: statement, seen: 0 }], reason, note: 'Third today.' }
  const { body } = await act(ann, content)
  expect(await own()).toMatchObject([{ state: 'not-accepted', reason: reason.en }])
  expect(await own('cy')).toMatchObject([{ state: 'not-accepted', reason: reason.cy }])
  const undone = await act(bob, { kind: 'undo', act: body.act })
  expect(undone.body.items).toMatchObject([{ id: statement, state: 'pending', reason: null }])
  expect(await own()).toMatchObject([{ state: 'waiting', reason: null }])
  const { history } = await detail(ann, statement)
  expect(
    history.map(({ kind, from, to, moderator, note, undoes }) => [kind, from, to, moderator, note, undoes]),
  ).toEqual([
    ['reject', 'pending', 'rejected', 'Ann', 'Third today.', null],
    ['undo', 'rejected', 'pending', 'Bob', null, 1],
  ])
  const redone = await act(ann, { kind: 'undo', act: undone.body.act })
  expect(redone.body.items).toMatchObject([{ state: 'rejected', reason }])
})

test('a merge leaves the votes where they are, and those who cast them are asked about the other one next', async () => {
  const { service, ann, write, own } = await desk({ whoWrites: 'anyone' })
  const first = await write('Many more trees.')
  const voter = await TestSocket.open(service.port)
  await voter.enter(id)
  voter.vote(first, -1, 'mutation-voter-1')
  await voter.next('vote-accepted')
  const queue = await page(ann, '?similar=yes')
  expect(queue.items).toMatchObject([{ id: first, similarTo: 0 }])
  expect((await detail(ann, first)).similar).toMatchObject([{ id: 0 }])
  const merged = await act(ann, {
    ...{ kind: 'merge', statements: [{ id: first, seen: 0 }], into: { id: 0, seen: 0 } },
  })
  expect(merged.body.items).toMatchObject([{ id: first, state: 'merged', successors: [0], isOpen: false }])
  expect(await own()).toMatchObject([{ state: 'merged', instead: [{ id: 0, text: 'More trees.' }] }])
  voter.vote(1, 1, 'mutation-voter-2')
  expect(await voter.next('vote-accepted')).toMatchObject({ next: { id: 0 } })
  const log = await service.store.readLog(id, 3, 100)
  expect([...log.statements]).toEqual([first, first, 1])
  const again = await act(ann, { kind: 'undo', act: merged.body.act })
  expect(again.body.items).toMatchObject([{ id: first, state: 'pending', isOpen: true }])
})

test('a reworded statement with votes becomes a new one, and undoing it withdraws that', async () => {
  const { ann, write, own } = await desk()
  const statement = await write('trees trees TREES')
  const reworded = await act(ann, {
    ...{ kind: 'reword', statement: { id: statement, seen: 0 }, text: '  The square needs trees. ' },
  })
  expect(reworded.body.items).toMatchObject([
    { id: statement, state: 'merged', text: 'trees trees TREES', successors: [statement + 1] },
    { id: statement + 1, state: 'accepted', text: 'The square needs trees.', derivedFrom: statement },
  ])
  expect(await own()).toMatchObject([{ state: 'reworded', instead: [{ text: 'The square needs trees.' }] }])
  const undone = await act(ann, { kind: 'undo', act: reworded.body.act })
  expect(undone.body.items).toMatchObject([
    { id: statement, state: 'pending' },
    { id: statement + 1, state: 'withdrawn', isOpen: false },
  ])
  expect(await own()).toMatchObject([{ state: 'waiting', instead: [] }])
})

test('a statement that nobody could vote on yet is reworded where it is', async () => {
  const { service, ann } = await desk()
  await act(ann, { kind: 'return', statements: [{ id: 1, seen: 0 }] })
  const reworded = await act(ann, { kind: 'reword', statement: { id: 1, seen: 1 }, text: 'Fewer cars.' })
  expect(reworded.body.items).toMatchObject([{ id: 1, text: 'Fewer cars.', state: 'accepted' }])
  expect((await service.store.statements(id)).map(({ text }) => text)).toContain('Fewer cars.')
  const undone = await act(ann, { kind: 'undo', act: reworded.body.act })
  expect(undone.body.items).toMatchObject([{ id: 1, text: 'No cars.', state: 'pending' }])
})

test('a split statement is closed for two new ones, and its author is told of both', async () => {
  const { ann, write, own } = await desk()
  const statement = await write('More trees here and also fewer cars there')
  const texts = ['More trees here.', 'Fewer cars there.']
  const { body } = await act(ann, { kind: 'split', statement: { id: statement, seen: 0 }, texts })
  expect(body.items).toMatchObject([
    { id: statement, state: 'merged', successors: [statement + 1, statement + 2] },
    { text: texts[0], derivedFrom: statement },
    { text: texts[1], derivedFrom: statement },
  ])
  expect(await own()).toMatchObject([{ state: 'split', instead: [{ text: texts[0] }, { text: texts[1] }] }])
})

test('what another moderator has before them is left to them, and taken over when wanted', async () => {
  const { ann, bob, write } = await desk()
  const [first, second] = [await write('A bandstand.'), await write('A fountain.')]
  const claim = async (moderator: SignedIn, body: Record<string, unknown>) =>
    (await (await moderator.request(`${base}/queue/claims`, { method: 'PUT', body })).json()) as ClaimList
  await claim(ann, { statements: [first] })
  expect((await page(bob)).claims).toMatchObject([{ statement: first, name: 'Ann', account: ann.account }])
  const alone = await act(bob, { kind: 'accept', statements: [{ id: first, seen: 0 }] })
  expect(alone).toMatchObject({
    status: 409,
    body: { error: { code: 'statement-claimed', detail: { by: 'Ann' } } },
  })
  const statements = [first, second].map((id) => ({ id, seen: 0 }))
  const both = await act(bob, { kind: 'accept', statements })
  expect(both.body).toMatchObject({
    ...{ items: [{ id: second }], left: [{ item: { id: first }, why: 'claimed', by: 'Ann' }] },
  })
  await claim(bob, { statements: [first], takeOver: true })
  expect((await act(bob, { kind: 'accept', statements: [{ id: first, seen: 0 }] })).status).toBe(200)
})

test('whoever decides about what somebody has decided about meanwhile is shown what it is now', async () => {
  const { ann, bob, write } = await desk()
  const statement = await write('A bandstand.')
  await act(ann, { kind: 'accept', statements: [{ id: statement, seen: 0 }] })
  const late = await act(bob, { kind: 'reject', statements: [{ id: statement, seen: 0 }], reason: null })
  expect(late).toMatchObject({
    status: 409,
    body: { error: { code: 'changed-meanwhile', detail: { items: [{ id: statement, state: 'accepted' }] } } },
  })
})

test('a report puts an accepted statement before the moderators, until one of them decides', async () => {
  const { service, ann, token } = await desk()
  const path = `http://127.0.0.1:${service.port}/api/conversations/${id}/reports`
  const body = JSON.stringify({ statement: 1, reason: 'abusive' })
  await fetch(path, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body })
  const queue = await page(ann, '?state=all&reported=yes')
  expect(queue).toMatchObject({ items: [{ id: 1, reports: 1 }], counts: { reported: 1 } })
  expect((await detail(ann, 1)).reports).toEqual([{ reason: 'abusive', count: 1 }])
  const { body: kept } = await act(ann, { kind: 'accept', statements: [{ id: 1, seen: 0 }] })
  expect(kept).toMatchObject({ items: [{ reports: 0 }], counts: { reported: 0 } })
})

test.each([
  [{ kind: 'merge', statements: [{ id: 1, seen: 0 }], into: { id: 1, seen: 0 } }, 'merge-target-closed'],
  [{ kind: 'merge', statements: [{ id: 1, seen: 0 }], into: { id: 77, seen: 0 } }, 'unknown-statement'],
  [{ kind: 'accept', statements: [{ id: 77, seen: 0 }] }, 'unknown-statement'],
  [{ kind: 'reword', statement: { id: 1, seen: 0 }, text: 'No cars.' }, 'statement-unchanged'],
  [{ kind: 'reword', statement: { id: 1, seen: 0 }, text: ' ' }, 'statement-empty'],
  [{ kind: 'split', statement: { id: 1, seen: 0 }, texts: ['A b.', 'A b.'] }, 'statement-unchanged'],
  [{ kind: 'split', statement: { id: 1, seen: 0 }, texts: ['A b.', 'x'.repeat(141)] }, 'statement-too-long'],
  [{ kind: 'undo', act: 99 }, 'nothing-to-undo'],
  [{ kind: 'accept', statements: [] }, 'malformed-frame'],
])('%o is refused in words, and nothing changes', async (content, code) => {
  const { service, ann } = await desk()
  const before = await service.store.statements(id)
  const { body } = await act(ann, content)
  expect(body.error?.code).toBe(code)
  expect(body.error?.message).toMatch(/\w/)
  expect(await service.store.statements(id)).toEqual(before)
  expect(await service.store.moderation.events(id, {})).toEqual([])
})

test('the lists are the built-in ones until somebody makes others, and what they flag follows them', async () => {
  const { ann, bob, write } = await desk()
  const statement = await write('This flummery must end.')
  const shown = (await (await ann.request(`${base}/moderation-lists`)).json()) as Record<string, unknown>
  expect(shown).toMatchObject({ source: 'built-in', revision: 0 })
  const put = (moderator: SignedIn, lists: unknown, revision: number) =>
    moderator.request(`${base}/moderation-lists`, { method: 'PUT', body: { lists, revision } })
  const lists = { reasons: [reason], words: ['flummer*'] }
  expect(await (await put(ann, lists, 0)).json()).toEqual({ ...lists, source: 'conversation', revision: 1 })
  expect((await page(ann)).items).toMatchObject([{ id: statement, concerns: ['word'] }])
  const late = await put(bob, { ...lists, words: [] }, 0)
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ error: { detail: { words: ['flummer*'] } } })
  expect(await (await put(ann, null, 1)).json()).toMatchObject({ source: 'built-in' })
})

test('the lists of the organisation hold where a conversation has none, and only owners change them', async () => {
  const { service, ann, write } = await desk()
  const owner = await signedIn(service, 'owner')
  const statement = await write('This flummery must end.')
  expect((await page(ann)).items).toMatchObject([{ id: statement, concerns: [] }])
  const lists = { reasons: [reason], words: ['flummer*'] }
  const put = (person: SignedIn) =>
    person.request('/api/staff/moderation-lists', { method: 'PUT', body: { lists, revision: 0 } })
  expect((await put(ann)).status).toBe(403)
  expect(await (await put(owner)).json()).toMatchObject({ source: 'organisation', revision: 1 })
  expect((await page(ann)).items).toMatchObject([{ id: statement, concerns: ['word'] }])
})

test('the log is exported as a table that no spreadsheet takes for a formula', async () => {
  const { ann, write } = await desk()
  const statement = await write('=1+1 is a statement')
  await act(ann, {
    kind: 'reject',
    statements: [{ id: statement, seen: 0 }],
    reason,
    note: '@note, "quoted"',
  })
  const response = await ann.request(`${base}/moderation-log.csv`)
  expect(response.headers.get('Content-Disposition')).toContain('town-square-moderation-log.csv')
  const [head, line] = (await response.text()).split('\r\n')
  expect(head).toBe(
    'event,act,time,moderator,decision,statement,text,from,to,reason-en,reason-cy,note,related-statements,undoes-act',
  )
  expect(line).toContain(`,Ann,reject,${statement},'=1+1 is a statement,pending,rejected,`)
  expect(line).toContain(`"'@note, ""quoted"""`)
})

test('an analyst sees no queue, and a viewer decides nothing', async () => {
  const { service } = await desk()
  const analyst = await signedIn(service, 'analyst')
  expect((await analyst.request(`${base}/queue`)).status).toBe(403)
  const { status } = await act(analyst, { kind: 'accept', statements: [{ id: 1, seen: 0 }] })
  expect(status).toBe(403)
})

test('an author takes a statement back: nobody is asked about it, its votes stay in the log, and no moderator brings it back', async () => {
  const { service, ann, write, own, token } = await desk({ whoWrites: 'anyone' })
  const voter = await TestSocket.open(service.port)
  await voter.enter(id)
  const statement = await write('A bandstand in the square.')
  expect((await voter.next('conversation-changed')).opened).toMatchObject([{ id: statement }])
  voter.vote(statement, -1, 'mutation-against')
  const { sequence } = await voter.next('vote-accepted')
  const takeBack = async (as: string) => {
    const address = `http://127.0.0.1:${service.port}/api/conversations/${id}/statements/${statement}/withdrawal`
    const response = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${as}` },
      body: '{}',
    })
    return (await response.json()) as { statement?: { state: string }; error?: Failure }
  }
  expect((await takeBack(newParticipantToken())).error?.code).toBe('unknown-statement')
  expect((await takeBack(token)).statement?.state).toBe('withdrawn')
  expect((await takeBack(token)).statement?.state).toBe('withdrawn')
  expect((await voter.next('conversation-changed')).closed).toEqual([statement])
  expect(await own()).toMatchObject([{ id: statement, state: 'withdrawn' }])
  const log = await service.store.readLog(id, sequence - 1, 10)
  expect([[...log.statements], [...log.values]]).toEqual([[statement], [-1]])

  expect((await page(ann, '?state=withdrawn')).items).toMatchObject([{ id: statement }])
  const { history, item } = await detail(ann, statement)
  expect(history).toMatchObject([{ kind: 'withdraw', moderator: null, to: 'withdrawn' }])
  const undone = await act(ann, { kind: 'undo', act: history[0]!.act })
  expect(undone.body.error?.code).toBe('nothing-to-undo')
  const accepted = await act(ann, { kind: 'accept', statements: [{ id: statement, seen: item.seen }] })
  expect(accepted.body.error?.code).toBe('changed-meanwhile')
})

test('what a moderator had before them when the service ended is free for the others when it is back', async () => {
  const dataFolder = temporaryFolder()
  const first = await testService({ dataFolder })
  const claim = async (service: Service, name: string) => {
    const moderator = await signedIn(service, 'moderator', { name })
    const answer = await moderator.request(`${base}/queue/claims`, {
      method: 'PUT',
      body: { statements: [1] },
    })
    return { moderator, ...((await answer.json()) as ClaimList) }
  }
  const ann = await claim(first, 'Ann')
  const bob = await claim(first, 'Bob')
  expect(bob.claims).toMatchObject([{ statement: 1, name: 'Ann' }])
  const taken = await act(bob.moderator, { kind: 'accept', statements: [{ id: 1, seen: 0 }] })
  expect(taken.body.error?.code).toBe('statement-claimed')
  expect(ann.claims).toHaveLength(1)
  await first.close()
  const second = await testService({ dataFolder, conversations: [] })
  const cerys = await claim(second, 'Cerys')
  expect(cerys.claims).toMatchObject([{ statement: 1, name: 'Cerys' }])
  const decided = await act(cerys.moderator, { kind: 'accept', statements: [{ id: 1, seen: 0 }] })
  expect(decided.status).toBe(200)
})
