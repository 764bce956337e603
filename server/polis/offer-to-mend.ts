import type { MendedRows } from './mend-quotes.ts'
import type { Reading } from './reading.ts'
import { RefusedExport } from './refused-export.ts'

/**
 * Reads a table as CSV has it. Where its quotes are broken, it is mended if somebody has accepted that, and refused with
 * what would be mended if nobody has; where it cannot be mended, with what is wrong.
 */
export function offeringToMend<Result>(
  read: () => Result,
  mend: () => MendedRows | null,
  readMended: (mended: MendedRows) => Result,
  { mendQuotes = false, onMended }: Reading,
): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RefusedExport) || error.question !== 'mend-quotes') throw error
    const mended = mend()
    if (mended === null || mended.mended.length === 0) throw new RefusedExport(...withoutQuestion(error))
    // What is wrong besides quotes is wrong still.
    const result = readMended(mended)
    const lines = mended.mended
    if (!mendQuotes) {
      throw new RefusedExport(error.file, error.line, error.reason, {
        remedy: (say) => say('remedyMend', { count: lines.length }),
        question: 'mend-quotes',
        mended: lines,
      })
    }
    for (const line of lines) onMended?.(line)
    return result
  }
}

function withoutQuestion({ file, line, reason }: RefusedExport): ConstructorParameters<typeof RefusedExport> {
  return [file, line, reason, { remedy: (say) => say('remedyQuotes') }]
}
