// The addresses of the stage: what hosts do, what screens ask, and the letters by which a hall joins. A screen shows its token
// in a header; it stands in the fragment of the screen's address, which browsers send to nobody.
import type { Context, Hono } from 'hono'
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Conversations } from '../conversation/conversations.ts'
import { tokenHash } from '../conversation/participant-token.ts'
import { bodyOf } from '../http/speaker.ts'
import { pages } from '../protocol/addresses.ts'
import {
  stageDirection,
  stageOpening,
  type StageDeed,
  type StageDirection,
  type StageOpening,
} from '../protocol/stage-desk.ts'
import { participantToken } from '../protocol/values.ts'
import type { StaffNews } from '../staff/staff-news.ts'
import type { AuditNote, ConversationRequest, Refuse, StaffRoutes } from '../staff/staff-routes.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'
import { changedBy } from './openings.ts'
import type { Stage } from './stage.ts'
import { deedOf } from './stage-state.ts'
import type { Stages } from './stages.ts'

export interface StageRooms {
  readonly conversations: Conversations
  readonly store: Store
  readonly stages: Stages
  readonly refuse: Refuse
}

export interface HostRooms extends StageRooms {
  readonly news: StaffNews
}

const SCREENS_LIMIT = 20
const newScreenBody = v.strictObject({ name: v.pipe(v.string(), v.trim(), v.maxLength(60)) })
const rehearsalBody = v.strictObject({ people: v.picklist([30, 60, 120]) })

/** What hosts do. */
export function addStage(routes: StaffRoutes, { store, stages, refuse, news }: HostRooms): void {
  const deskOf = async ({ context, conversation }: ConversationRequest) =>
    context.json(await stages.desk(conversation))

  routes.ofConversation('get', '/stage', 'see-stage', async (request) => {
    const { conversation, member } = request
    const stage = await stages.of(conversation)
    // The stage follows the conversation for as long as somebody looks at either.
    stage.waiters.note(`host ${member.session}`, Date.now())
    return deskOf(request)
  })

  const carry = async (request: ConversationRequest, direction: StageDirection | StageOpening) => {
    const { context, conversation, member } = request
    const stage = await stages.of(conversation)
    stage.waiters.note(`host ${member.session}`, Date.now())
    const { part, choice } = deedOf(direction)
    const audit = toldWith(request, stage, { code: 'directed-stage', detail: { part, choice } })
    const outcome = await stage.direct(direction, member.name, audit)
    if (outcome.kind === 'changed-meanwhile') {
      const detail: StageDeed = outcome.deed
      return refuse(context, 'changed-meanwhile', { detail })
    }
    if (outcome.kind === 'refused') return refuse(context, outcome.code)
    return deskOf(request)
  }

  routes.ofConversation('post', '/stage/directions', 'direct-stage', async (request) => {
    const read = await bodyOf(request.context, stageDirection)
    return typeof read === 'string' ? refuse(request.context, read) : carry(request, read.body)
  })

  routes.ofConversation('post', '/stage/openings', 'open-and-close', async (request) => {
    const read = await bodyOf(request.context, stageOpening)
    if (typeof read === 'string') return refuse(request.context, read)
    const answer = await carry(request, read.body)
    const { conversation, member } = request
    const names = [...changedBy(read.body)]
    // The pages of facilitators show the same settings.
    if (answer.ok) news.publish(conversation.id, 'settings', { names, by: member.name, atMs: Date.now() })
    return answer
  })

  routes.ofConversation('post', '/stage/code', 'direct-stage', async (request) => {
    const audit = toldWith(request, await stages.of(request.conversation), { code: 'new-letters' })
    await stages.renewCode(request.conversation, audit)
    return deskOf(request)
  })

  routes.ofConversation('get', '/stage/screens', 'direct-stage', async ({ context, conversation }) =>
    context.json({ screens: await store.stage.screens(conversation.id) }),
  )

  routes.ofConversation('post', '/stage/screens', 'direct-stage', async ({ context, conversation, line }) => {
    const read = await bodyOf(context, newScreenBody)
    if (typeof read === 'string') return refuse(context, read)
    if ((await store.stage.screens(conversation.id)).length >= SCREENS_LIMIT) {
      return refuse(context, 'too-many-screens')
    }
    const token = randomBytes(32).toString('base64url')
    const screen = { ...read.body, createdAtMs: Date.now(), tokenHash: tokenHash(token) }
    const audit = line({ code: 'made-screen-link', detail: { name: read.body.name } })
    const number = (await store.stage.addScreen(conversation.id, screen, audit))! // the conversation is there
    return context.json({ number, path: `${pages.projector(conversation.id)}#${token}` })
  })

  routes.ofConversation(
    'delete',
    '/stage/screens/:number',
    'direct-stage',
    async ({ context, conversation, line }) => {
      const number = Number(context.req.param('number'))
      const audit = line({ code: 'took-back-screen-link', detail: { number } })
      if (!(await store.stage.removeScreen(conversation.id, number, audit))) {
        return refuse(context, 'unknown-page')
      }
      ;(await stages.of(conversation)).wake()
      return context.json({ done: true })
    },
  )

  routes.ofConversation('post', '/stage/rehearsal', 'rehearse', async (request) => {
    const read = await bodyOf(request.context, rehearsalBody)
    if (typeof read === 'string') return refuse(request.context, read)
    const { people } = read.body
    if (!(await stages.rehearse(request.conversation, people))) {
      return refuse(request.context, 'rehearsal-not-possible')
    }
    request.note({ code: 'began-rehearsal', detail: { people } })
    return deskOf(request)
  })

  routes.ofConversation('delete', '/stage/rehearsal', 'rehearse', async (request) => {
    if (await stages.endRehearsal(request.conversation)) {
      request.note({ code: 'ended-rehearsal' })
    } else request.note(null)
    return deskOf(request)
  })
}

/** The line for a change of the stage; that of a rehearsal is written apart, because its database is thrown away. */
function toldWith(request: ConversationRequest, stage: Stage, note: AuditNote): NewAuditEntry | undefined {
  if (stage.conversation === request.conversation) return request.line(note)
  request.note(note)
  return undefined
}

/** What screens ask. Without a token it is the public map, where the results may be seen. */
export function addScreens(app: Hono, { conversations, store, stages, refuse }: StageRooms): void {
  app.get('/api/conversations/:id/stage', async (context) => {
    context.header('Cache-Control', 'no-store')
    const conversation = await conversations.open(context.req.param('id'))
    if (conversation === null) return refuse(context, 'unknown-conversation')
    const hash = hashOf(context)
    const isLetIn = async () => hash === null || (await store.stage.screenOf(conversation.id, hash)) !== null
    if (!(await isLetIn())) return refuse(context, 'screen-not-let-in')
    const stageOf = () => (hash === null ? stages.ownOf(conversation) : stages.of(conversation))
    let stage = await stageOf()
    const name = context.req.query('screen') ?? ''
    const waiters = hash === null ? stage.onlookers : stage.waiters
    waiters.note(`screen ${name.slice(0, 40)}`, Date.now())
    const after = Number(context.req.query('after') ?? -1)
    if (after === stage.version) {
      if (waiters.isFull) return refuse(context, 'too-many-connections')
      await waiters.wait(context.req.raw.signal)
      if (!(await isLetIn())) return refuse(context, 'screen-not-let-in')
      stage = await stageOf()
      if (after === stage.version) return context.body(null, 204)
    }
    return context.json(stage.frame(hash !== null))
  })
}

/** Hash of the token that the request shows; null where it shows none. */
function hashOf(context: Context): string | null {
  const given = context.req.header('Authorization')
  if (given === undefined) return null
  const [, token] = given.split(' ')
  return v.is(participantToken, token) ? tokenHash(token) : ''
}
