// What staff change and its line of the audit log are one write: a service that dies can leave neither behind without the other.
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../server/store/open.ts'
import type { NewAuditEntry } from '../../../server/store/staff-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { townSquare } from './town-square.ts'

const { id } = townSquare
const line = (code: string): NewAuditEntry => ({
  ...{ timeMs: 5, account: 1, name: 'Ann', role: 'owner', action: 'change-settings', conversation: id },
  ...{ code, subject: '', detail: { of: code } },
})
const session = { id: 's', tokenHash: 't', account: 1, device: '', isStrong: true, createdAtMs: 5 }
const medium = { hash: 'h', type: 'image/png', bytes: new Uint8Array([1]), addedAtMs: 5 } as const
const version = { number: 1, publishedAtMs: 5, sequence: 0, logHash: '', files: [] }
const screen = { name: 'Left', createdAtMs: 5, tokenHash: 'screen' }
const token = { conversation: id, name: 'Dashboard', scopes: [], createdAtMs: 5, tokenHash: 'hash' }
const webhook = { conversation: id, url: 'https://one.example/', events: [], secret: 's', createdAtMs: 5 }

type Change = (store: Store, audit: NewAuditEntry) => Promise<unknown>

/** What can be changed; once where the same again changes nothing, and so is not told. */
const changes: readonly { readonly name: string; readonly change: Change; readonly isOnce?: true }[] = [
  {
    name: 'settings',
    change: ({ participation }, audit) => participation.changeConversation(id, { settings: {} }, [audit]),
  },
  { name: 'seeds', change: ({ management }, audit) => management.addSeeds(id, ['Benches.'], 5, audit) },
  {
    name: 'codes',
    change: ({ management }, audit) => management.addInvitations(id, [`${Math.random()}`], 5, audit),
  },
  { name: 'an image', change: ({ media }, audit) => media.add(id, medium, audit) },
  {
    name: 'choices of the stage',
    change: ({ stage }, audit) => stage.saveStage(id, {}, 1, audit),
    isOnce: true,
  },
  { name: 'letters', change: ({ stage }, audit) => stage.renewJoinCode(id, 'BCDFGH', audit) },
  {
    name: 'a screen',
    change: ({ stage }, audit) => stage.addScreen(id, { ...screen, tokenHash: `${Math.random()}` }, audit),
  },
  {
    name: 'a screen that is taken back',
    change: ({ stage }, audit) => stage.removeScreen(id, 1, audit),
    isOnce: true,
  },
  {
    name: 'a token',
    change: ({ exchange }, audit) => exchange.addToken({ ...token, tokenHash: `${Math.random()}` }, audit),
  },
  {
    name: 'a token that is revoked',
    change: ({ exchange }, audit) => exchange.revokeToken(id, 1, 5, audit),
    isOnce: true,
  },
  { name: 'a webhook', change: ({ exchange }, audit) => exchange.addWebhook(webhook, audit) },
  {
    name: 'a webhook that is removed',
    change: ({ exchange }, audit) => exchange.removeWebhook(id, 1, audit),
    isOnce: true,
  },
  { name: 'words of the report', change: ({ reports }, audit) => reports.saveWords(id, {}, audit) },
  { name: 'a version', change: ({ reports }, audit) => reports.publish(id, version, audit), isOnce: true },
  { name: 'lists', change: ({ moderation }, audit) => moderation.saveLists(id, {}, 0, audit), isOnce: true },
  {
    name: 'a session',
    change: ({ staff }, audit) =>
      staff.addSession({ ...session, id: `${Math.random()}`, tokenHash: `${Math.random()}` }, audit),
  },
  {
    name: 'a session that is ended',
    change: ({ staff }, audit) => staff.endSession('s', audit),
    isOnce: true,
  },
  { name: 'all sessions', change: ({ staff }, audit) => staff.endSessions(1, null, audit) },
  { name: 'a password', change: ({ staff }, audit) => staff.changeAccount(1, { passwordHash: 'p' }, audit) },
]

test.each(changes)('$name and the line that tells of it are one write', async ({ name, change, isOnce }) => {
  const writes: number[] = []
  const store = await openStore(temporaryFolder(), { onCommit: (count) => writes.push(count) })
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  await store.staff.addAccount(
    {
      ...{ name: 'Ann', email: 'ann@example.org', passwordHash: null, codeKey: null, codeStep: 0 },
      ...{ recoveryHashes: [], issuer: null, subject: null, createdAtMs: 5 },
    },
    [],
  )
  await store.staff.addSession(session)
  await store.stage.addScreen(id, screen)
  await store.exchange.addToken(token)
  await store.exchange.addWebhook(webhook)
  writes.length = 0

  await change(store, line(name))
  expect(writes).toEqual([1])
  expect(await store.staff.auditLog({}, null, 9)).toMatchObject([{ code: name, detail: { of: name } }])
  await change(store, line('again'))
  const told = (await store.staff.auditLog({}, null, 9)).map(({ code }) => code)
  expect(told).toEqual(isOnce ? [name] : ['again', name])
})

test('a line tells the number that the change has given', async () => {
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  const number = await store.stage.addScreen(id, screen, line('screen'))
  const added = await store.exchange.addToken(token, line('token'))
  const told = (await store.staff.auditLog({}, null, 9)).map(({ detail }) => detail)
  expect(told).toEqual([
    { id: added, of: 'token' },
    { number, of: 'screen' },
  ])
})

test('settings and texts that are changed together are there together', async () => {
  const writes: number[] = []
  const folder = temporaryFolder()
  const store = await openStore(folder, { onCommit: (count) => writes.push(count) })
  await store.importConversation(townSquare)
  writes.length = 0
  const change = { topic: 'The square', settings: { opensAt: 9 } }
  await store.participation.changeConversation(id, change, [line('one'), line('two')])
  expect(writes).toEqual([1])
  await store.close()
  const again = await openStore(folder)
  onTestFinished(() => again.close())
  expect(await again.conversation(id)).toMatchObject(change)
  expect(await again.staff.auditLog({}, null, 9)).toHaveLength(2)
})
