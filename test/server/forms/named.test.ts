// Frames whose site names the person in the address, worked by forms: proven with each request, kept by nobody.
import { expect, test } from 'vitest'
import type { IdentityRefusal } from '../../../server/identity/prove-identity.ts'
import { errors } from '../../../server/protocol/errors.ts'
import { secret, sign } from '../identity/signing.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { BrowserWithoutScript } from './browser-without-script.ts'

const id = townSquare.id

async function framed(word: string, settings: Record<string, unknown> = {}) {
  const service = await testService({
    prepare: async (store) => {
      await store.importConversation(townSquare)
      await store.saveSettings(id, { whoVotes: 'identity', identitySecret: secret, ...settings })
    },
  })
  const path = `/c/${id}?xid=${encodeURIComponent(word)}`
  return { service, browser: await new BrowserWithoutScript(service, path).open(), path }
}

const castVotes = async (service: Awaited<ReturnType<typeof testService>>) =>
  [...(await service.store.readLog(id, 3, 10)).participants].length

test('whom a site names by a signed token votes by form, as one person, and no cookie is set', async () => {
  const { service, browser, path } = await framed(await sign('HS256'))
  await browser.submit('vote', { vote: '1' })
  expect(browser.page.status).toBe(200)
  await browser.submit('vote', { vote: '-1' })
  expect(browser.page.html).toContain('2 of 3, you can stop at any time')
  // Another frame later, and on another device.
  const later = await new BrowserWithoutScript(service, path).open()
  expect(later.page.html).toContain('2 of 3, you can stop at any time')
  const { participants } = await service.store.readLog(id, 3, 10)
  expect(new Set(participants).size).toBe(1)
  expect([...browser.cookies, ...later.cookies]).toEqual([])
})

test('nothing keeps the token: no cache, no address, no Referer', async () => {
  const word = await sign('HS256')
  const { browser } = await framed(word)
  const check = () => {
    expect(browser.page.headers.get('Cache-Control')).toBe('no-store')
    expect(browser.page.headers.get('Referrer-Policy')).toBe('strict-origin')
    const { html } = browser.page
    expect(html.match(/action="[^"]*"/g)?.filter((each) => each.includes(word))).toEqual([])
    expect(html.match(/id="boot"[^>]*>([\s\S]*?)<\/script>/)?.[1]).not.toContain(word)
  }
  check()
  await browser.submit('vote', { vote: '1' })
  check()
})

const bad: readonly (readonly [IdentityRefusal, () => Promise<string>])[] = [
  ['identity-expired', () => sign('HS256', { expiresIn: -3600 })],
  ['identity-for-another', () => sign('HS256', { audience: 'another-square' })],
  ['identity-invalid', async () => `${await sign('HS256')}x`],
  ['identity-invalid', async () => 'x'.repeat(5000)],
  ['identity-unsigned', async () => 'resident-17'],
]

test.each(bad)('a token that is no good is refused in words, and nobody is asked: %s', async (code, word) => {
  const { service, browser } = await framed(await word(), { whoVotes: 'anyone' })
  expect(browser.page.status).toBe(errors[code].status)
  expect(browser.page.html).toContain(errors[code].words.en)
  expect(browser.has('vote')).toBe(false)
  expect(browser.boot.first).toBeNull()
  expect(browser.page.headers.get('Cache-Control')).toBe('no-store')
  expect(await castVotes(service)).toBe(0)
})

test('a token that expires on the way is refused, and what was typed comes back', async () => {
  const { browser } = await framed(await sign('HS256'))
  const fields = browser.fields('write')
  const expired = await sign('HS256', { expiresIn: -3600 })
  await browser.post({ ...fields, act: 'write', text: 'More benches, please', xid: expired })
  expect(browser.page.status).toBe(errors['identity-expired'].status)
  expect(browser.page.html).toContain('More benches, please')
  expect(browser.has('vote')).toBe(false)
})

test('a form that cannot be read asks nobody else in the place of the person', async () => {
  const { browser } = await framed(await sign('HS256'), { whoVotes: 'anyone' })
  expect(browser.page.html).toMatch(/action="\/c\/town-square\?named=1#ballot"/)
  const plain = await browser.open(`/c/${id}?named=1`)
  expect(plain.has('vote')).toBe(false)
})
