// What staff send: read up to a limit and no further, so that a file of any size is refused before it is in memory.
import type { Context } from 'hono'
import * as v from 'valibot'

/** Enough for 10,000 names on a list, or 5,000 statements. */
const JSON_LIMIT = 8 * 1024 * 1024

/** The bytes of the body, or null where there are more than `limit`. */
export async function bytesUpTo(context: Context, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(context.req.header('Content-Length') ?? 0) > limit) return null
  const body = context.req.raw.body
  if (body === null) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) return null
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

/** The JSON body where it matches the schema; else the code of the refusal. */
export async function jsonBody<Output>(
  context: Context,
  schema: v.GenericSchema<unknown, Output>,
): Promise<{ readonly body: Output } | 'frame-too-large' | 'malformed-frame'> {
  const bytes = await bytesUpTo(context, JSON_LIMIT)
  if (bytes === null) return 'frame-too-large'
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? { body: parsed.output } : 'malformed-frame'
  } catch {
    return 'malformed-frame'
  }
}
