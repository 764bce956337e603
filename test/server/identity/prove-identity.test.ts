import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeSettings } from '../../../server/conversation/change-settings.ts'
import { proveIdentity } from '../../../server/identity/prove-identity.ts'
import { edwardsPair, ellipticPair, publicPem, secret, sign } from './signing.ts'

function rules(changes: Parameters<typeof changeSettings>[1] = {}) {
  const changed = changeSettings({ identitySecret: secret }, changes)
  if ('problems' in changed) throw new Error(JSON.stringify(changed.problems))
  return changed.settings
}

const prove = (said: string, changes = {}) =>
  proveIdentity(said, { rules: rules(changes), names: ['town-square'] }, Date.now())

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('a name is proven by the shared secret, by ES256 and by EdDSA, with the key as PEM or JWK', async () => {
  const proven = { name: 'resident-17', untilMs: expect.any(Number) }
  expect(await prove(await sign('HS256'))).toEqual(proven)
  for (const [algorithm, pair] of [
    ['ES256', ellipticPair],
    ['EdDSA', edwardsPair],
  ] as const) {
    const token = await sign(algorithm)
    expect(await prove(token, { identityPublicKey: publicPem(pair) })).toEqual(proven)
    const jwk = JSON.stringify(pair.publicKey.export({ format: 'jwk' }))
    expect(await prove(token, { identityPublicKey: jwk })).toEqual(proven)
  }
})

test('a signature by another key is refused', async () => {
  const forged = await sign('HS256', {}, Buffer.from('another secret of forty characters or so'))
  expect(await prove(forged)).toEqual({ refusal: 'identity-invalid' })
  const stranger = generateKeyPairSync('ed25519')
  expect(
    await prove(await sign('EdDSA', {}, stranger.privateKey), { identityPublicKey: publicPem(edwardsPair) }),
  ).toEqual({ refusal: 'identity-invalid' })
})

test('a token that was changed, cut or made up is refused, even where bare names are believed', async () => {
  const token = await sign('HS256')
  const [header, payload, signature] = token.split('.') as [string, string, string]
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  const unsigned = `${base64({ alg: 'none', typ: 'JWT' })}.${payload}.`
  for (const made of [
    `${header}.${base64({ ...claims, sub: 'mayor' })}.${signature}`,
    token.slice(0, -2),
    unsigned,
    unsigned.replace(base64({ alg: 'none', typ: 'JWT' }), base64({ alg: 'NONE' })),
    `${header}.${payload}.`,
    `${header}..${signature}`,
    `${base64({ alg: 'HS256', crit: ['exp'] })}.${payload}.${signature}`,
    'eyJ..',
    'eyJhbGciOiJIUzI1NiJ9.not-base64-json.x',
    `${base64({ alg: 'RS256' })}.${payload}.${signature}`,
  ]) {
    expect(await prove(made, { unsignedIdentity: true }), made).toEqual({ refusal: 'identity-invalid' })
  }
})

test('the public key is no shared secret', async () => {
  const pem = publicPem(ellipticPair)
  const confused = await sign('HS256', {}, Buffer.from(pem))
  const only = { identityPublicKey: pem, identitySecret: undefined }
  expect(await prove(confused, only)).toEqual({ refusal: 'identity-invalid' })
  expect(await prove(confused, { identityPublicKey: pem })).toEqual({ refusal: 'identity-invalid' })
})

test('what has run out, is for another conversation, lasts too long or lacks a claim is refused', async () => {
  expect(await prove(await sign('HS256', { expiresIn: -60 }))).toEqual({ refusal: 'identity-expired' })
  expect(await prove(await sign('HS256', { audience: 'high-street' }))).toEqual({
    refusal: 'identity-for-another',
  })
  expect(await prove(await sign('HS256', { audience: '' }))).toEqual({ refusal: 'identity-invalid' })
  expect(await prove(await sign('HS256', { expiresIn: null }))).toEqual({ refusal: 'identity-invalid' })
  expect(await prove(await sign('HS256', { expiresIn: 25 * 3600 }))).toEqual({ refusal: 'identity-invalid' })
  expect(await prove(await sign('HS256', { expiresIn: 24 * 3600 }))).toMatchObject({ name: 'resident-17' })
  expect(await prove(await sign('HS256', { subject: '' }))).toEqual({ refusal: 'identity-invalid' })
  expect(await prove(await sign('HS256', { subject: 'x'.repeat(201) }))).toEqual({
    refusal: 'identity-invalid',
  })
})

test('a clock that is half a minute off is forgiven', async () => {
  expect(await prove(await sign('HS256', { expiresIn: -20 }))).toMatchObject({ name: 'resident-17' })
})

test('a bare name is believed only where the conversation says so', async () => {
  expect(await prove('resident-17')).toEqual({ refusal: 'identity-unsigned' })
  expect(await prove(' jane.doe.smith ', { unsignedIdentity: true })).toMatchObject({
    name: 'jane.doe.smith',
  })
  expect(await prove('   ', { unsignedIdentity: true })).toEqual({ refusal: 'identity-invalid' })
})

test('an allow-list lets in whom it names and no one else', async () => {
  const listed = { whoVotes: 'list', identityAllowList: ['resident-17'], unsignedIdentity: true }
  expect(await prove(await sign('HS256'), listed)).toMatchObject({ name: 'resident-17' })
  expect(await prove(await sign('HS256', { subject: 'resident-18' }), listed)).toEqual({
    refusal: 'identity-not-listed',
  })
  expect(await prove('resident-18', listed)).toEqual({ refusal: 'identity-not-listed' })
})

test('keys that are none are refused when they are set', () => {
  const problems = (changes: object) => {
    const changed = changeSettings({}, changes)
    if (!('problems' in changed)) return ''
    return changed.problems.map(({ setting, words }) => `${setting}: ${words.en}`).join()
  }
  expect(problems({ identitySecret: 'short' })).toContain('identitySecret: Give 32 characters')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privatePem = edwardsPair.privateKey.export({ type: 'pkcs8', format: 'pem' })
  const privateJwk = JSON.stringify(edwardsPair.privateKey.export({ format: 'jwk' }))
  for (const key of ['x', '{', publicPem(rsa), privatePem, privateJwk]) {
    expect(problems({ identityPublicKey: key })).toContain('identityPublicKey: Give a public key')
  }
})
