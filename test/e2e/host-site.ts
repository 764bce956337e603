// A council's site on an origin of its own (127.0.0.1 on a free port, where the service is at localhost), whose one page
// holds what a test gives it and remembers every message that it hears.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'

/** A message as the host's page heard it. */
export interface HeardMessage {
  readonly origin: string
  readonly data: { readonly name: string; readonly [key: string]: unknown }
}

export interface HostSite {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string
  /** What the page's body holds from now on. */
  show(body: string): void
  close(): Promise<void>
}

export async function startHostSite(): Promise<HostSite> {
  let body = ''
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Referrer-Policy', 'no-referrer') // the strictest site that is
    response.end(
      request.url === '/favicon.ico'
        ? ''
        : `<!doctype html><html lang="en"><title>Council</title><meta name="viewport" content="width=device-width">
           <script>heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }))</script>
           <h1>Have your say</h1>${body}`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // listening on TCP
    show: (next) => (body = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** All messages that the page has heard so far. */
export function messagesOf(page: Page): Promise<HeardMessage[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: HeardMessage[] }).heard) // the page's own script
}
