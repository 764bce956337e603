// Questions and changes of staff over HTTP. Every answer is a value, or a refusal with words to show where it happened.
import { signal } from '@preact/signals'
import * as v from 'valibot'
import { ownRequest } from '../../server/protocol/staff/own-request.ts'
import { type AnyErrorCode, staffErrorBody } from '../../server/protocol/staff-errors.ts'
import { language, sayError } from '../page/boot.ts'

/** Why something was not done. */
export interface StaffRefusal {
  readonly code: AnyErrorCode
  /** In the language of the page. */
  readonly message: string
  /** What of it, where there is more to say. */
  readonly detail?: unknown
}

export type StaffAnswer<Value> = { readonly value: Value } | { readonly refusal: StaffRefusal }

export interface StaffRequestOptions {
  /** GET by default, POST where something is sent. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, such as a file. */
  readonly file?: Blob
  readonly signal?: AbortSignal
}

/** Whether the last answer said that nobody is signed in any more; the frame of the page then shows the way back. */
export const isSignedOut = signal(false)

/** Asks the service. Where it cannot be reached, the answer is the refusal `storage-unavailable`: it may be asked again. */
export async function askStaff<Value>(
  path: string,
  schema: v.GenericSchema<unknown, Value>,
  { method, body, file, signal: abort }: StaffRequestOptions = {},
): Promise<StaffAnswer<Value>> {
  const sent = file ?? (body === undefined ? undefined : JSON.stringify(body))
  try {
    const response = await fetch(path, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      headers: {
        'Accept-Language': language,
        [ownRequest.name]: ownRequest.value,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(sent !== undefined && { body: sent }),
      ...(abort !== undefined && { signal: abort }),
    })
    const answer: unknown = await response.json()
    if (response.ok) {
      isSignedOut.value = false
      return { value: v.parse(schema, answer) }
    }
    const { error } = v.parse(staffErrorBody, answer)
    if (error.code === 'sign-in-needed') isSignedOut.value = true
    return { refusal: error }
  } catch {
    return { refusal: { code: 'storage-unavailable', message: sayError('storage-unavailable') } }
  }
}
