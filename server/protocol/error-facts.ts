import type { Language } from './values.ts'

/** What is known of one error code. */
export interface ErrorFacts {
  /** HTTP status of an answer that refuses with this code. */
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  /** Code with which a socket is closed for it; null where a socket stays open. */
  readonly closeCode: number | null
  readonly words: Readonly<Record<Language, string>>
}
