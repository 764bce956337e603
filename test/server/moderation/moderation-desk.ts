// A conversation with two moderators and somebody who writes, and what moderators do over HTTP.
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import type { ActResult, QueueDetail, QueuePage } from '../../../server/protocol/moderation.ts'
import type { OwnStatementList } from '../../../server/protocol/own-statements.ts'
import { type SignedIn, signedIn } from '../staff/signed-in.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

export const id = townSquare.id
export const base = `/api/staff/conversations/${id}`
let mutations = 0

export async function desk(settings: Record<string, unknown> = {}) {
  const service = await testService()
  await service.store.saveSettings(id, settings)
  const ann = await signedIn(service, 'moderator', { name: 'Ann' })
  const bob = await signedIn(service, 'moderator', { name: 'Bob' })
  const token = newParticipantToken()
  const open = `http://127.0.0.1:${service.port}/api/conversations/${id}`
  const headers = { Authorization: `Bearer ${token}` }
  async function write(text: string) {
    const mutation = `mutation-write-${++mutations}`
    const response = await fetch(`${open}/statements`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ mutation, text }) },
    })
    return ((await response.json()) as { statement: { id: number } }).statement.id
  }
  async function own(language = 'en') {
    const response = await fetch(`${open}/statements/own`, {
      headers: { ...headers, 'Accept-Language': language },
    })
    return ((await response.json()) as OwnStatementList).statements
  }
  return { service, ann, bob, token, write, own }
}

export async function act(moderator: SignedIn, content: Record<string, unknown>) {
  const mutation = `mutation-${++mutations}`
  const response = await moderator.request(`${base}/queue/acts`, { body: { mutation, ...content } })
  return { status: response.status, body: (await response.json()) as ActResult & { error?: Failure } }
}

export interface Failure {
  readonly code: string
  readonly message: string
  readonly detail?: { readonly by?: string; readonly items?: readonly { readonly id: number }[] }
}

export async function page(moderator: SignedIn, query = ''): Promise<QueuePage> {
  return (await (await moderator.request(`${base}/queue${query}`)).json()) as QueuePage
}

export async function detail(moderator: SignedIn, statement: number): Promise<QueueDetail> {
  return (await (await moderator.request(`${base}/queue/${statement}`)).json()) as QueueDetail
}
