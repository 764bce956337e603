import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { encodingFor } from '../../../server/http/compressed.ts'
import { testService } from '../test-service.ts'

test('the encoding is one that the browser names and does not rule out', () => {
  expect(encodingFor('gzip, deflate, br, zstd')).toBe('br')
  expect(encodingFor('gzip;q=1.0, br;q=0')).toBe('gzip')
  expect([encodingFor(undefined), encodingFor('identity'), encodingFor('brotli')]).toEqual([null, null, null])
})

/** An answer as it came over the network; fetch would have unpacked it. */
function asSent(port: number, path: string, accepted: string) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ port, path, host: '127.0.0.1', headers: { 'Accept-Encoding': accepted } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

test('pages and assets go over the network compressed, and say the same', async () => {
  const { port } = await testService()
  const page = await asSent(port, '/c/town-square', 'br')
  expect(page.headers).toMatchObject({ 'content-encoding': 'br' })
  expect(page.headers.vary).toContain('Accept-Encoding')
  const html = brotliDecompressSync(page.body).toString()
  expect(html).toContain('What should become of the square?')
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)![1]!
  const plain = await asSent(port, script, 'identity')
  for (const [encoding, unpacked] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const packed = await asSent(port, script, encoding)
    expect(packed.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': plain.headers['content-type'],
    })
    expect(packed.body.length).toBeLessThan(plain.body.length / 2)
    expect(unpacked(packed.body)).toEqual(plain.body)
  }
})

test('the length of a page that holds a secret is another one each time', async () => {
  const { port } = await testService()
  const lengths = await Promise.all(
    Array.from({ length: 20 }, async () => (await asSent(port, '/c/town-square', 'br')).body.length),
  )
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(10)
})
