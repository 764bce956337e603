/** An export that cannot be read, with the place where it is wrong. Whoever catches it shows the message and imports nothing. */
export class RefusedExport extends Error {
  override readonly name = 'RefusedExport'

  /** `line` counts from 1, the header being line 1; null when the file as a whole is meant. */
  constructor(file: string, line: number | null, reason: string) {
    super(line === null ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`)
  }
}
