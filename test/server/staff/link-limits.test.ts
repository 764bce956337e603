// How often links and single sign-on may be tried, over real HTTP, from several networks.
import { expect, test } from 'vitest'
import { staffApi } from '../../../server/protocol/staff/addresses.ts'
import { ownRequest } from '../../../server/protocol/staff/own-request.ts'
import { staffErrorBody } from '../../../server/protocol/staff-errors.ts'
import * as v from 'valibot'
import { testService } from '../test-service.ts'

const AT_ONCE = 30

function asker(port: number, path: string, body: unknown) {
  return async (address: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': 'cy',
        'X-Forwarded-For': address,
        [ownRequest.name]: ownRequest.value,
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, error: v.parse(staffErrorBody, await response.json()).error }
  }
}

const use = { name: 'Ifan', email: 'ifan@example.org', password: 'four words without sense', codes: null }

test.each([
  ['looking at links', staffApi.link(), { token: 'a'.repeat(43) }, 'link-unknown'],
  ['using links', staffApi.useLink(), { token: 'a'.repeat(43), ...use }, 'link-unknown'],
  [
    'beginning to sign on',
    staffApi.singleSignOn(),
    { next: '/', connects: false },
    'single-sign-on-unreachable',
  ],
])(
  '%s is refused in words after many tries from one network, and from no other',
  async (_, path, body, usual) => {
    const singleSignOn = {
      ...{ issuer: new URL('http://127.0.0.1:1/'), clientId: 'folkmoot', clientSecret: null },
      ...{ name: 'The council', domains: [], role: 'viewer' as const },
    }
    const service = await testService({ trustProxy: 1, singleSignOn, onFailure: () => {} })
    const ask = asker(service.port, path, body)
    for (let i = 0; i < AT_ONCE; i++) expect((await ask('192.0.2.7')).error.code).toBe(usual)
    expect(await ask('192.0.2.7')).toMatchObject({
      status: 429,
      error: { code: 'too-many-tries', message: expect.stringContaining('Arhoswch ychydig funudau') },
    })
    expect((await ask('198.51.100.7')).error.code).toBe(usual)
  },
)
