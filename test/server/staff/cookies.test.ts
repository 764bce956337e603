import { expect, test } from 'vitest'
import { ownRequest } from '../../../server/protocol/staff/own-request.ts'
import { testService } from '../test-service.ts'
import { signedIn } from './signed-in.ts'
import { addPerson, PASSWORD } from './staff-store.ts'

const own = { [ownRequest.name]: ownRequest.value, 'Content-Type': 'application/json' }
const body = JSON.stringify({ email: 'mair@example.org', password: PASSWORD })

async function signInAt(options: Parameters<typeof testService>[0], headers: Record<string, string> = {}) {
  const service = await testService(options)
  await addPerson(service)
  const address = `http://127.0.0.1:${service.port}/api/staff/sign-in`
  const answer = await fetch(address, { method: 'POST', headers: { ...own, ...headers }, body })
  return { service, answer, cookie: answer.headers.get('Set-Cookie') ?? '' }
}

test('where people come by https the cookie is bound to this host', async () => {
  const { answer, cookie } = await signInAt({ publicUrl: 'https://talk.example.org' })
  expect(await answer.json()).toEqual({ isSignedIn: true })
  expect(cookie).toMatch(/^__Host-folkmoot-staff=[\w-]{43}; /)
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=604800'])
    expect(cookie).toContain(part)
  expect(cookie).not.toContain('Domain')
})

test('where a trusted proxy says https, too; where nobody is trusted, its word counts for nothing', async () => {
  const forwarded = { 'X-Forwarded-Proto': 'https' }
  expect((await signInAt({ trustProxy: 1 }, forwarded)).cookie).toMatch(/^__Host-/)
  expect((await signInAt({}, forwarded)).cookie).toMatch(/^folkmoot-staff=/)
})

test('over https a cookie without the prefix is not looked at', async () => {
  const service = await testService({ publicUrl: 'https://talk.example.org' })
  const host = await signedIn(service, 'host')
  expect((await host.request('/api/staff/me')).status).toBe(401)
})

test('whoever signs in gets a new session, and the one that the browser had is ended', async () => {
  const { service, cookie } = await signInAt({})
  const before = cookie.split(';')[0]!
  const address = `http://127.0.0.1:${service.port}/api/staff`
  const again = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { ...own, Cookie: before },
    body,
  })
  const after = again.headers.get('Set-Cookie')!.split(';')[0]!
  expect(after).not.toBe(before)
  expect((await fetch(`${address}/me`, { headers: { Cookie: before } })).status).toBe(401)
  expect((await fetch(`${address}/me`, { headers: { Cookie: after } })).status).toBe(200)
})

test('a cookie that the browser was given beforehand is never taken over', async () => {
  const { cookie } = await signInAt({}, { Cookie: 'folkmoot-staff=planted' })
  expect(cookie).not.toContain('planted')
})
