import { expect, test } from 'vitest'
import { testService } from '../test-service.ts'
import { signedIn } from './signed-in.ts'

test('a page of staff leads to the sign-in page, which leads back', async () => {
  const { port } = await testService()
  const answer = await fetch(`http://127.0.0.1:${port}/facilitate?lang=cy`, { redirect: 'manual' })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toBe('/staff/sign-in?next=%2Ffacilitate%3Flang%3Dcy&lang=cy')
})

test('whoever is signed in sees the page and learns who they are', async () => {
  const service = await testService()
  const viewer = await signedIn(service, 'viewer', { name: 'Vera' })
  expect((await viewer.request('/facilitate')).status).toBe(200)
  const me = await viewer.request('/api/staff/me')
  expect(me.headers.get('Cache-Control')).toBe('no-store')
  expect(await me.json()).toMatchObject({
    name: 'Vera',
    grants: [{ role: 'viewer', conversation: null }],
    needsCodes: false,
  })
})

test('without a session an address of staff answers only that one has to sign in', async () => {
  const { port } = await testService()
  const answer = await fetch(`http://127.0.0.1:${port}/api/staff/me`)
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ error: { code: 'sign-in-needed' } })
})

test.each([
  ['without the header of our pages', { 'X-Folkmoot-Staff': '' }],
  ['from another origin', { Origin: 'https://elsewhere.example' }],
  ['from another site by the word of the browser', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from a sister site by the word of the browser', { 'Sec-Fetch-Site': 'same-site' }],
])('a change that comes %s is refused, and the session goes on', async (_, headers) => {
  const service = await testService()
  const viewer = await signedIn(service, 'viewer')
  const answer = await viewer.request('/api/staff/sign-out', { method: 'POST', headers })
  expect(await answer.json()).toMatchObject({ error: { code: 'forged-request' } })
  expect((await viewer.request('/api/staff/me')).status).toBe(200)
})

test('roles of an owner are held back in a session that only a password opened', async () => {
  const service = await testService()
  const owner = await signedIn(service, 'owner', { isStrong: false })
  expect(await (await owner.request('/api/staff/me')).json()).toMatchObject({ grants: [], needsCodes: true })
  expect((await owner.request('/staff/team')).status).toBe(403)
})

test('signing out ends the session and is written into the audit log', async () => {
  const service = await testService()
  const host = await signedIn(service, 'host', { name: 'Hywel', conversation: 'town-square' })
  const answer = await host.request('/api/staff/sign-out', { method: 'POST' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Set-Cookie')).toContain('folkmoot-staff=; Max-Age=0')
  expect((await host.request('/api/staff/me')).status).toBe(401)
  expect(await service.store.staff.auditLog({}, null, 10)).toMatchObject([
    { account: host.account, name: 'Hywel', role: 'host', action: 'use-own-account', code: 'signed-out' },
  ])
})
