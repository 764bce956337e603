// Walks every route and every topic of staff with every role, at home and in another conversation, and finds what nobody has
// declared. What is expected is the privilege matrix itself, so that a new route is covered by being declared.
import { describe, expect, test } from 'vitest'
import { privileges, type Role, roleFor, roles } from '../../../server/protocol/privileges.ts'
import { ownRequest } from '../../../server/protocol/staff/own-request.ts'
import { type StaffTopic, staffTopics } from '../../../server/protocol/staff/socket.ts'
import { staffErrorBody } from '../../../server/protocol/staff-errors.ts'
import * as v from 'valibot'
import type { Service } from '../../../server/service.ts'
import { type DeclaredRoute, declaredFor } from '../../../server/staff/staff-routes.ts'
import { testService } from '../test-service.ts'
import { type SignedIn, signedIn } from './signed-in.ts'
import { TestStaffSocket } from './staff-socket.ts'

const HOME = 'town-square'
const OTHER = 'empty-square'
/** How long a walk may take on a busy machine. */
const WALK_MS = 120_000
/** Codes by which the door turns somebody away, as opposed to what the room behind it answers. */
const TURNED_AWAY = ['sign-in-needed', 'role-not-allowed', 'codes-needed', 'forged-request']

/** Only these may be reached by people who are not signed in. */
const OPEN = [
  'get /api/staff/single-sign-on',
  'get /api/staff/single-sign-on/answer',
  'get /staff/first-owner',
  'get /staff/invitation',
  'get /staff/reset',
  'get /staff/sign-in',
  'post /api/staff/links/look',
  'post /api/staff/links/use',
  'post /api/staff/sign-in',
  'post /api/staff/single-sign-on',
]

type Closed = DeclaredRoute & { readonly action: NonNullable<DeclaredRoute['action']> }

const nameOf = ({ method, path }: DeclaredRoute) => `${method} ${path}`
const closedRoutes = (service: Service) =>
  declaredFor(service.app).filter((route): route is Closed => route.action !== null)

/** The address of a route with the conversation given, and with names that lead to nothing for all else. */
function addressOf({ path }: DeclaredRoute, conversation: string): string {
  return path
    .replace(/:id\b/, conversation)
    .replace(/:\w+\{\[0-9\]\+\}|:number\b/g, '999999')
    .replace(/:\w+/g, 'nothing')
}

/** How the door answers: the code by which it turned the request away, null where it let it in. */
async function doorAnswer(answer: Response): Promise<string | null> {
  if (answer.status === 302) return 'sign-in-needed'
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json') === true
  if (!isJson) {
    await answer.body?.cancel()
    return answer.status === 403 ? 'role-not-allowed' : null
  }
  const parsed = v.safeParse(staffErrorBody, await answer.json())
  const code = parsed.success ? parsed.output.error.code : null
  return code !== null && TURNED_AWAY.includes(code) ? code : null
}

/** Asks as people with one role each; a body that is no JSON, so that what is let in changes as little as possible. */
function asking(service: Service) {
  const people = new Map<string, SignedIn>()
  return async (route: DeclaredRoute, role: Role, at: string | null, where: string) => {
    // Who signs out is not asked again.
    const name = route.action === 'use-own-account' ? nameOf(route) : `${role} ${at ?? ''}`
    const person =
      people.get(name) ?? (await signedIn(service, role, at === null ? {} : { conversation: at }))
    if (route.action !== 'use-own-account') people.set(name, person)
    const method = route.method.toUpperCase()
    const body = method === 'GET' ? {} : { body: 'no JSON' }
    return doorAnswer(await person.request(addressOf(route, where), { method, ...body }))
  }
}

describe('every route', () => {
  test('of staff is declared with an action, or known to be open', async () => {
    const { app } = await testService()
    const declared = declaredFor(app)
    expect(
      declared
        .filter(({ action }) => action === null)
        .map(nameOf)
        .sort(),
    ).toEqual(OPEN)
    const isOfStaff = (path: string) => /^\/(api\/staff|staff|facilitate|live)(\/|$)/.test(path)
    const served = app.routes
      .filter(({ path, method }) => isOfStaff(path) && method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    expect(served.length).toBeGreaterThan(30)
    expect([...new Set(served)].sort()).toEqual(
      [...new Set(declared.filter(({ path }) => isOfStaff(path)).map(nameOf))].sort(),
    )
  })

  test('asks for a session, and for changes whether they come from our pages', async () => {
    const service = await testService()
    const found: Record<string, string | null> = {}
    const expected: Record<string, string> = {}
    for (const route of closedRoutes(service)) {
      const method = route.method.toUpperCase()
      const address = `http://127.0.0.1:${service.port}${addressOf(route, HOME)}`
      const own = { [ownRequest.name]: ownRequest.value }
      found[nameOf(route)] = await doorAnswer(
        await fetch(address, { method, headers: own, redirect: 'manual' }),
      )
      expected[nameOf(route)] = 'sign-in-needed'
      if (method === 'GET') continue
      found[`${nameOf(route)}, forged`] = await doorAnswer(await fetch(address, { method }))
      expected[`${nameOf(route)}, forged`] = 'forged-request'
    }
    expect(found).toEqual(expected)
  })

  test(
    'is for those of the organisation whom the matrix names, and for nobody else',
    async () => {
      const service = await testService()
      const ask = asking(service)
      const found: Record<string, string | null> = {}
      const expected: Record<string, string | null> = {}
      for (const route of closedRoutes(service)) {
        for (const role of roles) {
          const isAllowed = (privileges[route.action] as readonly Role[]).includes(role)
          // A conversation that there is not, so that whoever is let in changes nothing.
          found[`${role}: ${nameOf(route)}`] = await ask(route, role, null, 'nowhere')
          expected[`${role}: ${nameOf(route)}`] = isAllowed ? null : 'role-not-allowed'
        }
      }
      expect(found).toEqual(expected)
    },
    WALK_MS,
  )

  test(
    'of one conversation is closed to every role in another',
    async () => {
      const service = await testService()
      const ask = asking(service)
      const found: Record<string, string | null> = {}
      for (const route of closedRoutes(service)) {
        if (route.action === 'use-own-account') continue
        for (const role of roles) {
          found[`${role}: ${nameOf(route)}`] = await ask(route, role, HOME, OTHER)
        }
      }
      expect(Object.keys(found).length).toBeGreaterThan(100)
      expect(Object.entries(found).filter(([, code]) => code !== 'role-not-allowed')).toEqual([])
    },
    WALK_MS,
  )

  test(
    'that only looks at a conversation is open to the roles in it',
    async () => {
      const service = await testService()
      const ask = asking(service)
      const found: Record<string, string | null> = {}
      const expected: Record<string, string | null> = {}
      for (const route of closedRoutes(service)) {
        if (route.method !== 'get' || !route.path.includes(':id')) continue
        for (const role of roles) {
          const isAllowed = roleFor([{ role, conversation: HOME }], route.action, HOME) !== null
          found[`${role}: ${nameOf(route)}`] = await ask(route, role, HOME, HOME)
          expected[`${role}: ${nameOf(route)}`] = isAllowed ? null : 'role-not-allowed'
        }
      }
      expect(found).toEqual(expected)
    },
    WALK_MS,
  )
})

test('every topic is followed by whom the matrix names, in the conversation of the role only', async () => {
  const service = await testService()
  const found: Record<string, string> = {}
  const expected: Record<string, string> = {}
  for (const role of roles) {
    for (const at of [null, HOME]) {
      const { headers } = await signedIn(service, role, at === null ? {} : { conversation: at })
      const socket = await TestStaffSocket.open(service.port, headers)
      for (const [topic, action] of Object.entries(staffTopics)) {
        for (const conversation of [HOME, OTHER]) {
          const name = `${role} of ${at ?? 'the organisation'}: ${topic} of ${conversation}`
          const heard = await socket.follow(conversation, topic as StaffTopic)
          found[name] = heard.type === 'refused' ? heard.code : heard.type
          const isAllowed = roleFor([{ role, conversation: at }], action, conversation) !== null
          expected[name] = isAllowed ? 'following' : 'role-not-allowed'
        }
      }
      socket.socket.close()
    }
  }
  expect(found).toEqual(expected)
})
