// statements.csv of our own exports: what comments.csv, in Polis' columns, does not say of a statement.
import { type CsvRow, type CsvTable, readTable, shortened, wholeNumber } from './csv-table.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'

export interface StatementFacts {
  readonly isMeta: boolean
  readonly isSeed: boolean
  readonly isOpen: boolean
  readonly isWaiting: boolean
  readonly mergedInto: number | null
  /** Absent in exports of older versions, which do not tell. */
  readonly replacedAs?: 'merge' | 'reword' | 'split' | null
  readonly derivedFrom?: number | null
}

const LARGEST_ID = 2 ** 32 - 1
const NEEDED = ['comment-id', 'is-meta', 'is-seed', 'is-open', 'is-waiting', 'merged-into']

/** By statement id; throws a RefusedExport for a table that is not as we write it. */
export function readStatementFacts(
  path: string,
  file: string,
  reading: Reading = {},
): Map<number, StatementFacts> {
  const table = readTable(path, file, NEEDED, reading)
  return new Map(
    table.rows.map((row) => {
      const flag = (column: string) => wholeNumber(table, row, column, 0, 1) === 1
      const merged = row.cells[table.columns.get('merged-into')!]!
      const replaced = table.columns.get('replaced-as')
      const derived = table.columns.get('derived-from')
      return [
        wholeNumber(table, row, 'comment-id', 0, LARGEST_ID),
        {
          isMeta: flag('is-meta'),
          isSeed: flag('is-seed'),
          isOpen: flag('is-open'),
          isWaiting: flag('is-waiting'),
          mergedInto: merged === '' ? null : wholeNumber(table, row, 'merged-into', 0, LARGEST_ID),
          ...(replaced !== undefined && { replacedAs: replacedAsIn(table, row, row.cells[replaced]!) }),
          ...(derived !== undefined && {
            derivedFrom:
              row.cells[derived] === '' ? null : wholeNumber(table, row, 'derived-from', 0, LARGEST_ID),
          }),
        },
      ]
    }),
  )
}

function replacedAsIn(table: CsvTable, row: CsvRow, text: string): 'merge' | 'reword' | 'split' | null {
  if (text === '') return null
  if (text === 'merge' || text === 'reword' || text === 'split') return text
  const values = { column: 'replaced-as', text: shortened(text), words: 'merge, reword, split' }
  throw new RefusedExport(table.file, row.line, (say) => say('notAmong', values))
}
