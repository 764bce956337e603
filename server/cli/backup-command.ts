// `folkmoot backup FILE`: the whole database as one file, while the service goes on.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../store/backup.ts'
import { KEY_NAME } from '../store/secret-key.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'

export const backupHelp = `folkmoot backup FILE [--data-dir DIR]

Writes everything to one file: all conversations, votes and maps, as they are at one moment. A service that is running goes
on taking votes meanwhile. The file is checked before it gets its name. A file that is there already is left alone.

  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data

The file holds what only the service should know. Keep it as safe as the data folder. The key to one-time codes of staff is not in
it: keep folkmoot.key of the data folder, or SECRET_KEY, somewhere else.
`

export async function backupCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'FILE', { 'data-dir': 'string' })
  const file = pathFromCaller(subject)
  const folder = dataFolder(options['data-dir'])
  const { conversations, votes } = await backUp(folder, file)
  const key = join(folder, KEY_NAME)
  process.stdout.write(
    [
      `Wrote ${file} (${(statSync(file).size / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB) and checked it.`,
      `  Conversations  ${conversations.toLocaleString('en-GB')}`,
      `  Votes          ${votes.toLocaleString('en-GB')}`,
      ...(existsSync(key)
        ? [`Keep a copy of ${key} too, apart from it: without it nobody's one-time codes work.`]
        : []),
      '',
    ].join('\n'),
  )
}
