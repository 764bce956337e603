// Walks every change that staff can make, with a request that its room understands: a role that has the privilege is let in
// whatever the room then answers, one that lacks it is turned away and nothing changes. A new change has to be given a
// body here, or this fails.
import { expect, test } from 'vitest'
import { type Action, actionsOfOrganisation, roleFor, roles } from '../../../server/protocol/privileges.ts'
import { codeAt } from './code-now.ts'
import { newCodeKey } from '../../../server/staff/one-time-codes.ts'
import { type DeclaredRoute, declaredFor } from '../../../server/staff/staff-routes.ts'
import { builtInLists } from '../../../server/moderation/built-in-lists.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { type SignedIn, signedIn } from './signed-in.ts'

const WALK_MS = 240_000
const CONVERSATION = '/api/staff/conversations/:id'
const codeKey = newCodeKey()
const lists = { lists: builtInLists, revision: 0 }
const wish = { id: null, invert: false, columns: null }
const grants = [{ role: 'viewer', conversation: null }]

/** What each change is asked with: a body, null for none, or what makes one at that moment. */
const BODIES: Readonly<Record<string, unknown>> = {
  'post /api/staff/sign-out': null,
  'delete /api/staff/me/sessions': null,
  'delete /api/staff/me/sessions/:session': null,
  'put /api/staff/me/password': { current: '', next: 'four words without sense' },
  'put /api/staff/me/codes': () => ({ password: '', key: codeKey, code: codeAt(codeKey, Date.now()) }),
  'delete /api/staff/me/codes': { password: '' },
  'post /api/staff/me/recovery-codes': { password: '' },
  'post /api/staff/invitations': { name: 'Ifan', email: null, grants },
  'delete /api/staff/invitations/:invitation': null,
  'put /api/staff/team/:number/grants': { grants, before: grants },
  'delete /api/staff/team/:number': null,
  'post /api/staff/team/:number/reset-link': null,
  'delete /api/staff/team/:number/sessions/:session': null,
  'put /api/staff/moderation-lists': lists,
  'post /api/staff/imports': {},
  'put /api/staff/imports/:import/files/:file': 'statement,text',
  'post /api/staff/imports/:import/check': wish,
  'post /api/staff/imports/:import/finish': wish,
  'delete /api/staff/imports/:import': null,
  'post /api/staff/conversations': { topic: 'What of the bridge?', description: '' },
  [`post ${CONVERSATION}/copy`]: { topic: 'What of the bridge?' },
  [`post ${CONVERSATION}/queue/acts`]: () => ({
    kind: 'accept',
    statements: [{ id: 0, seen: 0 }],
    mutation: `walk-${Math.random().toString(36).slice(2, 14)}`,
  }),
  [`put ${CONVERSATION}/queue/claims`]: { statements: [0] },
  [`put ${CONVERSATION}/moderation-lists`]: lists,
  [`patch ${CONVERSATION}/settings`]: { changes: { opensAt: { value: 9, was: null } } },
  [`post ${CONVERSATION}/state`]: { state: 'closed' },
  [`post ${CONVERSATION}/archive`]: { isWanted: true },
  [`post ${CONVERSATION}/deletion`]: { isWanted: true },
  [`post ${CONVERSATION}/seeds/preview`]: 'More trees in the square.',
  [`post ${CONVERSATION}/seeds`]: { texts: ['More trees in the square.'] },
  [`post ${CONVERSATION}/invitations`]: { count: 1 },
  [`post ${CONVERSATION}/images`]: 'no image',
  [`post ${CONVERSATION}/stage/directions`]: { do: 'word', text: 'Welcome', seen: 0 },
  [`post ${CONVERSATION}/stage/openings`]: { do: 'writing', on: false, seen: 0 },
  [`post ${CONVERSATION}/stage/code`]: null,
  [`post ${CONVERSATION}/stage/screens`]: { name: 'Hall' },
  [`delete ${CONVERSATION}/stage/screens/:number`]: null,
  [`post ${CONVERSATION}/stage/rehearsal`]: { people: 30 },
  [`delete ${CONVERSATION}/stage/rehearsal`]: null,
  [`put ${CONVERSATION}/report/words`]: {},
  [`post ${CONVERSATION}/report/versions`]: {},
  [`post ${CONVERSATION}/tokens`]: { name: 'Newsroom', scopes: ['read:results'] },
  [`delete ${CONVERSATION}/tokens/:token`]: null,
  [`post ${CONVERSATION}/webhooks`]: { url: 'https://192.0.2.1/told', events: ['opened'] },
  [`delete ${CONVERSATION}/webhooks/:webhook`]: null,
  [`post ${CONVERSATION}/webhooks/:webhook/test`]: null,
}

const nameOf = ({ method, path }: DeclaredRoute) => `${method} ${path.replace(/\{[^}]*\}/g, '')}`

function addressOf(route: DeclaredRoute, conversation: string): string {
  return nameOf(route)
    .split(' ')[1]!
    .replace(/:id\b/, conversation)
    .replace(/:(number|token|webhook)\b/g, '999999')
    .replace(/:\w+/g, 'nothing')
}

async function ask(person: SignedIn, route: DeclaredRoute, conversation: string): Promise<number> {
  const given = BODIES[nameOf(route)]
  const body: unknown = typeof given === 'function' ? (given as () => unknown)() : given
  const method = route.method.toUpperCase()
  const answer = await person.request(addressOf(route, conversation), {
    method,
    ...(body !== null && { body }),
  })
  await answer.body?.cancel()
  return answer.status
}

test(
  'every change is open to the roles that the matrix names, in their conversation and in the organisation, and to no other',
  async () => {
    const service = await testService()
    const changes = declaredFor(service.app).filter(
      (route): route is DeclaredRoute & { readonly action: Action } =>
        route.method !== 'get' && route.action !== null,
    )
    expect(changes.map(nameOf).sort()).toEqual(Object.keys(BODIES).sort())
    const wrong: string[] = []
    let letIn = 0
    for (const [place, route] of changes.entries()) {
      // Each change has a conversation of its own, so that what one does stands in the way of no other.
      const id = `walk-${place}`
      await service.store.importConversation({ ...townSquare, id })
      // Those who may not go first: whoever may could end what there is to ask about.
      const asked = roles.flatMap((role) => [null, id].map((at) => ({ role, at })))
      const mayDo = ({ role, at }: (typeof asked)[number]) =>
        roleFor([{ role, conversation: at }], route.action, route.path.includes(':id') ? id : null) !== null
      for (const who of asked.toSorted((a, b) => Number(mayDo(a)) - Number(mayDo(b)))) {
        const person = await signedIn(service, who.role, who.at === null ? {} : { conversation: who.at })
        const status = await ask(person, route, id)
        const isRight = mayDo(who) ? status !== 401 && status !== 403 && status < 500 : status === 403
        if (mayDo(who)) letIn++
        if (!isRight) {
          wrong.push(
            `${who.role} of ${who.at ?? 'the organisation'}: ${nameOf(route)} was answered ${status}`,
          )
        }
      }
    }
    expect(wrong).toEqual([])
    expect(letIn).toBeGreaterThan(changes.length)
    // What was done is written down in codes that there are words for.
    const log = await service.store.staff.auditLog({}, null, 1_000)
    expect(new Set(log.map(({ code }) => code)).size).toBeGreaterThan(20)
    expect(log.filter(({ code }) => code === null || code === 'other')).toEqual([])
    // Roles of one conversation reach nothing of the organisation, be they an owner's.
    const ofAll = changes.filter(({ action }) => actionsOfOrganisation.has(action))
    expect(ofAll.length).toBeGreaterThan(5)
  },
  WALK_MS,
)
