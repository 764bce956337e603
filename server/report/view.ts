// What the parts of a report are made from: the facts, what facilitators wrote, one language, and where it stands.
import { type FacilitatorWords, writtenIn } from '../protocol/report.ts'
import type { ReportFacts, ReportStatement } from './facts.ts'
import type { ReportWords } from './report-words.ts'

/** The report as it is now, or a published version. */
export type Edition =
  | { readonly kind: 'live'; readonly isDraft: boolean }
  | { readonly kind: 'version'; readonly number: number; readonly publishedAtMs: number }

export interface ReportView {
  readonly facts: ReportFacts
  readonly written: FacilitatorWords
  readonly words: ReportWords
  readonly edition: Edition
  /** Address of the report itself, with scheme and host where they are known. */
  readonly address: string
  /** Path that the names of its files come after. */
  readonly files: string
  /** Figures, plots and data of a version with their sizes in bytes; absent for the report as it is now. */
  readonly fileSizes?: readonly { readonly name: string; readonly bytes: number }[]
}

/** A statement by its id, as far as it is listed. */
export function statementOf({ facts }: ReportView, id: number): ReportStatement | undefined {
  return facts.statements.find((statement) => statement.id === id)
}

/** "Group A", with its name where it has one. */
export function groupName({ facts, written, words }: ReportView, index: number): string {
  const letter = facts.groups[index]?.letter ?? ''
  const name = writtenIn(written.groups[letter], words.language)?.text
  return name === undefined ? words.say('group', { letter }) : words.say('groupNamed', { letter, name })
}

/** "A (812 people), B (400 people) …", for sentences. */
export function groupList(view: ReportView): string {
  const { facts, words } = view
  return words.list(
    facts.groups.map(({ people }, index) =>
      words.say('summaryGroup', {
        name: groupName(view, index),
        people: words.say('people', { count: people }),
      }),
    ),
  )
}

/** Date up to which the figures go. */
export function asOf({ facts, words }: ReportView): string {
  return words.date(facts.log.untilMs)
}
