// participants-votes.csv: the matrix of current votes as the exporter saw it. It is only compared with the votes, never
// imported. Large ones have tens of millions of cells, so it is read line by line.
import { join } from 'node:path'
import { readHeader, shortened } from './csv-table.ts'
import { fileInFolder } from './export-names.ts'
import { linesOf } from './line-blocks.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'
import { splitLine } from './split-line.ts'

const NEEDED = ['participant', 'n-votes', 'n-agree', 'n-disagree']

/** A participant's row; the votes are by statement id, without those never cast. */
export interface ExportedParticipant {
  readonly participant: number
  /** Null for somebody without a group, and where the export does not say. */
  readonly group: number | null
  readonly votes: number
  readonly agrees: number
  readonly disagrees: number
  readonly current: ReadonlyMap<number, number>
}

/** Visits the rows one after the other; returns false when the export has no such file. */
export function visitParticipants(
  folder: string,
  visit: (row: ExportedParticipant) => void,
  reading: Reading = {},
): boolean {
  const file = fileInFolder(folder, 'participants-votes.csv') ?? fileInFolder(folder, 'participant-votes.csv')
  if (file === null) return false
  let columns: ReadonlyMap<string, number> | null = null
  let statements: readonly (readonly [number, number])[] = []
  let width = 0
  const lines = new Map<number, number>()
  for (const { text, line } of linesOf(join(folder, file), file, reading)) {
    const cells = splitLine(text)
    if (cells === null) {
      throw new RefusedExport(file, line, (say) => say('quoteMisplaced'), {
        remedy: (say) => say('remedyQuotes'),
      })
    }
    if (columns === null) {
      columns = readHeader(cells, file, NEEDED)
      width = cells.length
      statements = [...columns]
        .filter(([name]) => /^\d+$/.test(name))
        .map(([name, place]) => [Number(name), place])
      continue
    }
    if (text === '') continue
    if (cells.length !== width) throw new RefusedExport(file, line, (say) => say('raggedRow'))
    const number = (place: number) => {
      const cell = cells[place]!
      const value = Number(cell)
      if (cell.trim() !== '' && Number.isSafeInteger(value)) return value
      throw new RefusedExport(file, line, (say) => say('notANumber', { text: shortened(cell) }))
    }
    const at = (name: string) => number(columns!.get(name)!) // needed, so it is there
    const participant = at('participant')
    const before = lines.get(participant)
    if (before !== undefined) {
      const values = { id: String(participant), line: String(before) }
      throw new RefusedExport(file, line, (say) => say('participantTwice', values), {
        remedy: (say) => say('remedyDuplicate'),
      })
    }
    lines.set(participant, line)
    const current = new Map<number, number>()
    for (const [statement, place] of statements) {
      if (cells[place] !== '') current.set(statement, number(place))
    }
    const groupAt = columns.get('group-id')
    visit({
      participant,
      group: groupAt === undefined || cells[groupAt] === '' ? null : number(groupAt),
      votes: at('n-votes'),
      agrees: at('n-agree'),
      disagrees: at('n-disagree'),
      current,
    })
  }
  if (columns === null) readHeader([], file, NEEDED)
  return true
}
