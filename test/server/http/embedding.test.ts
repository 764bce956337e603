import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Service } from '../../../server/service.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'

const council = 'https://www.example.org'

async function listed(): Promise<Service> {
  return testService({
    prepare: async (store) => {
      await store.importConversation(townSquare)
      await store.importConversation(emptySquare)
      await store.saveSettings('town-square', { origins: [council, 'http://localhost:3000'] })
    },
  })
}

const get = ({ port }: Service, path: string, headers = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers })

test('the page to take part may be framed by the sites that its conversation lists', async () => {
  const response = await get(await listed(), '/c/town-square')
  expect(response.headers.get('Content-Security-Policy')).toContain(
    `frame-ancestors ${council} http://localhost:3000;`,
  )
  expect(response.headers.get('X-Frame-Options')).toBeNull()
  expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  expect(await response.text()).toContain(`"hosts":["${council}","http://localhost:3000"]`)
})

test.each([
  '/',
  '/facilitate',
  '/p/town-square',
  '/c/empty-square',
  '/c/nowhere',
  '/api/conversations',
  '/embed.js',
])('%s may be framed by nobody', async (path) => {
  const response = await get(await listed(), path)
  expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none';")
  expect(response.headers.get('X-Frame-Options')).toBe('DENY')
  expect(await response.text()).not.toContain(council)
})

test('the embedding script is at most 3 kB, asks for nothing else, and is confirmed by its tag', async () => {
  const service = await testService()
  const response = await get(service, '/embed.js')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  })
  const script = await response.text()
  expect(gzipSync(script).length).toBeLessThanOrEqual(3 * 1024)
  expect(script).not.toMatch(/\bimport\b|fetch\(|XMLHttpRequest|localStorage|cookie/)
  const again = await get(service, '/embed.js', { 'If-None-Match': response.headers.get('ETag') })
  expect(again.status).toBe(304)
})
