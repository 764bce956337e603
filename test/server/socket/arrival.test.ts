import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { networkOf, readArrival } from '../../../server/socket/arrival.ts'
import { Openings } from '../../../server/socket/openings.ts'
import { testService } from '../test-service.ts'

const forwarded = {
  host: 'backend:8787',
  'x-forwarded-host': 'talk.example.org',
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '198.51.100.1, 203.0.113.5',
}

test('without a trusted proxy nothing that is forwarded is believed', () => {
  expect(readArrival(forwarded, '192.0.2.1', 0)).toEqual({
    host: 'backend:8787',
    isSecure: null,
    address: '192.0.2.1',
  })
})

test('behind one proxy its entry, the last, is believed and those before it are not', () => {
  expect(readArrival(forwarded, '192.0.2.1', 1)).toEqual({
    host: 'talk.example.org',
    isSecure: true,
    address: '203.0.113.5',
  })
})

test('behind two proxies the last but one is believed', () => {
  expect(readArrival(forwarded, '192.0.2.1', 2)).toMatchObject({ address: '198.51.100.1' })
  expect(readArrival(forwarded, '192.0.2.1', 5)).toMatchObject({ address: '198.51.100.1' })
})

test('a proxy that forwards nothing changes nothing', () => {
  expect(readArrival({ host: 'talk.example.org' }, '192.0.2.1', 1)).toEqual({
    host: 'talk.example.org',
    isSecure: null,
    address: '192.0.2.1',
  })
})

async function statusFor(port: number, origin: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { origin, headers })
  onTestFinished(() => socket.terminate())
  socket.on('error', () => {})
  return Promise.race([
    once(socket, 'unexpected-response').then(([, answer]) => (answer as IncomingMessage).statusCode!),
    once(socket, 'open').then(() => 101),
  ])
}

test('a page of the forwarded host may open a socket only behind a trusted proxy, and only by the scheme it came by', async () => {
  const headers = { 'X-Forwarded-Host': 'talk.example.org', 'X-Forwarded-Proto': 'https' }
  const direct = await testService()
  expect(await statusFor(direct.port, 'https://talk.example.org', headers)).toBe(403)
  const behind = await testService({ trustProxy: 1 })
  expect(await statusFor(behind.port, 'https://talk.example.org', headers)).toBe(101)
  expect(await statusFor(behind.port, 'http://talk.example.org', headers)).toBe(403)
  expect(await statusFor(behind.port, 'https://evil.example', headers)).toBe(403)
})

test('I6: one address that opens sockets without end is turned away, others are not', () => {
  const openings = new Openings()
  let allowed = 0
  for (let i = 0; i < 3_000; i++) allowed += Number(openings.allows('203.0.113.5', 0))
  expect(allowed).toBe(2_000)
  expect(openings.allows('203.0.113.6', 0)).toBe(true)
  expect(openings.allows('203.0.113.5', 5)).toBe(true)
})

test('I6: an address is forgotten when it has been quiet, and a whole network of IPv6 counts as one', () => {
  const openings = new Openings()
  for (let i = 0; i < 100; i++) openings.allows(`2001:db8:1:2::${i}`, 0)
  openings.allows('::ffff:203.0.113.5', 0)
  openings.allows('203.0.113.5', 0)
  openings.allows('::1', 0)
  expect(openings.size).toBe(2)
  openings.forgetQuiet(31_000)
  expect(openings.size).toBe(0)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:4711', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['[2001:DB8:1:2::5]:4711', '2001:db8:1:2'],
  ['[2001:db8:1:2::5]', '2001:db8:1:2'],
  ['2001:db8::5', '2001:db8:0:0'],
  ['2001:db8::a:b:c:d', '2001:db8:0:0'],
  ['2001:db8:0:0:9::1', '2001:db8:0:0'],
  ['2001:0db8:1::9', '2001:db8:1:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::', '0:0:0:0'],
  ['unknown', 'unknown'],
  ['', ''],
])('the address %s is of the network %s, whatever its port and however it is written', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
