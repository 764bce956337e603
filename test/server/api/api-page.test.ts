// The page that describes the API: everything that the OpenAPI document says, and code that works.
import { expect, test } from 'vitest'
import { VERIFY } from '../../../server/api/connection-parts.ts'
import { endpoints } from '../../../server/api/endpoints.ts'
import { escapeHtml } from '../../../server/http/html.ts'
import { signatureOf } from '../../../server/webhooks/send-message.ts'
import { testService } from '../test-service.ts'

test('the page names every address with its parameters, in both languages', async () => {
  const { port } = await testService()
  for (const language of ['en', 'cy']) {
    const answer = await fetch(`http://127.0.0.1:${port}/developers?lang=${language}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Language')).toBe(language)
    const html = await answer.text()
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/\[object|>undefined</)
    for (const { path, parameters } of endpoints) {
      expect(html).toContain(`<code>${escapeHtml(path)}</code>`)
      for (const { name } of parameters) expect(html).toContain(`<code>${name}</code>`)
    }
  }
})

test('the lines that verify a signature take what is ours, and nothing altered, old or foreign', async () => {
  const { isFromFolkmoot } = (await import(
    `data:text/javascript,${encodeURIComponent(`${VERIFY}\nexport { isFromFolkmoot }`)}`
  )) as { isFromFolkmoot: (body: string, header: string, key: string, nowSeconds: number) => boolean } // as written there
  const header = signatureOf('key', 1000, '{"event":"test"}')
  expect(isFromFolkmoot('{"event":"test"}', header, 'key', 1100)).toBe(true)
  expect(isFromFolkmoot('{"event":"test" }', header, 'key', 1100)).toBe(false)
  expect(isFromFolkmoot('{"event":"test"}', header, 'other', 1100)).toBe(false)
  expect(isFromFolkmoot('{"event":"test"}', header, 'key', 1301)).toBe(false)
  expect(isFromFolkmoot('{"event":"test"}', 'nothing', 'key', 1000)).toBe(false)
})
