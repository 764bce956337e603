// participants-votes.csv: the matrix of current votes as the exporter saw it. It is only compared with the votes, never
// imported. Large ones have tens of millions of cells, so rows without quotes are split directly.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseRows, readHeader, readUtf8, type CsvRow } from './csv-table.ts'
import { RefusedExport } from './refused-export.ts'

const NAMES = ['participants-votes.csv', 'participant-votes.csv']
const NEEDED = ['participant', 'n-votes', 'n-agree', 'n-disagree']
const QUOTE = 34

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
export function visitParticipants(folder: string, visit: (row: ExportedParticipant) => void): boolean {
  const file = NAMES.find((name) => existsSync(join(folder, name)))
  if (!file) return false
  const bytes = readUtf8(join(folder, file), file)
  const rows = bytes.includes(QUOTE) ? parseRows(bytes, file) : splitRows(bytes)
  const [header, ...people] = rows
  const columns = readHeader(header?.cells ?? [], file, NEEDED)
  const statements = [...columns]
    .filter(([name]) => /^\d+$/.test(name))
    .map(([name, place]) => [Number(name), place])
  const groupAt = columns.get('group-id')
  for (const { cells, line } of people) {
    const number = (place: number) => {
      const value = Number(cells[place])
      if (!Number.isInteger(value))
        throw new RefusedExport(file, line, `“${cells[place]}” is not a whole number`)
      return value
    }
    const current = new Map<number, number>()
    for (const [statement, place] of statements) {
      if (cells[place!] !== undefined && cells[place!] !== '') current.set(statement!, number(place!))
    }
    visit({
      participant: number(columns.get('participant')!),
      group: groupAt === undefined || (cells[groupAt] ?? '') === '' ? null : number(groupAt),
      votes: number(columns.get('n-votes')!),
      agrees: number(columns.get('n-agree')!),
      disagrees: number(columns.get('n-disagree')!),
      current,
    })
  }
  return true
}

function splitRows(bytes: Buffer): CsvRow[] {
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  return lines.map((text, index) => ({ line: index + 1, cells: text.split(',') }))
}
