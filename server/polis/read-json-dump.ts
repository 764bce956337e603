// JSON dumps of a Polis conversation, as its API answers them or as red-dwarf stores them: comments.json, votes.json and, where
// it is there, conversation.json. Of the API's own answers agree is −1; that of dumps by red-dwarf is +1; the counts of
// comments.json tell which it is.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readJson } from './read-method.ts'
import { MOST_STATEMENTS } from './limits.ts'
import type { ExportedStatement } from './read-statements.ts'
import type { Summary } from './read-summary.ts'
import { RefusedExport } from './refused-export.ts'
import type { ExportedVotes } from './scan-votes.ts'
import { isInMilliseconds } from './timestamps.ts'

const LARGEST_ID = 2 ** 32 - 1
const id = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST_ID))
const count = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))))
/** Milliseconds or seconds as a number or in digits, or a date as ISO 8601 writes it. */
const time = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(timeOf),
  v.check((ms) => Number.isFinite(ms) && ms >= 0, 'expected a time'),
)
const flag = v.optional(v.nullable(v.boolean()))

const comment = v.object({
  txt: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000)),
  tid: v.optional(id),
  statement_id: v.optional(id),
  pid: v.optional(v.nullable(v.number())),
  participant_id: v.optional(v.nullable(v.number())),
  created: time,
  mod: v.optional(v.picklist([-1, 0, 1])),
  moderated: v.optional(v.picklist([-1, 0, 1])),
  is_meta: flag,
  is_seed: flag,
  agree_count: count,
  disagree_count: count,
})
const vote = v.object({
  pid: v.optional(id),
  participant_id: v.optional(id),
  tid: v.optional(id),
  statement_id: v.optional(id),
  vote: v.picklist([-1, 0, 1]),
  modified: time,
})
const conversation = v.object({
  topic: v.optional(v.nullable(v.string())),
  description: v.optional(v.nullable(v.string())),
  conversation_id: v.optional(v.nullable(v.string())),
})

/** Whether a folder holds such a dump. */
export function hasJsonDump(folder: string): boolean {
  return existsSync(join(folder, 'comments.json')) && existsSync(join(folder, 'votes.json'))
}

/** Throws a RefusedExport that names the file and the place in it. */
export function readJsonDump(folder: string): {
  readonly summary: Summary
  readonly statements: ExportedStatement[]
  readonly votes: ExportedVotes
} {
  const about = existsSync(join(folder, 'conversation.json'))
    ? parsed(
        conversation,
        readJson(join(folder, 'conversation.json'), 'conversation.json'),
        'conversation.json',
      )
    : {}
  const comments = parsed(
    v.array(comment),
    readJson(join(folder, 'comments.json'), 'comments.json'),
    'comments.json',
  )
  if (comments.length > MOST_STATEMENTS) {
    const most = { most: MOST_STATEMENTS }
    throw new RefusedExport('comments.json', null, (say) => say('tooManyStatements', most))
  }
  const places = new Map<number, number>()
  comments.forEach((each, place) => {
    const id = each.tid ?? each.statement_id ?? -1
    const before = places.get(id)
    places.set(id, place)
    if (before !== undefined) {
      throw incomplete('comments.json', place, `the tid ${id} is that of entry ${before + 1} too`)
    }
  })
  const votes = parsed(v.array(vote), readJson(join(folder, 'votes.json'), 'votes.json'), 'votes.json')
  return {
    summary: {
      topic: about.topic ?? '',
      description: about.description ?? '',
      url: about.conversation_id ? `https://pol.is/${about.conversation_id}` : '',
      voters: null,
      comments: null,
      commenters: null,
      declaresSign: false,
    },
    statements: comments.map(statementOf).sort((a, b) => a.statement.id - b.statement.id),
    votes: {
      participants: Uint32Array.from(votes, (each, place) => named(each.pid ?? each.participant_id, place)),
      statements: Uint32Array.from(votes, (each, place) => named(each.tid ?? each.statement_id, place)),
      values: Int8Array.from(votes, (each) => each.vote),
      timesMs: Float64Array.from(votes, ({ modified }) => modified),
      lineOf: (event) => event + 1,
    },
  }
}

function statementOf(each: v.InferOutput<typeof comment>, place: number): ExportedStatement {
  const number = each.tid ?? each.statement_id
  if (number === undefined) throw incomplete('comments.json', place, 'no tid')
  const author = each.pid ?? each.participant_id ?? -1
  return {
    statement: {
      id: number,
      text: each.txt,
      author: author >= 0 ? author : null,
      createdAtMs: each.created,
      moderation: each.mod ?? each.moderated ?? 0,
      isMeta: each.is_meta ?? false,
      isSeed: each.is_seed ?? false,
    },
    agrees: each.agree_count ?? 0,
    disagrees: each.disagree_count ?? 0,
  }
}

function named(number: number | undefined, place: number): number {
  if (number !== undefined) return number
  throw incomplete('votes.json', place, 'no pid or no tid')
}

function parsed<Output>(schema: v.GenericSchema<unknown, Output>, document: unknown, file: string): Output {
  const read = v.safeParse(schema, document)
  if (read.success) return read.output
  const [issue] = read.issues
  const path = issue.path ?? []
  const place =
    typeof path[0]?.key === 'number'
      ? `entry ${path[0].key + 1}, ${String(path[1]?.key ?? '')}`
      : (v.getDotPath(issue) ?? '')
  const values = { place, problem: issue.message }
  throw new RefusedExport(file, null, (say) => say('jsonEntry', values))
}

function incomplete(file: string, place: number, problem: string): RefusedExport {
  return new RefusedExport(file, null, (say) => say('jsonEntry', { place: `entry ${place + 1}`, problem }))
}

function timeOf(given: number | string): number {
  const number = Number(given)
  if (!Number.isNaN(number)) return isInMilliseconds(number) ? number : number * 1000
  return Date.parse(String(given))
}
