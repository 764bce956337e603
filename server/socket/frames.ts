// From bytes to messages and back. Nothing that a client sends is trusted before it has passed the schema.
import * as v from 'valibot'
import type { Down } from '../protocol/down.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { type Up, up } from '../protocol/up.ts'
import { MAXIMUM_FRAME_BYTES } from '../protocol/version.ts'

export type Decoded =
  { readonly message: Up } | { readonly code: Extract<ErrorCode, 'malformed-frame' | 'frame-too-large'> }

/** Decodes a frame from a client; never throws. */
export function decodeFrame(frame: Buffer, isBinary: boolean): Decoded {
  if (frame.length > MAXIMUM_FRAME_BYTES) return { code: 'frame-too-large' }
  if (isBinary) return { code: 'malformed-frame' }
  let value: unknown
  try {
    value = JSON.parse(frame.toString('utf8'))
  } catch {
    return { code: 'malformed-frame' }
  }
  const parsed = v.safeParse(up, value, { abortEarly: true })
  return parsed.success ? { message: parsed.output } : { code: 'malformed-frame' }
}

export function encodeFrame(message: Down): string {
  return JSON.stringify(message)
}
