// A service with the empty square and an owner who is signed in, for the tests of this folder.
import type { Role } from '../../../server/protocol/privileges.ts'
import { signedIn } from '../staff/signed-in.ts'
import { emptySquare } from '../store/town-square.ts'
import { testService, type TestServiceOptions } from '../test-service.ts'

export const { id } = emptySquare
export const staffPath = (rest = '', of: string = id) => `/api/staff/conversations/${of}${rest}`

export async function facilitating(options: TestServiceOptions = {}, role: Role = 'owner') {
  const service = await testService({ conversations: [emptySquare], ...options })
  const person = await signedIn(service, role, { name: 'Sioned' })
  /** Asks, and answers the status with the body. */
  async function ask<Body = Record<string, unknown>>(
    path: string,
    init?: Parameters<typeof person.request>[1],
  ): Promise<{ readonly status: number; readonly body: Body }> {
    const response = await person.request(path, init)
    return { status: response.status, body: (await response.json()) as Body } // what a test expects of it, it says itself
  }
  /** Changes settings: name, value before, new value. */
  const change = (...changes: [name: string, was: unknown, value: unknown][]) =>
    ask<{ settings: Record<string, unknown>; error?: { code: string; message: string; detail: never } }>(
      staffPath('/settings'),
      {
        method: 'PATCH',
        body: { changes: Object.fromEntries(changes.map(([name, was, value]) => [name, { was, value }])) },
      },
    )
  return { ...service, person, ask, change }
}
