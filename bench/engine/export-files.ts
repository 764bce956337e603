// Writes a log as a Polis CSV export, for the cold run of `folkmoot analyse`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SyntheticLog } from '../synthetic-log.ts'

const BEGINNING_MS = Date.UTC(2026, 2, 4)

/** Writes summary.csv, comments.csv and votes.csv into a folder. */
export function writeExport(folder: string, log: SyntheticLog, statements: number): void {
  const agrees = new Uint32Array(statements)
  const disagrees = new Uint32Array(statements)
  const lines = ['timestamp,datetime,comment-id,voter-id,vote']
  for (let event = 0; event < log.values.length; event++) {
    const statement = log.statements[event]!
    const value = log.values[event]!
    if (value === 1) agrees[statement]!++
    if (value === -1) disagrees[statement]!++
    lines.push(`${BEGINNING_MS + event},,${statement},${log.participants[event]},${value}`)
  }
  writeFileSync(join(folder, 'votes.csv'), `${lines.join('\n')}\n`)
  const comments = ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body']
  for (let j = 0; j < statements; j++) {
    comments.push(`${BEGINNING_MS},,${j},${j},${agrees[j]},${disagrees[j]},1,"Statement ${j}"`)
  }
  writeFileSync(join(folder, 'comments.csv'), `${comments.join('\n')}\n`)
  const summary = [
    'topic,Bench',
    'url,https://example.org/bench',
    `comments,${statements}`,
    'vote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1',
  ]
  writeFileSync(join(folder, 'summary.csv'), `${summary.join('\n')}\n`)
}
