// What one export tells: the data, who may be told of, and under which ids. Every file is written from this and nothing else.
import type { CsvStyle } from './csv-text.ts'
import type { ExportData } from './export-data.ts'
import { drawPseudonyms } from './pseudonyms.ts'
import { fillRow, type Tally, tally } from './voters.ts'

/**
 * `results` tells of nobody; `open-data` has a row for each person under a pseudonym, without times; `everything` is the
 * owner's own copy, confidential.
 */
export const exportKinds = ['results', 'open-data', 'everything'] as const
export type ExportKind = (typeof exportKinds)[number]

export interface ExportRequest {
  readonly kind: ExportKind
  readonly style: CsvStyle
  /** Address of the conversation's page; empty where the service does not know its own. */
  readonly url: string
  readonly exportedAtMs: number
}

export interface Contents extends ExportRequest {
  readonly data: ExportData
  readonly tally: Tally
  /** Fewest people that a number in `results` may be about. */
  readonly smallest: number
  /** Numbers in the log of those who have a row, in the order of the rows; empty where nobody has one. */
  readonly people: readonly number[]
  /** By what each of them is called, parallel to `people`. */
  readonly ids: readonly number[]
}

/** Prepares an export. */
export function contentsOf(data: ExportData, request: ExportRequest): Contents {
  const smallest = data.settings.smallestGroup
  return { ...request, data, tally: tally(data), smallest, ...peopleOf(data, request.kind) }
}

function peopleOf(data: ExportData, kind: ExportKind): Pick<Contents, 'people' | 'ids'> {
  if (kind === 'results') return { people: [], ids: [] }
  const voters: number[] = []
  const row = new Int8Array(data.statements.length)
  for (let participant = 0; participant < data.participants; participant++) {
    if (fillRow(data, participant, row) > 0) voters.push(participant)
  }
  if (kind === 'open-data') {
    const people = drawPseudonyms(voters)
    return { people, ids: people.map((_, place) => place) }
  }
  return { people: voters, ids: voters.map(data.idOf) }
}
