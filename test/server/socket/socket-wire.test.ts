import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { SocketWire } from '../../../server/socket/socket-wire.ts'

/** A wire and the browser's side of it. */
async function connected(): Promise<{ wire: SocketWire; client: WebSocket }> {
  const http = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  await once(http, 'listening')
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  const taken = new Promise<SocketWire>((resolve) =>
    http.on('upgrade', (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (webSocket: WebSocket) =>
        resolve(new SocketWire(webSocket, socket)),
      ),
    ),
  )
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`) // listening on TCP
  onTestFinished(() => client.terminate())
  await once(client, 'open')
  return { wire: await taken, client }
}

test('texts of every length that a header tells apart arrive as they were sent', async () => {
  const { wire, client } = await connected()
  const texts = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => 'x'.repeat(length))
  texts.push('Mwy o goed — 樹 🌳', 'é'.repeat(63))
  const heard: string[] = []
  const all = new Promise<void>((resolve) =>
    client.on('message', (data, isBinary) => {
      expect(isBinary).toBe(false)
      heard.push(String(data))
      if (heard.length === 2 * texts.length) resolve()
    }),
  )
  for (const text of texts) {
    wire.send(text)
    wire.send(Buffer.from(text))
  }
  await all
  expect(heard).toEqual(texts.flatMap((text) => [text, text]))
})

test('one message to many is the same to all of them, and keeps its place among the others', async () => {
  const shared = Buffer.from('{"type":"counts"}')
  for (let i = 0; i < 3; i++) {
    const { wire, client } = await connected()
    const heard: string[] = []
    client.on('message', (data) => heard.push(String(data)))
    wire.send('before')
    wire.send(shared)
    wire.ping()
    wire.send('after')
    wire.close(4503, 'over')
    const [code] = (await once(client, 'close')) as [number]
    expect(code).toBe(4503)
    expect(heard).toEqual(['before', '{"type":"counts"}', 'after'])
  }
})
