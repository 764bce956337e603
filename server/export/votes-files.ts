// The files with a row for each vote and for each person. They can have millions of rows, so rows are written by hand into
// pieces of some thousand, with nothing kept in between.
import { ERASED, isVote, PARTICIPANT_ERASED, WITHDRAWN } from '../store/store.ts'
import type { Contents } from './contents.ts'
import type { ExportFile } from './export-file.ts'
import { dateOf } from './polis-files.ts'
import { fillRow, groupNumber, letterOf, type StatementTally, UNSEEN } from './voters.ts'

const PIECE = 256

/** Entries of the log that votes.csv lists, by statement, then person, then time. */
export interface ListedVotes {
  readonly entries: Uint32Array
  /** What they add up to. */
  readonly tally: StatementTally
}

/**
 * The votes to list: in open data the current ones; else every vote, but for those that were withdrawn and what was voted
 * on the same statement before.
 */
export function listVotes({ data, entries, people, kind }: Contents): ListedVotes {
  const { log, statements } = data
  const { order, starts } = entries
  const agrees = new Uint32Array(statements.length)
  const disagrees = new Uint32Array(statements.length)
  const votes = new Uint32Array(statements.length)
  const isListed = new Uint8Array(log.length)
  const isOver = new Uint8Array(statements.length)
  for (const participant of people) {
    for (let at = starts[participant + 1]! - 1; at >= starts[participant]!; at--) {
      const entry = order[at]!
      const statement = log.statements[entry]!
      if (isOver[statement] === 1) continue
      const value = log.values[entry]!
      if (value === WITHDRAWN || kind === 'open-data') isOver[statement] = 1
      if (value === WITHDRAWN) continue
      isListed[entry] = 1
      votes[statement]!++
      if (value === 1) agrees[statement]!++
      else if (value === -1) disagrees[statement]!++
    }
    for (let at = starts[participant]!; at < starts[participant + 1]!; at++) {
      isOver[log.statements[order[at]!]!] = 0
    }
  }
  const next = new Uint32Array(statements.length + 1)
  for (let j = 0; j < statements.length; j++) next[j + 1] = next[j]! + votes[j]!
  const listed = new Uint32Array(next[statements.length]!)
  for (const participant of people) {
    for (let at = starts[participant]!; at < starts[participant + 1]!; at++) {
      const entry = order[at]!
      if (isListed[entry] === 1) listed[next[log.statements[entry]!]!++] = entry
    }
  }
  return { entries: listed, tally: { agrees, disagrees, votes } }
}

/** One row for each listed vote. In open data every vote has the time at which the conversation was made. */
export function votesFile({ data, people, ids, kind }: Contents, { entries }: ListedVotes): ExportFile {
  const { log, statements, conversation } = data
  return {
    name: 'votes.csv',
    type: 'text/csv; charset=utf-8',
    *pieces() {
      yield 'timestamp,datetime,comment-id,voter-id,vote\r\n'
      const idOf = new Float64Array(data.participants)
      people.forEach((participant, place) => (idOf[participant] = ids[place]!))
      const beginning = Math.floor(conversation.createdAtMs / 1000)
      const withoutTime = `${beginning},${dateOf(beginning)}`
      for (let start = 0; start < entries.length; start += PIECE) {
        let piece = ''
        const end = Math.min(entries.length, start + PIECE)
        for (let i = start; i < end; i++) {
          const entry = entries[i]!
          const time = kind === 'open-data' ? withoutTime : timeOf(log.timesMs[entry]!)
          const statement = statements[log.statements[entry]!]!.id
          piece += `${time},${statement},${idOf[log.participants[entry]!]!},${log.values[entry]!}\r\n`
        }
        yield piece
      }
    },
  }
}

function timeOf(timeMs: number): string {
  const seconds = Math.floor(timeMs / 1000)
  return `${seconds},${dateOf(seconds)}`
}

/** One row for each person: the group, how much they did, and their current vote on each statement. */
export function participantVotesFile(contents: Contents): ExportFile {
  const { data, entries, people, ids, kind } = contents
  return {
    name: 'participant-votes.csv',
    type: 'text/csv; charset=utf-8',
    *pieces() {
      const { statements } = data
      const header = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']
      yield `${[...header, ...statements.map(({ id }) => id)].join(',')}\r\n`
      const written = new Map<number, number>()
      for (const { author } of statements)
        if (author !== null) written.set(author, (written.get(author) ?? 0) + 1)
      const row = new Int8Array(statements.length)
      for (const [place, participant] of people.entries()) {
        const votes = fillRow(data, entries, participant, row)
        const letter = letterOf(data, participant)
        const group = letter === null ? '' : groupNumber(letter)
        // Who wrote a statement could be recognised by it, and would be by all of their votes with it.
        const comments = kind === 'open-data' ? '' : (written.get(participant) ?? 0)
        let agrees = 0
        let disagrees = 0
        let cells = ''
        for (let j = 0; j < row.length; j++) {
          const value = row[j]!
          if (value === 1) agrees++
          else if (value === -1) disagrees++
          cells += value === UNSEEN ? ',' : `,${value}`
        }
        yield `${ids[place]},${group},${comments},${votes},${agrees},${disagrees}${cells}\r\n`
      }
    },
  }
}

/** The log itself, entry by entry, so that whoever holds it can make every map again; only in the owner's copy. */
export function voteLogFile({ data }: Contents): ExportFile {
  const { log, statements, idOf } = data
  return {
    name: 'vote-log.csv',
    type: 'text/csv; charset=utf-8',
    *pieces() {
      yield 'sequence,time-ms,comment-id,voter-id,vote\r\n'
      for (let start = 0; start < log.length; start += PIECE) {
        let piece = ''
        const end = Math.min(log.length, start + PIECE)
        for (let i = start; i < end; i++) {
          const value = log.values[i]!
          // What was erased leaves its place, and whoever was erased a place that says so.
          const time = value === ERASED ? '' : log.timesMs[i]
          const statement =
            value === ERASED || value === PARTICIPANT_ERASED ? '' : statements[log.statements[i]!]!.id
          const voter = value === ERASED ? '' : idOf(log.participants[i]!)
          piece += `${i + 1},${time},${statement},${voter},${isVote(value) ? value : ''}\r\n`
        }
        yield piece
      }
    },
  }
}
