// Real exports contradict themselves: counts over re-votes, statements deleted since, participants merged. None of that
// stops an import, which takes votes.csv as the truth; all of it is reported.
import type { StatementEvents } from './check-signs.ts'
import { visitParticipants } from './read-participants.ts'
import type { Reading } from './reading.ts'
import type { ExportedStatement } from './read-statements.ts'
import type { Summary } from './read-summary.ts'
import { inEachLanguage, type InEachLanguage, type SayOfFiles, type Words } from './say.ts'

const EXAMPLES = 3

/** Sentences about summary.csv and comments.csv; empty when they agree with the votes. */
export function compareStatements(
  summary: Summary,
  statements: readonly ExportedStatement[],
  events: readonly StatementEvents[],
  voted: { readonly participants: number; readonly statements: number },
): InEachLanguage[] {
  const found: InEachLanguage[] = []
  const say = (words: Words) => void found.push(inEachLanguage(words))
  const { voters, comments, commenters } = summary
  if (voters !== null && voters !== voted.participants) {
    say((say) => say('votersDiffer', { said: voters, found: voted.participants }))
  }
  if (comments !== null && ![statements.length, voted.statements].includes(comments)) {
    const values = { said: comments, found: statements.length, voted: voted.statements }
    say((say) => say('commentsDiffer', values))
  }
  const authors = new Set(
    statements.map(({ statement }) => statement.author).filter((author) => author !== null),
  )
  if (commenters !== null && commenters !== authors.size) {
    say((say) => say('commentersDiffer', { said: commenters, found: authors.size }))
  }
  const differing = new Cases()
  statements.forEach(({ statement, agrees, disagrees }, index) => {
    const event = events[index]!
    if (agrees === event.agrees && disagrees === event.disagrees) return
    const values = { agrees, disagrees, foundAgrees: event.agrees, foundDisagrees: event.disagrees }
    differing.add((say) => say('countsOfStatement', { id: String(statement.id), ...values }))
  })
  return [...found, ...differing.sentence((say, values) => say('countsDiffer', values))]
}

/**
 * Sentences about participants-votes.csv against the current votes (participant id → statement id → value); null when
 * the export does not have the file.
 */
export function compareParticipants(
  folder: string,
  voted: ReadonlyMap<number, ReadonlyMap<number, number>>,
  reading: Reading = {},
): InEachLanguage[] | null {
  const seen = new Set<number>()
  const strangers = new Cases()
  const totals = new Cases()
  const cells = new Cases()
  const none: ReadonlyMap<number, number> = new Map()
  const differs = (participant: number, statement: number) => {
    const values = { participant: String(participant), statement: String(statement) }
    cells.add((say) => say('cell', values))
  }
  const visit = (row: Parameters<Parameters<typeof visitParticipants>[1]>[0]) => {
    const { participant, votes, agrees, disagrees } = row
    seen.add(participant)
    const current = voted.get(participant) ?? none
    if (current.size === 0 && votes > 0) strangers.add(() => String(participant))
    let foundAgrees = 0
    let foundDisagrees = 0
    for (const [statement, value] of current) {
      if (value === 1) foundAgrees++
      if (value === -1) foundDisagrees++
      if (!row.current.has(statement)) differs(participant, statement)
    }
    for (const [statement, value] of row.current) {
      if (current.get(statement) !== value) differs(participant, statement)
    }
    if (votes === current.size && agrees === foundAgrees && disagrees === foundDisagrees) return
    const values = { votes, agrees, disagrees, foundVotes: current.size, foundAgrees, foundDisagrees }
    totals.add((say) => say('totalsOfParticipant', { id: String(participant), ...values }))
  }
  if (!visitParticipants(folder, visit, reading)) return null
  const missing = new Cases()
  for (const participant of voted.keys()) {
    if (!seen.has(participant)) missing.add(() => String(participant))
  }
  return [
    ...missing.sentence((say, values) => say('rowsMissing', values)),
    ...strangers.sentence((say, values) => say('strangers', values)),
    ...totals.sentence((say, values) => say('totalsDiffer', values)),
    ...cells.sentence((say, values) => say('cellsDiffer', values)),
  ]
}

/** How many cases there are of something, and the first of them. */
class Cases {
  readonly #examples: Words[] = []
  #count = 0

  add(example: Words): void {
    this.#count++
    if (this.#examples.length < EXAMPLES) this.#examples.push(example)
  }

  /** One sentence; none where there is no case. */
  sentence(
    words: (say: SayOfFiles, values: { readonly count: number; readonly examples: string }) => string,
  ): InEachLanguage[] {
    const count = this.#count
    if (count === 0) return []
    const examples = this.#examples
    const more = count > EXAMPLES ? ', …' : ''
    return [
      inEachLanguage((say) =>
        words(say, { count, examples: examples.map((example) => example(say)).join(', ') + more }),
      ),
    ]
  }
}
