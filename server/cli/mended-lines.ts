import type { MendedLine } from '../polis/refused-export.ts'

/** A mended text on three lines of a console: where it stands, as it stands there, and as it is read. */
export function mendedLines({ file, line, before, after }: MendedLine): string[] {
  return [`  ${file}, line ${line}`, `    - ${oneLine(before)}`, `    + ${oneLine(after)}`]
}

function oneLine(text: string): string {
  return text.replaceAll('\n', '⏎')
}
