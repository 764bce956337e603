// Voting by a plain form against a real service: the same rules and the same log as over the socket.
import { expect, test } from 'vitest'
import type { Boot } from '../../../server/protocol/boot.ts'
import type { Service } from '../../../server/service.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const id = townSquare.id

async function look(service: Service, cookie?: string) {
  const headers: Record<string, string> = cookie === undefined ? {} : { Cookie: cookie }
  const response = await fetch(`http://127.0.0.1:${service.port}/c/${id}`, { headers })
  const html = await response.text()
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const boot = JSON.parse(/id="boot"[^>]*>([\s\S]*?)<\/script>/.exec(html)![1]!) as Boot
  const fields = { token: field('token'), mutation: field('mutation'), statement: field('statement') }
  return { response, html, boot, fields }
}

async function post(
  service: Service,
  fields: Record<string, string>,
  {
    cookie,
    origin = `http://127.0.0.1:${service.port}`,
  }: { cookie?: string | undefined; origin?: string | null } = {},
) {
  const response = await fetch(`http://127.0.0.1:${service.port}/c/${id}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...(origin !== null && { Origin: origin }), ...(cookie !== undefined && { Cookie: cookie }) },
    body: new URLSearchParams(fields),
  })
  const set = response.headers.get('Set-Cookie')
  return { response, html: await response.text(), set, cookie: set?.split(';')[0] }
}

test('the page holds the first statement and its buttons, and nothing is stored before a vote', async () => {
  const service = await testService()
  const { response, html, boot, fields } = await look(service)
  expect(response.headers.get('Set-Cookie')).toBeNull()
  expect(html).toContain(`<p>${boot.first!.statement!.text}</p>`)
  expect(html.match(/<button type="submit" name="vote"/g)).toHaveLength(3)
  expect(fields).toMatchObject({ token: boot.first!.token, statement: `${boot.first!.statement!.id}` })
})

test('a posted form is a vote in the same log, and the next statement follows it', async () => {
  const service = await testService()
  const { fields } = await look(service)
  const { response, set, cookie } = await post(service, { ...fields, vote: '-1' })
  expect([response.status, response.headers.get('Location')]).toEqual([303, `/c/${id}#ballot`])
  expect(set).toMatch(/HttpOnly/i)
  expect(set).toMatch(/SameSite=Lax/i)
  const log = await service.store.readLog(id, 3, 10)
  expect([[...log.statements], [...log.values]]).toEqual([[Number(fields.statement)], [-1]])
  const next = await look(service, cookie)
  expect(next.fields.statement).not.toBe(fields.statement)
  expect(next.html).toContain('1 of 3, you can stop at any time')
  // The script goes on as the same person.
  const client = await TestSocket.open(service.port)
  const welcome = await client.enter(id, { token: next.boot.first!.token })
  expect(welcome.votes).toEqual([[Number(fields.statement), -1]])
})

test('I1: the same form posted twice is one vote', async () => {
  const service = await testService()
  const { fields } = await look(service)
  const twice = await Promise.all([1, 2].map(() => post(service, { ...fields, vote: '1' })))
  expect(twice.map(({ response }) => response.status)).toEqual([303, 303])
  expect(await service.store.lastSequence(id)).toBe(4)
})

test('a form of another site, or of no known one, casts no vote', async () => {
  const service = await testService()
  const { fields } = await look(service)
  for (const origin of ['https://elsewhere.example', 'null', null]) {
    const { response, set, html } = await post(service, { ...fields, vote: '1' }, { origin })
    expect(response.status).toBe(403)
    expect(set).toBeNull()
    expect(html).toContain('This page may not do that.')
  }
  expect(await service.store.lastSequence(id)).toBe(3)
})

test('what is refused is said in words on a page that can be voted on again', async () => {
  const service = await testService()
  const { fields } = await look(service)
  const unknown = await post(service, { ...fields, statement: '99', vote: '1' })
  expect(unknown.response.status).toBe(404)
  expect(unknown.html).toContain('This statement does not exist in this conversation')
  expect(unknown.html).toContain('name="vote"')
  expect((await post(service, { ...fields, vote: '7' })).response.status).toBe(400)
  expect(await service.store.lastSequence(id)).toBe(3)
})

test('a closed conversation shows no form, and refuses one that is posted all the same', async () => {
  const service = await testService({ conversations: [{ ...townSquare, isOpen: false }] })
  const { html, boot } = await look(service)
  expect(html).not.toContain('name="vote"')
  expect(html).toContain('Voting has closed')
  const fields = { token: boot.first!.token, mutation: 'form-mutation', statement: '0', vote: '1' }
  expect((await post(service, fields)).response.status).toBe(409)
})

test('people’s words are text on the page, never markup', async () => {
  const topic = '<script>alert(1)</script>'
  const statements = townSquare.statements.map((each) => ({
    ...each,
    text: '"><img src=x onerror=alert(1)>',
  }))
  const service = await testService({
    conversations: [{ ...townSquare, topic, description: topic, statements }],
  })
  const { html } = await look(service)
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<img')
})
