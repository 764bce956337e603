// The files that Polis exports have, in its column order of today ("polis-export/1"; Polis mathematics 11.1): agree is +1,
// times are seconds.
import { type ShownVotes, shownVotes } from '../protocol/shown-votes.ts'
import { shownCount } from '../report/suppress.ts'
import type { Contents } from './contents.ts'
import { csvFile, type ExportFile, jsonFile } from './export-file.ts'
import { type Cell, csvRow } from './csv-text.ts'
import { groupNumber, type StatementTally } from './voters.ts'

export const VOTE_CONVENTION = 'agree=+1;disagree=-1;pass=0;format=polis-export/1'
/** Stands for a text that moderators did not let through. */
export const WITHHELD = '(not published)'

/** Key and value in each row, without a header. */
export function summaryFile(contents: Contents): ExportFile {
  const { data, tally, url, style } = contents
  const { conversation, statements } = data
  const authors = new Set(statements.flatMap(({ author }) => author ?? []))
  const rows: readonly (readonly Cell[])[] = [
    ['topic', conversation.topic],
    ['url', url],
    ['voters', tally.voters],
    ['voters-in-conv', data.map?.snapshot.grouped ?? 0],
    [
      'commenters',
      contents.kind === 'everything' ? authors.size : shownCount(authors.size, contents.smallest),
    ],
    ['comments', contentsOfStatements(contents).length],
    ['groups', data.map?.snapshot.groups.length ?? 0],
    ['conversation-description', conversation.description],
    ['vote-convention', VOTE_CONVENTION],
  ]
  return {
    name: 'summary.csv',
    type: 'text/csv; charset=utf-8',
    *pieces() {
      for (const row of rows) yield csvRow(row, style)
    },
    table: () => rows,
  }
}

/** One row for each statement. */
export function commentsFile(contents: Contents, events: StatementTally): ExportFile {
  const { kind, data, style } = contents
  const header = [
    'timestamp',
    'datetime',
    'comment-id',
    'author-id',
    'agrees',
    'disagrees',
    'moderated',
    'comment-body',
  ]
  return csvFile(
    'comments.csv',
    header,
    function* () {
      for (const index of contentsOfStatements(contents)) {
        const statement = data.statements[index]!
        const seconds = Math.floor(statement.createdAtMs / 1000)
        const count = kind === 'results' ? toldVotes(contents, index).all : countOf(events, index)
        yield [
          seconds,
          dateOf(seconds),
          statement.id,
          authorOf(contents, statement.author),
          count?.agrees ?? null,
          count?.disagrees ?? null,
          statement.moderation,
          textOf(contents, index),
        ]
      }
    },
    style,
  )
}

/** Open data tell no author, but tools want a number there: one beyond those of all voters. */
function authorOf({ kind, data, tally }: Contents, author: number | null): number | null {
  if (kind === 'open-data') return tally.voters
  return kind === 'everything' && author !== null ? data.idOf(author) : null
}

/** How the people of each group voted on each statement; columns for each group that may be told of. */
export function commentGroupsFile(contents: Contents): ExportFile {
  const { data, kind, style } = contents
  const letters = shownLetters(contents)
  const columns = ['votes', 'agrees', 'disagrees', 'passes']
  const header = [
    'comment-id',
    'comment',
    'total-votes',
    'total-agrees',
    'total-disagrees',
    'total-passes',
    ...letters.flatMap((letter) => columns.map((column) => `group-${letter.toLowerCase()}-${column}`)),
  ]
  return csvFile(
    'comment-groups.csv',
    header,
    function* () {
      for (const index of contentsOfStatements(contents)) {
        const groups = letters.map((letter) => countOf(contents.tally.groups.get(letter)!, index))
        const total = groups.reduce((sum, count) => add(sum, count), { agrees: 0, disagrees: 0, votes: 0 })
        const shown = kind === 'results' ? toldVotes(contents, index) : { all: total, groups: groups }
        yield [
          data.statements[index]!.id,
          textOf(contents, index),
          ...cellsOf(shown.all),
          ...shown.groups.flatMap(cellsOf),
        ]
      }
    },
    style,
  )
}

/**
 * The votes on a statement as far as everybody may be told of them. Every file tells the same numbers: where two of them
 * counted differently, their difference would tell of the few people who are in no group.
 */
export function toldVotes(contents: Contents, index: number): ShownVotes {
  const { all, groups } = contents.tally
  const ofGroups = shownLetters(contents).map((letter) => countOf(groups.get(letter)!, index))
  return shownVotes(countOf(all, index), ofGroups, contents.smallest)
}

/** What the numbers in these files mean, for programs. */
export function formatFile(): ExportFile {
  return jsonFile('format.json', () => ({
    format: 'polis-export/1',
    votes: { agree: 1, disagree: -1, pass: 0 },
    timestamps: 'seconds since 1970-01-01T00:00:00Z',
    csv: 'RFC 4180, UTF-8',
  }))
}

/** Dense indexes of the statements that the files list: in `results` without those that moderators did not let through. */
export function contentsOfStatements({ data, kind }: Contents): number[] {
  return data.statements.flatMap((_, index) => (kind === 'results' && isWithheld(data, index) ? [] : [index]))
}

/** The words of a statement, as far as they may be given out: those that were taken back are in no file. */
export function textOf({ data, kind }: Contents, index: number): string {
  const { text, isWithdrawn } = data.statements[index]!
  const isGone = text === '' || isWithdrawn
  return isGone || (kind !== 'everything' && isWithheld(data, index)) ? WITHHELD : text
}

/** The groups that may be told of, A first. */
export function shownLetters({ data, tally, kind }: Contents): string[] {
  if (kind === 'results') return data.map?.snapshot.groups.map(({ letter }) => letter) ?? []
  return [...tally.groups.keys()].sort((a, b) => groupNumber(a) - groupNumber(b))
}

/** A time as people and spreadsheets read it. */
export function dateOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
}

function isWithheld({ statements }: Contents['data'], index: number): boolean {
  const { moderation, isWaiting } = statements[index]!
  return moderation === -1 || isWaiting
}

interface Count {
  readonly agrees: number
  readonly disagrees: number
  readonly votes: number
}

function countOf({ agrees, disagrees, votes }: StatementTally, index: number): Count {
  return { agrees: agrees[index]!, disagrees: disagrees[index]!, votes: votes[index]! }
}

function add(one: Count, other: Count): Count {
  return {
    agrees: one.agrees + other.agrees,
    disagrees: one.disagrees + other.disagrees,
    votes: one.votes + other.votes,
  }
}

function cellsOf(count: Count | null): Cell[] {
  if (count === null) return [null, null, null, null]
  const { votes, agrees, disagrees } = count
  return [votes, agrees, disagrees, votes - agrees - disagrees]
}
