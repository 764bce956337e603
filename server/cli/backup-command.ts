// `folkmoot backup FILE`: the whole database as one file, while the service goes on.
import { statSync } from 'node:fs'
import { backUp } from '../store/backup.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'

export const backupHelp = `folkmoot backup FILE [--data-dir DIR]

Writes everything to one file: all conversations, votes and maps, as they are at one moment. A service that is running goes
on taking votes meanwhile. The file is checked before it gets its name. A file that is there already is left alone.

  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data

The file holds what only the service should know. Keep it as safe as the data folder.
`

export async function backupCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'FILE', { 'data-dir': 'string' })
  const file = pathFromCaller(subject)
  const { conversations, votes } = await backUp(dataFolder(options['data-dir']), file)
  process.stdout.write(
    [
      `Wrote ${file} (${(statSync(file).size / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB) and checked it.`,
      `  Conversations  ${conversations.toLocaleString('en-GB')}`,
      `  Votes          ${votes.toLocaleString('en-GB')}`,
      '',
    ].join('\n'),
  )
}
