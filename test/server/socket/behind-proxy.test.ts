// The service behind a real proxy that does what the configurations in the README say: pages, sockets and the limit of an
// address are those of the browser, and what the browser itself claims to have been forwarded is not believed.
import { once } from 'node:events'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

/** How a proxy passes on what it was asked: nginx as in the README writes the headers afresh, Caddy too. */
function forwarded(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    ...(headers as Record<string, string>), // none of these is sent twice here
    host: '127.0.0.1',
    'x-forwarded-host': headers.host!,
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '192.0.2.7',
  }
}

async function proxyTo(port: number): Promise<number> {
  const proxy: Server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const onward = request(
      { port, host: '127.0.0.1', method, path, headers: forwarded(headers) },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(outgoing)
      },
    )
    incoming.pipe(onward)
  })
  proxy.on('upgrade', (incoming, socket) => {
    const onward = connect(port, '127.0.0.1', () => {
      const lines = Object.entries(forwarded(incoming.headers)).map(([name, value]) => `${name}: ${value}`)
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      onward.pipe(socket).pipe(onward)
    })
    for (const [one, other] of [[socket, onward] as const, [onward, socket] as const]) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  return (proxy.address() as AddressInfo).port // it listens on a port
}

/** Status of an upgrade as a browser on a page of this origin would ask for it. */
async function statusFor(port: number, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers })
  onTestFinished(() => socket.terminate())
  socket.on('error', () => {})
  return await Promise.race([
    once(socket, 'unexpected-response').then(([, { statusCode }]) => statusCode as number),
    once(socket, 'open').then(() => 101),
  ])
}

const host = 'talk.example.org'

test('behind one trusted proxy pages and sockets of the public address work, and those of others do not', async () => {
  const service = await testService({ trustProxy: 1 })
  const port = await proxyTo(service.port)
  const page = await fetch(`http://127.0.0.1:${port}/c/${townSquare.id}`)
  expect(page.status).toBe(200)
  expect(await statusFor(port, { host, origin: `https://${host}` })).toBe(101)
  expect(await statusFor(port, { host, origin: `http://${host}` })).toBe(403)
  expect(await statusFor(port, { host, origin: 'https://evil.example' })).toBe(403)
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
  expect(await statusFor(port, { host, origin: 'https://evil.example', ...forged })).toBe(403)
})

test('without a trusted proxy nothing that is forwarded is believed', async () => {
  const service = await testService()
  const port = await proxyTo(service.port)
  expect(await statusFor(port, { host, origin: `https://${host}` })).toBe(403)
})
