import { expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { testService } from '../test-service.ts'
import { signedIn } from './signed-in.ts'
import { TestStaffSocket } from './staff-socket.ts'

const OWNER = [{ role: 'owner', conversation: null }]
const HOST = [{ role: 'host', conversation: 'town-square' }]
const code = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code

test('an owner invites, and the invitation is listed until it is taken back', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner')
  const made = await owner.request('/api/staff/invitations', {
    body: { name: 'Ifan', email: null, grants: HOST },
  })
  const { token } = (await made.json()) as { token: string }
  const team = async () =>
    (await (await owner.request('/api/staff/team')).json()) as { invitations: { id: string }[] }
  const { invitations } = await team()
  expect(invitations).toMatchObject([{ name: 'Ifan', grants: HOST }])
  expect(JSON.stringify(invitations)).not.toContain(token)
  const taken = await owner.request(`/api/staff/invitations/${invitations[0]!.id}`, { method: 'DELETE' })
  expect(taken.status).toBe(200)
  expect((await team()).invitations).toEqual([])
  expect(await service.staff.links.look(token)).toBe('link-unknown')
})

test('the last owner can neither go nor become something less; with a second one both work', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner')
  const path = `/api/staff/team/${owner.account}`
  expect(await code(await owner.request(path, { method: 'DELETE' }))).toBe('last-owner')
  const demote = { method: 'PUT', body: { grants: HOST, before: OWNER } }
  expect(await code(await owner.request(`${path}/grants`, demote))).toBe('last-owner')
  expect((await owner.request('/api/staff/me')).status).toBe(200)
  const second = await signedIn(service, 'owner')
  // Two owners who send each other away at once leave one behind.
  const both = await Promise.all([
    owner.request(`/api/staff/team/${second.account}`, { method: 'DELETE' }),
    second.request(path, { method: 'DELETE' }),
  ])
  expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200])
  expect((await service.store.staff.accounts()).length).toBe(1)
})

test('whoever changes roles that another has changed meanwhile is told what they are now', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner')
  const viewer = await signedIn(service, 'viewer')
  const path = `/api/staff/team/${viewer.account}/grants`
  const before = [{ role: 'viewer', conversation: null }]
  expect((await owner.request(path, { method: 'PUT', body: { grants: HOST, before } })).status).toBe(200)
  const late = await owner.request(path, { method: 'PUT', body: { grants: OWNER, before } })
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ error: { code: 'changed-meanwhile', detail: { grants: HOST } } })
})

test('who is removed is signed out at once, on sockets too, and stays in the audit log', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner', { name: 'Olwen' })
  const host = await signedIn(service, 'host', { name: 'Hywel' })
  const socket = await TestStaffSocket.open(service.port, host.headers)
  await socket.follow('town-square', 'stage')
  await owner.request(`/api/staff/team/${host.account}`, { method: 'DELETE' })
  expect(await socket.closed).toBe(4501)
  expect((await host.request('/api/staff/me')).status).toBe(401)
  const log = await (await owner.request('/api/staff/audit?text=hywel')).json()
  expect(log).toMatchObject({
    entries: [{ name: 'Olwen', code: 'removed-account', detail: { name: 'Hywel' } }],
    next: null,
  })
})

test('owners end sessions of others, people their own, and nobody those of a stranger', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner')
  const host = await signedIn(service, 'host')
  const other = await signedIn(service, 'viewer')
  const stolen = await other.request(`/api/staff/me/sessions/${host.session}`, { method: 'DELETE' })
  expect(await code(stolen)).toBe('unknown-session')
  expect((await host.request('/api/staff/me')).status).toBe(200)
  const ended = await owner.request(`/api/staff/team/${host.account}/sessions/${host.session}`, {
    method: 'DELETE',
  })
  expect(ended.status).toBe(200)
  expect((await host.request('/api/staff/me')).status).toBe(401)
})

test('the audit log is read page by page, filtered, and taken along whole', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner', { name: '=HYPERLINK("x")' })
  for (let i = 0; i < 120; i++) {
    await service.store.staff.record({
      timeMs: i,
      account: owner.account,
      name: '=HYPERLINK("x")',
      role: 'owner',
      action: 'change-settings',
      conversation: i % 2 === 0 ? 'town-square' : 'empty-square',
      code: null,
      subject: `setting ${i}`,
      detail: { to: i },
    })
  }
  type Page = { entries: { number: number; subject: string }[]; next: number | null }
  const page = async (query: string) =>
    (await (await owner.request(`/api/staff/audit?${query}`)).json()) as Page
  const first = await page('')
  expect(first.entries).toHaveLength(50)
  const second = await page(`before=${first.next}`)
  const third = await page(`before=${second.next}`)
  expect(third.next).toBeNull()
  const all = [...first.entries, ...second.entries, ...third.entries].map(({ subject }) => subject)
  expect(all).toEqual(Array.from({ length: 120 }, (_, i) => `setting ${119 - i}`))
  expect(
    (await page('conversation=town-square&text=SETTING 11')).entries.map(({ subject }) => subject),
  ).toEqual(['setting 118', 'setting 116', 'setting 114', 'setting 112', 'setting 110'])
  expect((await page('from=10&until=12')).entries).toHaveLength(2)
  const table = await owner.request('/api/staff/audit.csv')
  const rows = parse(await table.text()) as string[][]
  expect(rows).toHaveLength(121)
  // No program for tables takes a name for a formula.
  expect(rows[1]![3]).toBe(`'=HYPERLINK("x")`)
  expect((await page('text=took')).entries).toHaveLength(1)
})

test('an owner of one conversation reads its part of the audit log and no other', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner', { conversation: 'town-square' })
  const entry = {
    timeMs: 1,
    account: null,
    name: 'x',
    role: null,
    action: 'moderate',
    code: null,
    subject: 's',
    detail: null,
  }
  await service.store.staff.record({ ...entry, conversation: 'town-square' })
  await service.store.staff.record({ ...entry, conversation: 'empty-square' })
  const answer = await owner.request('/api/staff/conversations/town-square/audit?conversation=empty-square')
  expect(((await answer.json()) as { entries: unknown[] }).entries).toHaveLength(1)
  expect((await owner.request('/api/staff/audit')).status).toBe(403)
})
