import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { HostNotPublic, isPublic, publicLookup } from '../../../server/webhooks/public-hosts.ts'
import { isUsableAddress, sendMessage, signatureOf } from '../../../server/webhooks/send-message.ts'
import { receiver } from './receiver.ts'

const message = { secret: 'key', event: 'opened', id: 7, body: '{"event":"opened"}' }
const locally = { allowsLocal: true, patienceMs: 5_000, nowMs: 1_700_000_000_999 }

test('a message is a POST of JSON, signed over its time and its body', async () => {
  const { url, told } = await receiver()
  expect(await sendMessage({ ...message, url }, locally)).toEqual({ status: 204, failure: null })
  expect(told).toHaveLength(1)
  expect(told[0]!.body).toBe(message.body)
  expect(told[0]!.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'folkmoot-event': 'opened',
    'folkmoot-delivery': '7',
    'folkmoot-signature': signatureOf('key', 1_700_000_000, message.body),
  })
})

test('the signature is the one that other software computes', () => {
  // printf '1700000000.{"event":"opened"}' | openssl dgst -sha256 -hmac key
  expect(signatureOf('key', 1_700_000_000, '{"event":"opened"}')).toBe(
    't=1700000000,v1=3241c0786df6f6bf62907f74b0bde6a727430e549de362e2c5568034bc70c6af',
  )
})

test('a redirect is not followed', async () => {
  const aim = await receiver()
  const { url } = await receiver((response) => response.writeHead(307, { Location: aim.url }).end())
  expect(await sendMessage({ ...message, url }, locally)).toEqual({ status: 307, failure: 'redirect' })
  expect(aim.told).toEqual([])
})

test('an answer without an end costs nothing but its status', async () => {
  const { url } = await receiver((response) => {
    response.writeHead(200)
    response.write('x'.repeat(1_000_000))
  })
  expect(await sendMessage({ ...message, url }, locally)).toEqual({ status: 200, failure: null })
})

test('who does not answer in time, has failed', async () => {
  const { url } = await receiver(() => undefined)
  const attempt = await sendMessage({ ...message, url }, { ...locally, patienceMs: 50 })
  expect(attempt).toEqual({ status: null, failure: 'too-slow' })
})

test('where nobody listens, there is no connection', async () => {
  const url = 'http://127.0.0.1:1/'
  expect(await sendMessage({ ...message, url }, locally)).toEqual({ status: null, failure: 'no-connection' })
})

test('an address in capital letters is the same address', async () => {
  const { url, told } = await receiver()
  const capital = url.replace('http:', 'HTTP:')
  expect(await sendMessage({ ...message, url: capital }, locally)).toEqual({ status: 204, failure: null })
  expect(told).toHaveLength(1)
  const secure = { ...message, url: 'HTTPS://127.0.0.1:1/' }
  expect(await sendMessage(secure, locally)).toEqual({ status: null, failure: 'no-connection' })
})

describe('without leave for local addresses', () => {
  const strictly = { ...locally, allowsLocal: false }

  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'https://user:word@example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'not an address',
  ])('%s is refused', async (url) => {
    expect(isUsableAddress(url, false)).toBe(false)
    expect(await sendMessage({ ...message, url }, strictly)).toEqual({
      status: null,
      failure: 'address-refused',
    })
  })

  test('a name that leads home is refused when it is looked up', async () => {
    const { url, told } = await receiver()
    const named = url.replace('http://127.0.0.1', 'https://localhost')
    expect(isUsableAddress(named, false)).toBe(true)
    expect((await sendMessage({ ...message, url: named }, strictly)).failure).toBe('address-refused')
    expect(told).toEqual([])
  })

  test('a name with one private address among public ones is refused; a public one is passed on', async () => {
    const look = (addresses: LookupAddress[], all: boolean) =>
      new Promise<unknown>((resolve) => {
        const lookup = publicLookup((_, __, done) => done(null, addresses))
        lookup('example.org', { all }, (error, address) => resolve(error ?? address))
      })
    const open = { address: '93.184.215.14', family: 4 }
    expect(await look([open], true)).toEqual([open])
    expect(await look([open], false)).toBe(open.address)
    expect(await look([open, { address: '192.168.0.1', family: 4 }], true)).toBeInstanceOf(HostNotPublic)
    expect(await look([], true)).toBeInstanceOf(Error)
  })
})

test('addresses of the public internet are told from all others', () => {
  const open = ['93.184.215.14', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2a00:1450:4009::1']
  const closed = [
    '0.0.0.0',
    '100.64.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::',
    'example.org',
  ]
  expect(open.filter((address) => !isPublic(address))).toEqual([])
  expect(closed.filter((address) => isPublic(address))).toEqual([])
})
