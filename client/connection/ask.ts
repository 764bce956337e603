// Questions that a participant puts over HTTP: the token goes in a header, and every answer is a value or a code with words.
import * as v from 'valibot'
import { errorBody, type ErrorCode } from '../../server/protocol/errors.ts'

export type Answer<Value> = { readonly value: Value } | { readonly code: ErrorCode }

/**
 * Asks the service; `body` makes it a POST. Answers with the code `storage-unavailable` where nothing could be reached:
 * the same may be asked again later.
 */
export async function ask<Value>(
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  { token, body }: { readonly token?: string | undefined; readonly body?: unknown } = {},
): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, {
      headers: {
        'Accept-Language': document.documentElement.lang,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) return { code: v.parse(errorBody, answer).error.code }
    return { value: v.parse(schema, answer) }
  } catch {
    return { code: 'storage-unavailable' }
  }
}
