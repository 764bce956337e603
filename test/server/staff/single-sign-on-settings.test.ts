import { expect, test } from 'vitest'
import { BadConfiguration } from '../../../server/config.ts'
import { readSingleSignOn } from '../../../server/staff/single-sign-on-settings.ts'

const set = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'folkmoot' }

test('without an issuer there is no single sign-on', () => {
  expect(readSingleSignOn({ OIDC_CLIENT_ID: 'folkmoot' })).toBeNull()
  expect(readSingleSignOn({ ...set, OIDC_ISSUER: ' ' })).toBeNull()
})

test('what is left out has a default', () => {
  expect(readSingleSignOn(set)).toEqual({
    issuer: new URL('https://login.example.org'),
    clientId: 'folkmoot',
    clientSecret: null,
    name: 'login.example.org',
    domains: [],
    role: 'viewer',
  })
})

test('domains are parted by commas, in capitals or not', () => {
  const read = readSingleSignOn({
    ...set,
    OIDC_DOMAINS: 'Example.org, council.example',
    OIDC_ROLE: 'moderator',
  })
  expect(read).toMatchObject({ domains: ['example.org', 'council.example'], role: 'moderator' })
})

test.each([
  ['an issuer without encryption', { OIDC_ISSUER: 'http://login.example.org' }, 'OIDC_ISSUER'],
  ['an issuer that is no address', { OIDC_ISSUER: 'login' }, 'OIDC_ISSUER'],
  ['no client', { OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID'],
  ['a domain that is an address', { OIDC_DOMAINS: 'https://example.org' }, 'OIDC_DOMAINS'],
  ['every stranger an owner', { OIDC_ROLE: 'owner' }, 'OIDC_ROLE'],
  ['a role that there is not', { OIDC_ROLE: 'king' }, 'OIDC_ROLE'],
])('%s stops the start with the name of the variable', (_, change, name) => {
  expect(() => readSingleSignOn({ ...set, ...change })).toThrow(BadConfiguration)
  expect(() => readSingleSignOn({ ...set, ...change })).toThrow(name)
})
