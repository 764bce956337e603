// The files with a row for each vote and for each person. They can have millions of rows, so rows are written by hand into
// pieces of some thousand, with nothing kept in between; what one file alone needs is made when it is written.
import { ERASED, isVote, PARTICIPANT_ERASED } from '../store/store.ts'
import { ByteRows } from './byte-rows.ts'
import type { Contents } from './contents.ts'
import type { ExportFile } from './export-file.ts'
import { dateOf } from './polis-files.ts'
import { emptyTally, fillRow, groupNumber, letterOf, type StatementTally, UNSEEN } from './voters.ts'
import { participantAt, timesByParticipant, WITHDRAWAL } from './votes-by-participant.ts'

/**
 * Walks through the votes that votes.csv lists, person by person: in open data the current ones; else every vote, but for
 * those that were withdrawn and what was voted on the same statement before. `visit` gets their places among the codes.
 */
function visitListed({ data, people, kind }: Contents, visit: (place: number) => void): void {
  const { codes, starts } = data.votes
  const isOver = new Uint8Array(data.statements.length)
  const listed: number[] = []
  for (const participant of people) {
    for (let at = starts[participant + 1]! - 1; at >= starts[participant]!; at--) {
      const statement = codes[at]! >>> 2
      if (isOver[statement] === 1) continue
      const isWithdrawal = (codes[at]! & 3) === WITHDRAWAL
      if (isWithdrawal || kind === 'open-data') isOver[statement] = 1
      if (!isWithdrawal) listed.push(at)
    }
    for (let at = starts[participant]!; at < starts[participant + 1]!; at++) isOver[codes[at]! >>> 2] = 0
    while (listed.length > 0) visit(listed.pop()!)
  }
}

/** What the listed votes add up to. */
export function listedVotes(contents: Contents): StatementTally {
  const { codes } = contents.data.votes
  const tally = emptyTally(contents.data.statements.length)
  visitListed(contents, (place) => {
    const statement = codes[place]! >>> 2
    const value = (codes[place]! & 3) - 1
    tally.votes[statement]!++
    if (value === 1) tally.agrees[statement]!++
    else if (value === -1) tally.disagrees[statement]!++
  })
  return tally
}

/** Places of the listed votes by statement, then person, then time. */
function listedPlaces(contents: Contents): Uint32Array {
  const { codes } = contents.data.votes
  const { votes } = listedVotes(contents)
  const next = new Uint32Array(votes.length + 1)
  for (let j = 0; j < votes.length; j++) next[j + 1] = next[j]! + votes[j]!
  const places = new Uint32Array(next[votes.length]!)
  visitListed(contents, (place) => (places[next[codes[place]! >>> 2]!++] = place))
  return places
}

/** One row for each listed vote. In open data every vote has the time at which the conversation was made. */
export function votesFile(contents: Contents): ExportFile {
  const { data, people, ids, kind } = contents
  const { votes, statements, conversation } = data
  return {
    name: 'votes.csv',
    type: 'text/csv; charset=utf-8',
    async *pieces() {
      yield 'timestamp,datetime,comment-id,voter-id,vote\r\n'
      const places = listedPlaces(contents)
      const timesMs = kind === 'open-data' ? null : await timesByParticipant(data.readLog, votes)
      const idOf = new Float64Array(data.participants)
      people.forEach((participant, row) => (idOf[participant] = ids[row]!))
      const rows = new ByteRows()
      const withoutTime = timeOf(conversation.createdAtMs)
      for (const place of places) {
        const code = votes.codes[place]!
        rows.text(timesMs === null ? withoutTime : timeOf(timesMs[place]!))
        rows.comma()
        rows.number(statements[code >>> 2]!.id)
        rows.comma()
        rows.number(idOf[participantAt(votes, place)]!)
        rows.comma()
        rows.number((code & 3) - 1)
        rows.text('\r\n')
        if (rows.isEnough) yield rows.take()
      }
      yield rows.take()
    },
  }
}

function timeOf(timeMs: number): string {
  const seconds = Math.floor(timeMs / 1000)
  return `${seconds},${dateOf(seconds)}`
}

/** One row for each person: the group, how much they did, and their current vote on each statement. */
export function participantVotesFile(contents: Contents): ExportFile {
  const { data, people, ids, kind } = contents
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
      const rows = new ByteRows()
      for (const [place, participant] of people.entries()) {
        const votes = fillRow(data, participant, row)
        const letter = letterOf(data, participant)
        const group = letter === null ? '' : groupNumber(letter)
        // Who wrote a statement could be recognised by it, and would be by all of their votes with it.
        const comments = kind === 'open-data' ? '' : (written.get(participant) ?? 0)
        let agrees = 0
        let disagrees = 0
        for (const value of row) {
          if (value === 1) agrees++
          else if (value === -1) disagrees++
        }
        rows.text(`${ids[place]},${group},${comments},${votes},${agrees},${disagrees}`)
        for (const value of row) {
          rows.comma()
          if (value !== UNSEEN) rows.number(value)
          if (rows.isEnough) yield rows.take()
        }
        rows.text('\r\n')
      }
      yield rows.take()
    },
  }
}

/** The log itself, entry by entry, so that whoever holds it can make every map again; only in the owner's copy. */
export function voteLogFile({ data }: Contents): ExportFile {
  const { readLog, statements, idOf } = data
  return {
    name: 'vote-log.csv',
    type: 'text/csv; charset=utf-8',
    async *pieces() {
      yield 'sequence,time-ms,comment-id,voter-id,vote\r\n'
      const rows = new ByteRows()
      for await (const { length, firstSequence, ...slice } of readLog()) {
        for (let i = 0; i < length; i++) {
          const value = slice.values[i]!
          // What was erased leaves its place, and whoever was erased a place that says so.
          const isErased = value === ERASED
          rows.number(firstSequence + i)
          rows.comma()
          if (!isErased) rows.number(slice.timesMs[i]!)
          rows.comma()
          if (!isErased && value !== PARTICIPANT_ERASED) rows.number(statements[slice.statements[i]!]!.id)
          rows.comma()
          if (!isErased) rows.number(idOf(slice.participants[i]!))
          rows.comma()
          if (isVote(value)) rows.number(value)
          rows.text('\r\n')
          if (rows.isEnough) yield rows.take()
        }
      }
      yield rows.take()
    },
  }
}
