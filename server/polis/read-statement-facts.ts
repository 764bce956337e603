// statements.csv of our own exports: what comments.csv, in Polis' columns, does not say of a statement.
import { readTable, wholeNumber } from './csv-table.ts'
import type { Reading } from './reading.ts'

export interface StatementFacts {
  readonly isMeta: boolean
  readonly isSeed: boolean
  readonly isOpen: boolean
  readonly isWaiting: boolean
  readonly mergedInto: number | null
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
      return [
        wholeNumber(table, row, 'comment-id', 0, LARGEST_ID),
        {
          isMeta: flag('is-meta'),
          isSeed: flag('is-seed'),
          isOpen: flag('is-open'),
          isWaiting: flag('is-waiting'),
          mergedInto: merged === '' ? null : wholeNumber(table, row, 'merged-into', 0, LARGEST_ID),
        },
      ]
    }),
  )
}
