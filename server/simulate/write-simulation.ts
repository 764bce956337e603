// Writes what a simulated crowd votes as an export that can be imported, in Polis' columns of today, row by row.
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { csvRow } from '../export/csv-text.ts'
import { dateOf, VOTE_CONVENTION } from '../export/polis-files.ts'
import type { Crowd } from './crowd.ts'

/** Monday, 2 March 2026, 9:00 UTC. */
const OPENING = 1_772_442_000
const SECONDS_BETWEEN_PEOPLE = 45
const SECONDS_BETWEEN_VOTES = 7
const style = { formulaSafe: false }
const PIECE = 64 * 1024

/** Writes summary.csv, comments.csv and votes.csv into a new folder; answers how many votes. */
export async function writeSimulation(crowd: Crowd, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const { people, statements, seed } = crowd.options
  const agrees = new Uint32Array(statements)
  const disagrees = new Uint32Array(statements)
  let votes = 0
  const rows = function* () {
    yield csvRow(['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote'], style)
    for (let person = 0; person < people; person++) {
      let seconds = OPENING + person * SECONDS_BETWEEN_PEOPLE
      for (const statement of crowd.pathOf(person)) {
        const opinion = crowd.opinionOf(person, statement)
        if (opinion === 1) agrees[statement]!++
        else if (opinion === -1) disagrees[statement]!++
        votes++
        yield `${seconds},${dateOf(seconds)},${statement},${person},${opinion}\r\n`
        seconds += SECONDS_BETWEEN_VOTES
      }
    }
  }
  await write(join(folder, 'votes.csv'), rows())
  await write(join(folder, 'comments.csv'), commentRows(statements, agrees, disagrees))
  const summary = [
    ['topic', `Simulation ${seed}: ${people} people, ${statements} statements`],
    ['url', ''],
    ['voters', people],
    ['voters-in-conv', people],
    ['commenters', 0],
    ['comments', statements],
    ['groups', 0],
    ['conversation-description', 'Nobody took part in this: every vote was drawn by a computer.'],
    ['vote-convention', VOTE_CONVENTION],
  ]
  await write(
    join(folder, 'summary.csv'),
    summary.map((row) => csvRow(row, style)),
  )
  return votes
}

function* commentRows(statements: number, agrees: Uint32Array, disagrees: Uint32Array): Generator<string> {
  const header = [
    'timestamp',
    'datetime',
    'comment-id',
    'author-id',
    'agrees',
    'disagrees',
    'moderated',
    'comment-body',
  ]
  yield csvRow(header, style)
  for (let id = 0; id < statements; id++) {
    const text = `Simulated statement ${id + 1}`
    yield csvRow([OPENING, dateOf(OPENING), id, null, agrees[id]!, disagrees[id]!, 1, text], style)
  }
}

/** Pieces that belong together are written together. */
async function write(path: string, pieces: Iterable<string>): Promise<void> {
  const gathered = function* () {
    let text = ''
    for (const piece of pieces) {
      text += piece
      if (text.length < PIECE) continue
      yield text
      text = ''
    }
    yield text
  }
  await writeFile(path, Readable.from(gathered()), { flag: 'wx' })
}
