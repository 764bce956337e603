import * as v from 'valibot'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import { madeWebhook, type WebhookEvent, webhookList } from '../../../server/protocol/connections.ts'
import type { ServiceOptions } from '../../../server/service.ts'
import { signatureOf } from '../../../server/webhooks/send-message.ts'
import { WebhookSender } from '../../../server/webhooks/webhook-sender.ts'
import { signedIn } from '../staff/signed-in.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { type Receiver, receiver } from './receiver.ts'

const path = (rest: string) => `/api/staff/conversations/${townSquare.id}${rest}`

async function connected(options: Partial<ServiceOptions> = { localWebhooks: true }) {
  const service = await testService(options)
  const owner = await signedIn(service, 'owner', { isStrong: true })
  const add = (url: string, events: readonly WebhookEvent[]) =>
    owner.request(path('/webhooks'), { body: { url, events } })
  const list = async () => v.parse(webhookList, await (await owner.request(path('/webhooks'))).json())
  return { service, owner, add, list }
}

const open = (isOpen: boolean) => ({ isOpen, closedAs: null, opensOn: null })

/** What a receiver has been told, once it is so much. */
async function toldTo({ told }: Receiver, count: number): Promise<Record<string, unknown>[]> {
  await vi.waitFor(() => expect(told).toHaveLength(count), { timeout: 10_000 })
  return told.map(({ body }) => JSON.parse(body) as Record<string, unknown>)
}

test('an address is told of closing, opening, a version and a waiting statement, each signed', async () => {
  const { service, owner, add, list } = await connected()
  const hook = await receiver()
  const made = await add(hook.url, ['opened', 'closed', 'version-published', 'statement-waiting'])
  const { secret } = v.parse(madeWebhook, await made.json())
  const turn = (state: string) => owner.request(path('/state'), { body: { state } })
  expect((await turn('closed')).status).toBe(200)
  await toldTo(hook, 1)
  expect((await turn('open')).status).toBe(200)
  await toldTo(hook, 2)
  expect((await owner.request(path('/report/versions'), { method: 'POST' })).status).toBe(200)
  await toldTo(hook, 3)
  const written = await fetch(
    `http://127.0.0.1:${service.port}/api/conversations/${townSquare.id}/statements`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${newParticipantToken()}` },
      body: JSON.stringify({ mutation: 'mutation-1', text: 'A bandstand, says Ann Lee.' }),
    },
  )
  expect(written.status).toBe(200)
  const told = await toldTo(hook, 4)
  const of = { conversation: townSquare.id, time: expect.any(String) as string }
  expect(told).toEqual([
    { event: 'closed', ...of },
    { event: 'opened', ...of },
    { event: 'version-published', ...of, version: 1 },
    { event: 'statement-waiting', ...of, statements: [6], waiting: 1 },
  ])
  for (const { headers, body } of hook.told) {
    const signature = String(headers['folkmoot-signature'])
    expect(signature).toBe(signatureOf(secret, Number(/t=(\d+)/.exec(signature)![1]), body))
  }
  await vi.waitFor(async () => {
    const { webhooks, deliveries } = await list()
    expect(webhooks).toMatchObject([{ url: hook.url }])
    expect(deliveries).toHaveLength(4)
    for (const each of deliveries) {
      expect(each).toMatchObject({ attempts: 1, status: 204, failure: null, dueAtMs: null })
    }
  })
  expect(JSON.stringify(await list())).not.toContain(secret)
})

test('what changes while nobody visits, or while the service is stopped, is told all the same', async () => {
  const dataFolder = temporaryFolder()
  const prepared = await openStore(dataFolder)
  for (const conversation of [townSquare, emptySquare]) await prepared.importConversation(conversation)
  const hook = await receiver()
  const common = {
    url: hook.url,
    events: ['opened', 'closed', 'statement-waiting'],
    secret: 'key',
    createdAtMs: 0,
  }
  for (const { id } of [townSquare, emptySquare])
    await prepared.exchange.addWebhook({ ...common, conversation: id })
  await prepared.participation.changeConversation(townSquare.id, open(false))
  await prepared.participation.addStatement({
    conversation: townSquare.id,
    participant: null,
    tokenHash: 'hash',
    text: 'A bandstand.',
    isWaiting: true,
    mutation: 'mutation-1',
    isOnlyRetry: false,
    timeMs: 1,
  })
  await prepared.close()
  await testService({ dataFolder, localWebhooks: true, prepare: async () => {} })
  const atStart = await toldTo(hook, 2)
  expect(atStart.map(({ event, conversation }) => [event, conversation])).toEqual([
    ['closed', townSquare.id],
    ['statement-waiting', townSquare.id],
  ])
  // As the command line does it, while nobody has asked for the conversation.
  const beside = await openStore(dataFolder)
  await beside.participation.changeConversation(emptySquare.id, open(false))
  await beside.close()
  expect((await toldTo(hook, 3))[2]).toMatchObject({ event: 'closed', conversation: emptySquare.id })
})

test('voting that opens by schedule is told though nobody visits', async () => {
  const dataFolder = temporaryFolder()
  const prepared = await openStore(dataFolder)
  await prepared.importConversation({
    ...townSquare,
    settings: { ...townSquare.settings, votingFrom: '2026-01-05T09:00', timeZone: 'Europe/London' },
  })
  await prepared.participation.changeConversation(townSquare.id, {
    isOpen: false,
    closedAs: 'upcoming',
    opensOn: null,
  })
  const hook = await receiver()
  const common = { conversation: townSquare.id, secret: 'key', createdAtMs: 0 }
  await prepared.exchange.addWebhook({ ...common, url: hook.url, events: ['opened'] })
  await prepared.close()
  await testService({ dataFolder, localWebhooks: true, prepare: async () => {} })
  expect(await toldTo(hook, 1)).toMatchObject([{ event: 'opened', conversation: townSquare.id }])
})

test('an address is tried out, listed with what became of it, and removed', async () => {
  const { owner, add, list } = await connected()
  const hook = await receiver((response) => response.writeHead(500).end())
  const { id } = v.parse(madeWebhook, await (await add(hook.url, ['opened'])).json())
  const test = () => owner.request(path(`/webhooks/${id}/test`), { method: 'POST' })
  expect((await test()).status).toBe(200)
  expect((await toldTo(hook, 1))[0]).toMatchObject({ event: 'test' })
  await vi.waitFor(async () =>
    expect((await list()).deliveries).toMatchObject([{ attempts: 1, status: 500, failure: 'status' }]),
  )
  expect((await list()).deliveries[0]!.dueAtMs).toBeGreaterThan(Date.now())
  expect((await owner.request(path(`/webhooks/${id}`), { method: 'DELETE' })).status).toBe(200)
  expect(await list()).toEqual({ webhooks: [], deliveries: [] })
  expect((await test()).status).toBe(404)
})

test('addresses that are not public or plainly HTTP are refused in words; so is an eleventh', async () => {
  const { add } = await connected({})
  for (const url of ['http://example.org/', 'https://192.168.0.1/', 'here']) {
    const refused = await add(url, ['opened'])
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('begins with https://')
  }
  for (let nth = 0; nth < 10; nth++) expect((await add('https://example.org/', ['opened'])).status).toBe(200)
  expect((await add('https://example.org/', ['opened'])).status).toBe(409)
})

test('what fails is tried again after growing pauses, seven times in all, and what waits survives a restart', async () => {
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  await store.participation.changeConversation(townSquare.id, open(false))
  const hook = await receiver((response) => response.writeHead(503).end())
  const common = { conversation: townSquare.id, secret: 'key', createdAtMs: 0 }
  await store.exchange.addWebhook({ ...common, url: hook.url, events: ['opened'] })
  await store.exchange.addWebhook({ ...common, url: 'https://two.example/', events: ['closed'] })
  await store.participation.changeConversation(townSquare.id, open(true))
  await store.exchange.queueNews(null, 0)
  const tries: number[] = []
  for (let nowMs = 0; ;) {
    const sender = new WebhookSender({
      store,
      allowsLocal: true,
      now: () => nowMs,
      onFailure: (error) => {
        throw error
      },
    })
    await sender.look()
    await sender.close()
    tries.push(nowMs / 60_000)
    const [delivery] = await store.exchange.deliveries(townSquare.id, 1)
    expect(delivery).toMatchObject({ attempts: tries.length, status: 503, failure: 'status' })
    if (delivery!.dueAtMs === null) break
    nowMs = delivery!.dueAtMs
  }
  expect(hook.told).toHaveLength(7)
  expect(tries).toEqual([0, 1 / 6, 7 / 6, 37 / 6, 217 / 6, 937 / 6, 3817 / 6])
})
