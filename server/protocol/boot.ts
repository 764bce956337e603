import * as v from 'valibot'
import { conversation } from './conversation.ts'
import { errorCode } from './errors.ts'
import { language } from './values.ts'

/**
 * What the server writes into a page, as JSON in `<script type="application/json" id="boot">`, so that the page can
 * draw before its first request is answered.
 */
export const boot = v.strictObject({
  language,
  /** The conversation of the page; null on pages that belong to none. */
  conversation: v.nullable(conversation),
  /** Origins whose pages may show this one in a frame. */
  hosts: v.array(v.string()),
  /** Why the page that was asked for cannot be shown; null on all other pages. */
  error: v.nullable(errorCode),
})
export type Boot = v.InferOutput<typeof boot>
