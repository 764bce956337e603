import * as v from 'valibot'
import { expect, test } from 'vitest'
import { staffConversation } from '../../../server/protocol/facilitate/conversation.ts'
import { signedIn } from '../staff/signed-in.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { facilitating, id, staffPath } from './facilitating.ts'

test('a conversation is made to come, is listed, and is nobody else’s before it opens', async () => {
  const { ask, port, store } = await facilitating()
  const made = await ask<{ id: string }>('/api/staff/conversations', {
    body: { topic: 'Ble dylai’r tŷ fod?', description: '' },
  })
  expect(made.status).toBe(201)
  expect(made.body.id).toMatch(/^ble-dylai-r-ty-fod-[0-9a-f]{10}$/)
  const list = await ask<{ conversations: { id: string; state: string }[] }>('/api/staff/conversations')
  expect(list.body.conversations).toMatchObject([
    { id, state: 'open' },
    { id: made.body.id, state: 'upcoming' },
  ])
  const shown = await ask(staffPath('', made.body.id))
  expect(v.parse(staffConversation, shown.body)).toMatchObject({ state: 'upcoming', hasVotes: false })
  const voter = await TestSocket.open(port)
  await voter.enter(made.body.id)
  voter.vote(0, 1, 'mutation-1')
  expect((await voter.next('vote-refused')).code).toBe('conversation-upcoming')
  const log = await store.staff.auditLog({}, null, 10)
  expect(log[0]).toMatchObject({
    action: 'create-conversation',
    name: 'Sioned',
    code: 'made-conversation',
    detail: { id: made.body.id },
  })
})

test('people see the conversations that their roles reach, and no others', async () => {
  const service = await facilitating()
  await service.ask('/api/staff/conversations', { body: { topic: 'Another', description: '' } })
  const host = await signedIn(service, 'host', { conversation: id })
  const list = (await (await host.request('/api/staff/conversations')).json()) as { conversations: unknown[] }
  expect(list.conversations).toHaveLength(1)
})

test('settings are saved one by one, and everybody’s page follows at once', async () => {
  const { change, port, store } = await facilitating()
  const voter = await TestSocket.open(port)
  await voter.enter(id)
  const saved = await change(['statementLength', 140, 200])
  expect(saved.status).toBe(200)
  expect(saved.body.settings.statementLength).toBe(200)
  expect((await voter.next('conversation-changed')).conversation.statementLength).toBe(200)
  await change(['topic', 'What should become of the square?', 'Whose square is it?'])
  expect((await voter.next('conversation-changed')).conversation.topic).toBe('Whose square is it?')
  const log = await store.staff.auditLog({ action: 'change-settings' }, null, 10)
  expect(log.map(({ code, detail }) => [code, detail])).toEqual([
    [
      'changed-setting',
      { setting: 'topic', from: 'What should become of the square?', to: 'Whose square is it?' },
    ],
    ['changed-setting', { setting: 'statementLength', from: 140, to: 200 }],
  ])
})

test('of two people who edit one setting the later sees what the earlier did, and nothing is lost', async () => {
  const service = await facilitating()
  const { change } = service
  await change(['opensAt', 7, 20])
  const later = await change(['opensAt', 7, 30])
  expect(later.status).toBe(409)
  expect(later.body.error).toMatchObject({
    code: 'changed-meanwhile',
    detail: { now: { opensAt: 20 }, by: 'Sioned', atMs: expect.any(Number) },
  })
  // Both wanted the same: there is nothing to decide.
  expect((await change(['opensAt', 7, 20])).status).toBe(200)
  expect((await change(['opensAt', 20, 30])).body.settings.opensAt).toBe(30)
})

test('changes at the same moment do not undo each other', async () => {
  const { change, ask } = await facilitating()
  await Promise.all([
    change(['opensAt', 7, 20]),
    change(['statementLength', 140, 300]),
    change(['smallestGroup', 5, 9]),
  ])
  const { body } = await ask<{ settings: unknown }>(staffPath())
  expect(body.settings).toMatchObject({ opensAt: 20, statementLength: 300, smallestGroup: 9 })
})

test('what is not allowed is said in words in the language of the page, by setting', async () => {
  const { person } = await facilitating()
  const response = await person.request(staffPath('/settings'), {
    method: 'PATCH',
    headers: { 'Accept-Language': 'cy' },
    body: {
      changes: { opensAt: { was: 7, value: 3 }, topic: { was: '', value: '' }, colour: { was: 1, value: 2 } },
    },
  })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({
    error: {
      code: 'setting-not-allowed',
      detail: {
        problems: {
          opensAt: ['Rhowch rif cyfan o 7 i 1,000.'],
          topic: ['Rhowch bwnc o 300 nod ar y mwyaf.'],
          colour: ['Nid oes gosodiad o’r fath.'],
        },
      },
    },
  })
})

test('a secret is kept and never shown, nor written into the audit log', async () => {
  const { change, ask, store } = await facilitating()
  const identitySecret = 'x'.repeat(40)
  await change(['identitySecret', '', identitySecret])
  const { body } = await ask(staffPath())
  expect(body).toMatchObject({ settings: { identitySecret: '' }, secretsSet: ['identitySecret'] })
  expect((await store.conversation(id))!.settings).toEqual({ identitySecret })
  expect(JSON.stringify(await store.staff.auditLog({}, null, 10))).not.toContain('xxxx')
})

test('the names of those who may vote are seen by owners, by no other staff and by nobody else', async () => {
  const service = await facilitating()
  const names = ['resident-17']
  const changes = {
    whoVotes: { was: 'anyone', value: 'list' },
    identityAllowList: { was: [], value: names },
  }
  const changed = await service.ask(staffPath('/settings'), { method: 'PATCH', body: { changes } })
  expect(changed.body).toMatchObject({ settings: { identityAllowList: names } })
  expect((await service.ask(staffPath())).body).toMatchObject({ settings: { identityAllowList: names } })
  const host = await signedIn(service, 'host', { conversation: id })
  const seen = await (await host.request(staffPath())).json()
  expect(seen).toMatchObject({ settings: { whoVotes: 'list', identityAllowList: [] } })
  for (const path of [`/r/${id}/files/method.json`, `/api/conversations/${id}/exports/results/method.json`]) {
    const method = await fetch(`http://127.0.0.1:${service.port}${path}`)
    expect([path, method.status]).toEqual([path, 200])
    const text = await method.text()
    expect(text).toContain('"whoVotes"')
    expect(text).not.toContain('resident-17')
  }
})
