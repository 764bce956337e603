import { once } from 'node:events'
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { SettingChanges } from '../../../server/conversation/change-settings.ts'
import { pages } from '../../../server/protocol/addresses.ts'
import { conversationId } from '../../../server/protocol/values.ts'
import type { Service } from '../../../server/service.ts'
import { conversationIdOf } from '../../../server/sites/site-pages.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const council = 'https://www.example.org'
const framed = {
  Referer: `${council}/`,
  'Sec-Fetch-Dest': 'iframe',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Site': 'cross-site',
}

async function service(settings: SettingChanges = {}): Promise<Service> {
  return testService({
    prepare: async (store) => {
      await store.importConversation(townSquare)
      await store.saveSettings('town-square', {
        site: 'council',
        origins: [council],
        opensAt: 9,
        ...settings,
      })
    },
  })
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Asks as a browser does; `fetch` lets nobody write these headers. */
async function ask(
  { port }: Service,
  page: string,
  headers: Record<string, string> = framed,
  site = 'council',
): Promise<Answer> {
  const path = `${pages.ofSite(site, page)}?lang=cy`
  const [response] = (await once(get({ host: '127.0.0.1', port, path, headers }), 'response')) as [
    IncomingMessage,
  ]
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return { status: response.statusCode ?? 0, headers: response.headers, text }
}

test('the first frame on a page makes its conversation after the template, the next ones find it', async () => {
  const running = await service()
  const first = await ask(running, 'Cynllun/2027 & mwy')
  expect(first.status).toBe(302)
  const id = conversationIdOf('council', 'Cynllun/2027 & mwy')
  expect(first.headers.location).toBe(`/c/${id}?lang=cy`)
  expect(await running.store.conversation(id)).toMatchObject({
    topic: townSquare.topic,
    isOpen: true,
    settings: { origins: [council], opensAt: 9, page: 'council/Cynllun/2027 & mwy' },
  })
  expect((await running.store.conversation(id))?.settings).not.toHaveProperty('site')
  const texts = (await running.store.statements(id)).map(({ text }) => text)
  expect(texts).toEqual(townSquare.statements.map(({ text }) => text))
  expect(await running.store.lastSequence(id)).toBe(0)
  expect((await ask(running, 'Cynllun/2027 & mwy', {})).status).toBe(302)
  expect(await running.store.conversations()).toHaveLength(2)
  const shown = await fetch(`http://127.0.0.1:${running.port}/c/${id}`)
  expect(shown.headers.get('Content-Security-Policy')).toContain(`frame-ancestors ${council};`)
})

test('it stays closed where the template says so', async () => {
  const running = await service({ newPagesAreClosed: true })
  await ask(running, 'budget')
  expect(await running.store.conversation(conversationIdOf('council', 'budget'))).toMatchObject({
    isOpen: false,
    closedAs: 'upcoming',
  })
})

test('ten first frames at once make one conversation', async () => {
  const running = await service()
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(running, 'budget')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]))
  expect(await running.store.conversations()).toHaveLength(2)
})

test.each([
  ['no Referer', { ...framed, Referer: '' }],
  ['a Referer of another site', { ...framed, Referer: 'https://www.example.org.evil.example/' }],
  ['a page instead of a frame', { ...framed, 'Sec-Fetch-Dest': 'document' }],
  ['a script', { ...framed, 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' }],
  ['an image', { ...framed, 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Mode': 'no-cors' }],
])('%s makes none', async (_, headers) => {
  const running = await service()
  const answer = await ask(running, 'budget', headers)
  expect(answer.status).toBe(403)
  expect(answer.text).toContain('page-not-listed')
  expect(await running.store.conversations()).toHaveLength(1)
})

test('a browser from before Sec-Fetch is believed by its Referer', async () => {
  expect((await ask(await service(), 'budget', { Referer: `${council}/` })).status).toBe(302)
})

test('a site that no conversation names, and names that are none, lead nowhere', async () => {
  const running = await service()
  for (const [site, page] of [
    ['elsewhere', 'budget'],
    ['a b', 'budget'],
    ['council', 'x'.repeat(501)],
  ] as const) {
    expect((await ask(running, page, framed, site)).status).toBe(404)
  }
})

test('past the limit no more are made, and the site may show why', async () => {
  const running = await service({ pagesLimit: 2 })
  for (const page of ['one', 'two']) expect((await ask(running, page)).status).toBe(302)
  const refused = await ask(running, 'three')
  expect(refused.status).toBe(429)
  expect(refused.headers['content-security-policy']).toContain(`frame-ancestors ${council};`)
  expect((await ask(running, 'one')).status).toBe(302)
})

test('every page has a name of its own that is fit for an address', () => {
  const names = ['budget', 'Budget', 'bud get', '/', '樹', 'x'.repeat(500), '../..'].map((page) =>
    conversationIdOf('council', page),
  )
  for (const name of names) expect(v.is(conversationId, name), name).toBe(true)
  expect(new Set([...names, conversationIdOf('other', 'budget')]).size).toBe(names.length + 1)
})
