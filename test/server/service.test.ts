import { expect, test } from 'vitest'
import { testService } from './test-service.ts'

test('a connection that nobody uses is kept longer than proxies keep theirs', async () => {
  const { port } = await testService()
  const { headers } = await fetch(`http://127.0.0.1:${port}/healthz`)
  const seconds = Number(/timeout=(\d+)/.exec(headers.get('Keep-Alive') ?? '')?.[1])
  expect(seconds).toBeGreaterThan(60)
})
