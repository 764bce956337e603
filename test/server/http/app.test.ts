import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { Conversations } from '../../../server/conversation/conversations.ts'
import type { PublishedMap } from '../../../server/conversation/published-map.ts'
import { createApp } from '../../../server/http/app.ts'
import { Metrics } from '../../../server/operations/metrics.ts'
import { boot } from '../../../server/protocol/boot.ts'
import { conversation, conversationList } from '../../../server/protocol/conversation.ts'
import { errorBody, errors } from '../../../server/protocol/errors.ts'
import { statementList } from '../../../server/protocol/statement.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'

const shell =
  '<html lang="%LANGUAGE%"><title>%TITLE%</title><meta name="description" content="%DESCRIPTION%">' +
  '<script type="application/json" id="boot">%BOOT%</script></html>'

async function testApp(changes: Partial<typeof townSquare> = {}) {
  const clientFolder = temporaryFolder()
  for (const room of ['home', 'participate', 'project', 'facilitate', 'staff', 'problem']) {
    mkdirSync(join(clientFolder, room))
    writeFileSync(join(clientFolder, room, 'index.html'), shell.replace('<html', `<html data-room="${room}"`))
  }
  mkdirSync(join(clientFolder, 'assets'))
  writeFileSync(join(clientFolder, 'assets', 'page-abc123.js'), 'start()')
  writeFileSync(join(clientFolder, 'secret.txt'), 'not to be had')
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close().catch(() => {}))
  await store.importConversation({ ...townSquare, ...changes })
  const failures: unknown[] = []
  const conversations = new Conversations(store)
  const onFailure = (error: unknown) => failures.push(error)
  const app = createApp({ conversations, store, metrics: new Metrics(), clientFolder, onFailure })
  return { app, store, conversations, failures, clientFolder }
}

const published: PublishedMap = {
  version: 3,
  sequence: 3,
  publishedAtMs: 5_000,
  snapshot: '{"version":3}',
  components: '{"version":3,"statements":[]}',
  presentation: '{}',
}

function bootOf(html: string) {
  return v.parse(boot, JSON.parse(/id="boot">(.*)<\/script>/.exec(html)![1]!))
}

test('each page is served with its shell filled in', async () => {
  const { app } = await testApp()
  for (const [path, room, title] of [
    ['/', 'home', 'Folkmoot'],
    ['/staff/sign-in', 'staff', 'Folkmoot'],
    ['/c/town-square', 'participate', 'What should become of the square? · Folkmoot'],
    ['/p/town-square', 'project', 'What should become of the square? · Folkmoot'],
  ] as const) {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/)
    const html = await response.text()
    expect(html).toContain(`data-room="${room}" lang="en"`)
    expect(html).toContain(`<title>${title}</title>`)
    expect(bootOf(html)).toMatchObject({ language: 'en', error: null })
  }
})

test('a page of a conversation carries the conversation', async () => {
  const { app } = await testApp({ description: '**Tell** us [more](https://example.org).\nPlease!' })
  const html = await (await app.request('/c/town-square')).text()
  expect(bootOf(html).conversation).toMatchObject({
    id: 'town-square',
    counts: { participants: 2, votes: 3 },
  })
  expect(html).toContain('content="Tell us more. Please!"')
})

test('what people wrote cannot become part of the page', async () => {
  const topic = '</script><script>alert(1)</script><!-- "\u2028 $& %BOOT%'
  const { app } = await testApp({ topic, description: '"><img src=x onerror=alert(1)>' })
  const html = await (await app.request('/c/town-square')).text()
  expect(html.match(/<\/?script/g)).toHaveLength(2)
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<!--')
  expect(bootOf(html).conversation?.topic).toBe(topic)
})

test('the language is the one asked for, else the one preferred, else English', async () => {
  const { app } = await testApp()
  const languageOf = async (path: string, accept?: string) =>
    bootOf(await (await app.request(path, { headers: accept ? { 'Accept-Language': accept } : {} })).text())
      .language
  expect(await languageOf('/')).toBe('en')
  expect(await languageOf('/?lang=cy')).toBe('cy')
  expect(await languageOf('/?lang=fr', 'cy-GB,en;q=0.8')).toBe('cy')
  expect(await languageOf('/', 'fr, en;q=0.3, cy;q=0.7')).toBe('cy')
  expect(await languageOf('/', 'cy;q=0, en')).toBe('en')
  expect(await languageOf('/?lang=en', 'cy')).toBe('en')
})

test('a page knows the address under which other devices reach it', async () => {
  const { conversations, store, clientFolder } = await testApp()
  const publicUrl = 'https://moot.example.org'
  const onFailure = () => {}
  const app = createApp({ conversations, store, metrics: new Metrics(), clientFolder, publicUrl, onFailure })
  expect(bootOf(await (await app.request('/p/town-square')).text()).publicUrl).toBe(publicUrl)
})

test('an unknown conversation and an unknown page are said in words, with 404', async () => {
  const { app } = await testApp()
  for (const [path, code] of [
    ['/c/nowhere', 'unknown-conversation'],
    ['/p/nowhere', 'unknown-conversation'],
    ['/c/%F0%9F%8C%B3', 'unknown-conversation'],
    ['/elsewhere', 'unknown-page'],
    ['/assets/..%2fsecret.txt', 'unknown-page'],
    ['/assets/page-abc123.js/', 'unknown-page'],
    ['/assets/missing.js', 'unknown-page'],
  ] as const) {
    const response = await app.request(`${path}?lang=cy`)
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toContain('data-room="problem" lang="cy"')
    expect(html).toContain(errors[code].words.cy)
    expect(bootOf(html)).toEqual({
      language: 'cy',
      conversation: null,
      purpose: null,
      questions: null,
      first: null,
      arrival: null,
      publicUrl: null,
      hosts: [],
      error: { code, words: errors[code].words.cy },
    })
  }
})

test('the API answers refusals as a code and words', async () => {
  const { app } = await testApp()
  for (const [path, code] of [
    ['/api/conversations/nowhere', 'unknown-conversation'],
    ['/api/conversations/nowhere/statements', 'unknown-conversation'],
    ['/api/conversations/nowhere/snapshot', 'unknown-conversation'],
    ['/api/conversations/nowhere/components/1', 'unknown-conversation'],
    ['/api/conversations/town-square/components/1', 'unknown-page'],
    ['/api/conversations/town-square/components/x', 'unknown-page'],
    ['/api/elsewhere', 'unknown-page'],
  ] as const) {
    const response = await app.request(path)
    expect(response.status).toBe(404)
    expect(v.parse(errorBody, await response.json()).error).toEqual({ code, message: errors[code].words.en })
  }
})

test('the API tells the conversations and their open statements', async () => {
  const [first, ...others] = townSquare.statements
  const { app } = await testApp({
    statements: [first!, ...others.map((each) => ({ ...each, moderation: -1 as const }))],
  })
  const list = v.parse(conversationList, await (await app.request('/api/conversations')).json())
  expect(list.conversations.map(({ id }) => id)).toEqual(['town-square'])
  const one = v.parse(conversation, await (await app.request('/api/conversations/town-square')).json())
  expect(one).toEqual(list.conversations[0])
  const statements = await (await app.request('/api/conversations/town-square/statements')).json()
  expect(v.parse(statementList, statements)).toEqual({ statements: [{ id: 0, text: 'More trees.' }] })
})

test('a map is sent once and then confirmed by its tag; components are kept for ever', async () => {
  const { app, conversations } = await testApp()
  await (await conversations.open('town-square'))!.publish(published)
  const snapshot = await app.request('/api/conversations/town-square/snapshot')
  expect(await snapshot.text()).toBe(published.snapshot)
  expect(snapshot.headers.get('Cache-Control')).toBe('no-cache')
  const again = await app.request('/api/conversations/town-square/snapshot', {
    headers: { 'If-None-Match': snapshot.headers.get('ETag')! },
  })
  expect(again.status).toBe(304)
  const components = await app.request('/api/conversations/town-square/components/3')
  expect(await components.text()).toBe(published.components)
  expect(components.headers.get('Content-Type')).toMatch(/^application\/json/)
  expect(components.headers.get('Cache-Control')).toContain('immutable')
})

test('assets have their type and are kept for ever', async () => {
  const { app } = await testApp()
  const response = await app.request('/assets/page-abc123.js')
  expect(await response.text()).toBe('start()')
  expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('Cache-Control')).toContain('immutable')
})

test('every answer forbids foreign scripts, frames and guessing of types', async () => {
  const { app } = await testApp()
  for (const path of ['/', '/c/nowhere', '/api/conversations', '/assets/page-abc123.js', '/healthz']) {
    const { headers } = await app.request(path)
    const policy = headers.get('Content-Security-Policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  }
})

test('a failure of storage is 503 with words, and no internal error', async () => {
  const { app, store, failures } = await testApp()
  await store.close()
  const response = await app.request('/api/conversations/town-square')
  expect(response.status).toBe(503)
  expect(v.parse(errorBody, await response.json()).error.code).toBe('storage-unavailable')
  expect(failures).toEqual([])
})

test('a failure of our own is 500 in words and is reported once', async () => {
  const { app, failures, clientFolder } = await testApp()
  rmSync(join(clientFolder, 'home'), { recursive: true })
  const response = await app.request('/')
  expect(response.status).toBe(500)
  const html = await response.text()
  expect(html).toContain('data-room="problem"')
  expect(html).toContain(errors.internal.words.en)
  expect(failures).toHaveLength(1)
  expect((await app.request('/staff/sign-in')).status).toBe(200)
})

test('a page that the build has not made is 500 in plain words, not a crash', async () => {
  const { clientFolder, app, failures } = await testApp()
  rmSync(clientFolder, { recursive: true })
  const response = await app.request('/')
  expect(response.status).toBe(500)
  expect(await response.text()).toBe(errors.internal.words.en)
  expect(failures).toHaveLength(1)
})
