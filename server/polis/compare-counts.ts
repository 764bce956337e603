// Real exports contradict themselves: counts over re-votes, statements deleted since, participants merged. None of that
// stops an import, which takes votes.csv as the truth; all of it is reported.
import type { ExportedStatement } from './read-statements.ts'
import type { Summary } from './read-summary.ts'
import { visitParticipants } from './read-participants.ts'
import type { StatementEvents } from './check-signs.ts'

const EXAMPLES = 3

/** Sentences about summary.csv and comments.csv; empty when they agree with the votes. */
export function compareStatements(
  summary: Summary,
  statements: readonly ExportedStatement[],
  events: readonly StatementEvents[],
  voted: { readonly participants: number; readonly statements: number },
): string[] {
  const found: string[] = []
  if (summary.voters !== null && summary.voters !== voted.participants) {
    found.push(`summary.csv says ${summary.voters} voters; votes.csv has votes of ${voted.participants}.`)
  }
  if (summary.comments !== null && ![statements.length, voted.statements].includes(summary.comments)) {
    found.push(
      `summary.csv says ${summary.comments} comments; comments.csv has ${statements.length}, of which ${voted.statements} have votes.`,
    )
  }
  const authors = new Set(
    statements.map(({ statement }) => statement.author).filter((author) => author !== null),
  )
  if (summary.commenters !== null && summary.commenters !== authors.size) {
    found.push(
      `summary.csv says ${summary.commenters} commenters; comments.csv names ${authors.size} authors.`,
    )
  }
  const differing = statements.flatMap(({ statement, agrees, disagrees }, index) => {
    const event = events[index]!
    if (agrees === event.agrees && disagrees === event.disagrees) return []
    return [
      `${statement.id} (${agrees} agrees and ${disagrees} disagrees; votes.csv: ${event.agrees} and ${event.disagrees})`,
    ]
  })
  found.push(...sentence('comments.csv counts other votes than votes.csv on', 'statement', differing))
  return found
}

/**
 * Sentences about participants-votes.csv against the current votes (participant id → statement id → value); null when
 * the export does not have the file.
 */
export function compareParticipants(
  folder: string,
  voted: ReadonlyMap<number, ReadonlyMap<number, number>>,
): string[] | null {
  const seen = new Set<number>()
  const strangers: string[] = []
  const totals: string[] = []
  const cells: string[] = []
  const isThere = visitParticipants(folder, (row) => {
    seen.add(row.participant)
    const current = voted.get(row.participant) ?? new Map<number, number>()
    if (current.size === 0 && row.votes > 0) strangers.push(String(row.participant))
    const values = [...current.values()]
    const agrees = values.filter((value) => value === 1).length
    const disagrees = values.filter((value) => value === -1).length
    if (row.votes !== current.size || row.agrees !== agrees || row.disagrees !== disagrees) {
      totals.push(
        `${row.participant} (${row.votes} votes, ${row.agrees} agrees, ${row.disagrees} disagrees; votes.csv: ${current.size}, ${agrees}, ${disagrees})`,
      )
    }
    for (const [statement, value] of row.current) {
      if (current.get(statement) !== value)
        cells.push(`participant ${row.participant} on statement ${statement}`)
    }
    for (const statement of current.keys()) {
      if (!row.current.has(statement)) cells.push(`participant ${row.participant} on statement ${statement}`)
    }
  })
  if (!isThere) return null
  const missing = [...voted.keys()].filter((participant) => !seen.has(participant)).map(String)
  return [
    ...sentence('participants-votes.csv has no row for', 'voter', missing),
    ...sentence(
      'participants-votes.csv has votes of somebody who has none in votes.csv, for',
      'participant',
      strangers,
    ),
    ...sentence('participants-votes.csv counts other votes than votes.csv for', 'participant', totals),
    ...sentence('participants-votes.csv holds another current vote than votes.csv in', 'place', cells),
  ]
}

function sentence(beginning: string, noun: string, cases: readonly string[]): string[] {
  if (cases.length === 0) return []
  const examples = cases.slice(0, EXAMPLES).join(', ')
  const more = cases.length > EXAMPLES ? ', …' : ''
  return [`${beginning} ${cases.length} ${noun}${cases.length === 1 ? '' : 's'}: ${examples}${more}.`]
}
