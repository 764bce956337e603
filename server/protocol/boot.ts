import * as v from 'valibot'
import { arrivalMark } from './channel.ts'
import { conversation } from './conversation.ts'
import { shownQuestions } from './entry-questions.ts'
import { shownPurpose } from './purpose.ts'
import { progress, statement } from './statement.ts'
import { language, participantToken } from './values.ts'

/**
 * What the server writes into a page, as JSON in `<script type="application/json" id="boot">`, so that the page can
 * draw before its first request is answered.
 */
export const boot = v.strictObject({
  language,
  /** The conversation of the page; null on pages that belong to none. */
  conversation: v.nullable(conversation),
  /** What the conversation is for; null where nobody has said so. */
  purpose: v.nullable(shownPurpose),
  /** Questions about the person; null where there are none. */
  questions: v.nullable(shownQuestions),
  /** What the page shows before its script has run, so that the script goes on from there; null where nothing is asked. */
  first: v.nullable(
    v.strictObject({
      token: participantToken,
      statement: v.nullable(statement),
      progress,
    }),
  ),
  /** How the page was reached, for `hello` and for what is written; null for the conversation's own page. */
  arrival: v.nullable(arrivalMark),
  /** Address under which people reach the service, where it is known to be another than the page's own. */
  publicUrl: v.nullable(v.pipe(v.string(), v.url())),
  /** Origins whose pages may show this one in a frame. */
  hosts: v.array(v.string()),
  /** Why the page that was asked for cannot be shown; null on all other pages. */
  error: v.nullable(v.strictObject({ code: v.string(), words: v.string() })),
})
export type Boot = v.InferOutput<typeof boot>
