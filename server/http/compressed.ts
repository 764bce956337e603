// Answers go over the network compressed, as far as the browser reads it: a phone on a poor network waits for bytes. What was
// compressed already, is handed over as a file, or is too small to gain, stays as it is.
import { randomBytes, randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

export type Encoding = 'br' | 'gzip'

const COMPRESSIBLE =
  /^(?:text\/(?:html|css|javascript|plain)|application\/(?:json|manifest\+json)|image\/svg\+xml)\b/
const WORTH_IT = 1024
/** For what is compressed anew with each answer, and for what is compressed once and kept. */
const QUALITY = { fast: 4, best: 11 } as const

/** Whether something of this media type gains by it. */
export function isCompressible(type: string): boolean {
  return COMPRESSIBLE.test(type)
}

/** The encoding to answer in, by the browser's Accept-Encoding; null for none. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const names = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(';')[0]!.trim())
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null
}

/** The bytes in an encoding. */
export async function encoded(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  quality: keyof typeof QUALITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY[quality],
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const made = encoding === 'br' ? await asBrotli(bytes, { params }) : await asGzip(bytes)
  return new Uint8Array(made)
}

export const compressed: MiddlewareHandler = async (context, next) => {
  await next()
  const { res } = context
  if (!isCompressible(res.headers.get('Content-Type') ?? '')) return
  const isWhole = !res.headers.has('Content-Encoding') && !res.headers.has('Content-Disposition')
  if (res.body === null || !isWhole) return
  const headers = new Headers(res.headers)
  if (!headers.get('Vary')?.includes('Accept-Encoding')) headers.append('Vary', 'Accept-Encoding')
  const bytes = new Uint8Array(await res.arrayBuffer())
  const encoding = bytes.length < WORTH_IT ? null : encodingFor(context.req.header('Accept-Encoding'))
  if (encoding !== null) {
    headers.delete('Content-Length')
    headers.set('Content-Encoding', encoding)
  }
  const body = encoding === null ? bytes : await encoded(bytes, encoding, 'fast')
  context.res = undefined // else the headers of before are set once more
  context.res = new Response(body, { status: res.status, headers })
}

/** Some bytes, another number each time, so that nobody learns from the compressed length what stands on a page. */
export function padding(): string {
  return randomBytes(randomInt(96)).toString('base64url')
}
