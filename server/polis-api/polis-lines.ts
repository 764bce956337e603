// What the Polis API answers from, made in one go by the thread of an export, so that all of its answers are of one moment: a
// line for the math document, one for the statements, and in open data one for each person's votes.
import type { Contents } from '../export/contents.ts'
import { opinionMapOf } from '../export/canonical-map.ts'
import type { ExportFile } from '../export/export-file.ts'
import { textOf, toldVotes } from '../export/polis-files.ts'
import { fillRow, UNSEEN } from '../export/voters.ts'
import { polisMath } from './polis-math.ts'

/** Name under which the thread is asked for them. */
export const POLIS_LINES = 'polis-api.lines'

/** A statement as Polis shows it, without the conversation. */
export interface PolisComment {
  readonly txt: string
  readonly tid: number
  readonly created: string
  readonly tweet_id: null
  readonly quote_src_url: null
  readonly is_seed: boolean
  readonly is_meta: boolean
  readonly lang: null
  readonly pid: number
  readonly velocity: 1
  readonly mod: -1 | 0 | 1
  readonly active: boolean
  readonly agree_count: number | null
  readonly disagree_count: number | null
  readonly pass_count: number | null
  readonly count: number | null
}

/** The lines; votes are written as `statement:vote` in Polis' sign, parted by spaces. */
export function polisLines(contents: Contents): ExportFile {
  return {
    name: POLIS_LINES,
    type: 'application/json; charset=utf-8',
    async *pieces() {
      yield `${JSON.stringify(polisMath(contents, await opinionMapOf(contents)))}\n`
      yield `${JSON.stringify(commentsOf(contents))}\n`
      const { data, people } = contents
      const row = new Int8Array(data.statements.length)
      for (const participant of people) {
        fillRow(data, participant, row)
        const votes: string[] = []
        row.forEach((value, index) => {
          if (value !== UNSEEN) votes.push(`${data.statements[index]!.id}:${0 - value}`)
        })
        yield `${votes.join(' ')}\n`
      }
    },
  }
}

function commentsOf(contents: Contents): PolisComment[] {
  const { data, tally, kind } = contents
  const { agrees, disagrees, votes } = tally.all
  return data.statements.map(({ id, createdAtMs, isSeed, isMeta, moderation, isWaiting }, index) => {
    const exact = { agrees: agrees[index]!, disagrees: disagrees[index]!, votes: votes[index]! }
    const told = kind === 'open-data' ? exact : toldVotes(contents, index).all
    return {
      txt: textOf(contents, index),
      tid: id,
      created: String(createdAtMs),
      tweet_id: null,
      quote_src_url: null,
      is_seed: isSeed,
      is_meta: isMeta,
      lang: null,
      // Who wrote it is not told: a number beyond those of all voters.
      pid: tally.voters,
      velocity: 1,
      mod: isWaiting ? -1 : moderation,
      active: data.closed[index] === 0,
      agree_count: told?.agrees ?? null,
      disagree_count: told?.disagrees ?? null,
      pass_count: told === null ? null : told.votes - told.agrees - told.disagrees,
      count: told?.votes ?? null,
    }
  })
}
