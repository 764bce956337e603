// What the forms of the page without a script may say. Values come as text; what does not match is a malformed frame.
import * as v from 'valibot'
import { reportReason } from '../protocol/own-data.ts'
import { mutationId, participantToken, statementId } from '../protocol/values.ts'
import { siteWord } from './named.ts'

/** Larger than any honest form: the longest draft, each letter of it escaped. */
export const FORM_LIMIT = 40 * 1024

const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), statementId)
const vote = v.pipe(
  v.picklist(['-1', '0', '1']),
  v.transform((value) => Number(value) as -1 | 0 | 1), // picked above
)
/** A statement and what to vote on it, in the value of one button: `12:-1`, or `12:w` to withdraw. */
const change = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}:(?:-1|0|1|w)$/),
  v.transform((value) => {
    const [statement, said] = value.split(':')
    const newVote = said === 'w' ? null : (Number(said) as -1 | 0 | 1) // as the pattern says
    return { statement: Number(statement), vote: newVote }
  }),
)
const draft = v.pipe(v.string(), v.maxLength(4000))

/** On every form: who posts it, where no cookie says so or a site does, and a name for what is done, so that doing it twice is doing it once. */
const who = { token: v.optional(participantToken), xid: v.optional(siteWord), mutation: mutationId }

export const posted = v.variant('act', [
  v.object({ act: v.literal('vote'), ...who, statement: number, vote }),
  v.object({ act: v.literal('undo'), ...who, statement: number }),
  v.object({ act: v.literal('change'), ...who, change }),
  v.object({ act: v.literal('ask'), ...who, statement: number }),
  v.object({ act: v.literal('write'), ...who, text: draft, sure: v.optional(v.literal('yes')) }),
  v.object({ act: v.literal('take-back'), ...who, statement: number }),
  v.object({ act: v.literal('answer'), ...who }),
  v.object({ act: v.literal('report'), ...who, statement: number, reason: v.optional(reportReason) }),
  v.object({ act: v.picklist(['voting', 'votes', 'own']), ...who }),
  v.object({ act: v.picklist(['code', 'copy-json', 'copy-csv']), ...who }),
  v.object({ act: v.literal('invite'), ...who, code: v.pipe(v.string(), v.maxLength(100)) }),
  v.object({ act: v.literal('return'), ...who, words: v.pipe(v.string(), v.maxLength(200)) }),
  v.object({
    act: v.literal('erase'),
    ...who,
    statements: v.picklist(['keep', 'withdraw']),
    sure: v.optional(v.literal('yes')),
  }),
])
export type Posted = v.InferOutput<typeof posted>

/** Begins the name of each field that holds the answer to an entry question. */
export const QUESTION_FIELD = 'question-'

/** Answers to the entry questions among the fields of a form. */
export function answersIn(fields: URLSearchParams): Readonly<Record<string, string>> {
  const given = [...fields].filter(([name]) => name.startsWith(QUESTION_FIELD))
  return Object.fromEntries(given.map(([name, value]) => [name.slice(QUESTION_FIELD.length), value]))
}
