// What Polis exports do not have: facts about the statements with how often they were shown, and what the groups stand for.
import { shownVotes } from '../protocol/shown-votes.ts'
import type { Cell } from './csv-text.ts'
import type { Contents } from './contents.ts'
import { csvFile, type ExportFile } from './export-file.ts'
import { contentsOfStatements, shownLetters, textOf } from './polis-files.ts'
import { WORDS_HASH, wordsHash } from './words-hash.ts'

/**
 * One row for each statement: what it is, what became of it, and how often it was shown to whom. While people take part the
 * counts of groups are for the owner only: they go on with each statement that is shown, and whoever saw one of them do so
 * would know the group of the person who has just voted (I8).
 */
export function statementsFile(contents: Contents): ExportFile {
  const { data, kind, style } = contents
  const letters = shownLetters(contents)
  const header = [
    'comment-id',
    'is-meta',
    'is-seed',
    'is-open',
    'is-waiting',
    'merged-into',
    'replaced-as',
    'derived-from',
    WORDS_HASH,
    'shown',
    ...letters.map((letter) => `shown-to-group-${letter.toLowerCase()}`),
  ]
  const shown = new Map<string, number>()
  const all = new Map<number, number>()
  for (const { statement, letter, shown: times } of data.exposures) {
    shown.set(`${statement} ${letter}`, times)
    all.set(statement, (all.get(statement) ?? 0) + times)
  }
  const { isOpen, closedAs } = data.conversation
  const isOver = !isOpen && closedAs === null
  const times = (votes: number) => ({ agrees: 0, disagrees: 0, votes })
  return csvFile(
    'statements.csv',
    header,
    function* () {
      for (const index of contentsOfStatements(contents)) {
        const { id, isMeta, isSeed, isWaiting, mergedInto, ...lineage } = data.statements[index]!
        const ofGroups = letters.map((letter) => times(shown.get(`${id} ${letter}`) ?? 0))
        const total = times(all.get(id) ?? 0)
        const told =
          kind === 'results'
            ? shownVotes(total, ofGroups, contents.smallest)
            : { all: total, groups: ofGroups }
        yield [
          id,
          isMeta,
          isSeed,
          data.closed[index] === 0,
          isWaiting,
          mergedInto,
          lineage.replacedAs,
          lineage.derivedFrom,
          wordsHash(textOf(contents, index)),
          told.all?.votes ?? null,
          ...told.groups.map((group): Cell =>
            isOver || kind === 'everything' ? (group?.votes ?? null) : null,
          ),
        ]
      }
    },
    style,
  )
}

/** What each group stands for, as it was published. */
export function representativeFile(contents: Contents): ExportFile {
  const header = ['group', 'people', 'comment-id', 'direction', 'in-favour', 'votes', 'comment-body']
  return csvFile(
    'representative.csv',
    header,
    function* () {
      for (const { letter, people, representative } of contents.data.map?.snapshot.groups ?? []) {
        for (const { statement, direction, inFavour, votes } of representative) {
          yield [letter, people, statement, direction, inFavour, votes, bodyOf(contents, statement)]
        }
      }
    },
    contents.style,
  )
}

/** What people say whatever their group, as it was published. */
export function consensusFile(contents: Contents): ExportFile {
  const header = ['comment-id', 'direction', 'consensus', 'in-favour', 'votes', 'comment-body']
  return csvFile(
    'consensus.csv',
    header,
    function* () {
      for (const { statement, direction, consensus, inFavour, votes } of contents.data.map?.snapshot
        .consensus ?? []) {
        yield [statement, direction, consensus, inFavour, votes, bodyOf(contents, statement)]
      }
    },
    contents.style,
  )
}

function bodyOf(contents: Contents, statement: number): string {
  return textOf(
    contents,
    contents.data.statements.findIndex(({ id }) => id === statement),
  )
}
