import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { emptySquare, townSquare } from './town-square.ts'

async function storeWithSquares() {
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  await store.importConversation(emptySquare)
  return store
}

describe('the exchange part of the store', () => {
  test('answers the ids that people had in the export they came with', async () => {
    const store = await storeWithSquares()
    const ids = [...new Set(townSquare.votes.participants)].sort((a, b) => a - b)
    expect([...(await store.exchange.sourceIds(townSquare.id))]).toEqual(ids)
  })

  test('leads from an address of before to its conversation, and keeps the first that claimed it', async () => {
    const { exchange } = await storeWithSquares()
    expect(await exchange.addOldAddress('2demo', townSquare.id)).toBe(true)
    expect(await exchange.addOldAddress('2demo', emptySquare.id)).toBe(false)
    expect(await exchange.conversationAt('2demo')).toBe(townSquare.id)
    expect(await exchange.conversationAt('3demo')).toBeNull()
  })

  test('finds a token by its hash until it is revoked', async () => {
    const { exchange } = await storeWithSquares()
    const conversation = townSquare.id
    const id = await exchange.addToken({
      conversation,
      name: 'Dashboard',
      scopes: ['read:results'],
      createdAtMs: 5,
      tokenHash: 'hash',
    })
    const token = {
      id,
      conversation,
      name: 'Dashboard',
      scopes: ['read:results'],
      createdAtMs: 5,
      revokedAtMs: null,
    }
    expect(await exchange.tokenOf('hash')).toEqual(token)
    expect(await exchange.revokeToken(emptySquare.id, id, 9)).toBe(false)
    expect(await exchange.revokeToken(conversation, id, 9)).toBe(true)
    expect(await exchange.revokeToken(conversation, id, 10)).toBe(false)
    expect(await exchange.tokenOf('hash')).toBeNull()
    expect(await exchange.tokens(conversation)).toEqual([{ ...token, revokedAtMs: 9 }])
  })

  test('queues a message for the webhooks that listen to its event, and hands it out when it is due', async () => {
    const { exchange, participation } = await storeWithSquares()
    const common = { conversation: townSquare.id, secret: 's', createdAtMs: 1 }
    const first = await exchange.addWebhook({
      ...common,
      url: 'https://one.example/',
      events: ['opened', 'closed'],
    })
    await exchange.addWebhook({ ...common, url: 'https://two.example/', events: ['opened'] })
    expect(await exchange.queueNews(null, 50)).toBe(0)
    const closed = { isOpen: false, closedAs: null, opensOn: null }
    await participation.changeConversation(townSquare.id, closed)
    await participation.changeConversation(emptySquare.id, closed)
    expect(await exchange.queueNews(emptySquare.id, 100)).toBe(0)
    expect(await exchange.queueNews(townSquare.id, 100)).toBe(1)
    expect(await exchange.queueNews(null, 100)).toBe(0)
    expect(await exchange.dueDeliveries(99, 10)).toEqual([])
    const [due] = await exchange.dueDeliveries(100, 10)
    expect(due?.webhook).toMatchObject({ id: first, url: 'https://one.example/' })
    await exchange.finishDelivery(due!.delivery.id, {
      attempts: 1,
      dueAtMs: 500,
      status: 503,
      failure: 'busy',
    })
    expect(await exchange.dueDeliveries(100, 10)).toEqual([])
    expect(await exchange.dueDeliveries(500, 10)).toHaveLength(1)
    expect(await exchange.deliveries(townSquare.id, 10)).toMatchObject([{ attempts: 1, status: 503 }])
    expect(await exchange.removeWebhook(townSquare.id, first)).toBe(true)
    expect(await exchange.deliveries(townSquare.id, 10)).toEqual([])
  })
})
