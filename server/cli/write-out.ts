// Output that may be large: written piece by piece at the pace of the reader, and quietly given up when the reader has
// gone (as in `folkmoot analyse … | head`).
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes all pieces to stdout; resolves when the last one has been taken. */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

const PIECE = 1000

/** JSON of an object, in pieces that never hold more than a thousand entries of one of its fields. */
export function* jsonText(document: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n'
  for (const [name, value] of Object.entries(document)) {
    yield `${before}${JSON.stringify(name)}:`
    before = ',\n'
    if (Array.isArray(value)) yield* list(value, '[', ']', (entry) => JSON.stringify(entry))
    else if (value instanceof Map) {
      yield* list(
        [...value],
        '{',
        '}',
        ([key, entry]) => `${JSON.stringify(String(key))}:${JSON.stringify(entry)}`,
      )
    } else yield JSON.stringify(value)
  }
  yield '\n}\n'
}

function* list<Entry>(
  entries: readonly Entry[],
  open: string,
  close: string,
  textOf: (entry: Entry) => string,
): Generator<string> {
  yield open
  for (let start = 0; start < entries.length; start += PIECE) {
    yield (
      (start > 0 ? ',' : '') +
      entries
        .slice(start, start + PIECE)
        .map(textOf)
        .join(',')
    )
  }
  yield close
}
