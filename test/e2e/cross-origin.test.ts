// A page on another origin reads the API in a real browser: allowed where the conversation lists it, refused elsewhere.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { sampleConversation } from '../../server/sample/sample-conversation.ts'
import { publishMap } from '../server/export/published-conversation.ts'
import { testService } from '../server/test-service.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'
import { startHostSite } from './host-site.ts'

const sample = sampleConversation()

describeInBrowser('a page of another origin', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  test(
    'reads a conversation that lists it, with a token too, and nothing with cookies',
    { timeout: 60_000 },
    async () => {
      const site = await startHostSite()
      onTestFinished(() => site.close())
      const { port } = await testService({
        prepare: async (store) => {
          await store.importConversation({ ...sample, id: 'one', settings: { origins: [site.origin] } })
          await store.importConversation({ ...sample, id: 'two' })
          for (const id of ['one', 'two']) await publishMap(store, id)
        },
      })
      const page = await browser.newPage()
      onTestFinished(() => page.close())
      await page.goto(site.origin)
      const read = (path: string, init: RequestInit = {}) =>
        page.evaluate(
          async ({ address, init }) => {
            try {
              const answer = await fetch(address, init)
              return { status: answer.status, tag: answer.headers.get('ETag'), text: await answer.text() }
            } catch {
              return 'refused'
            }
          },
          { address: `http://localhost:${port}${path}`, init },
        )
      const own = await read('/api/conversations/one')
      expect(own).toMatchObject({
        status: 200,
        text: expect.stringContaining(sample.topic),
        tag: expect.any(String),
      })
      expect(await read('/api/v3/comments?conversation_id=one')).toMatchObject({ status: 200 })
      expect(await read('/api/conversations/one/exports/results/summary.csv')).toMatchObject({ status: 200 })
      // These are asked about first.
      const headers = { Authorization: 'Bearer folkmoot_unknown', 'If-None-Match': '"0"' }
      expect(await read('/api/conversations/one/snapshot', { headers })).toMatchObject({ status: 200 })
      expect(await read('/api/conversations/one', { credentials: 'include' })).toBe('refused')
      expect(await read('/api/conversations/one', { headers: { 'X-Other': '1' } })).toBe('refused')
      expect(await read('/api/conversations/two')).toBe('refused')
      expect(await read('/api/conversations/two/exports/results/summary.csv')).toBe('refused')
    },
  )
})
