// `folkmoot restore FILE`: a backup in the place of the database, while no service runs.
import { restore } from '../store/restore.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'

export const restoreHelp = `folkmoot restore FILE [--replace] [--data-dir DIR]

Puts a backup into the data folder, after checking it. Refuses while a service is running on the folder, and when there is
data already.

The key to one-time codes of staff is in no backup: put folkmoot.key into the folder as well, or set SECRET_KEY. Without it those
codes have to be set up again.

  --replace       puts the data that is there aside, under a dated name in the same folder
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
`

export async function restoreCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'FILE', { 'data-dir': 'string', replace: 'boolean' })
  const folder = dataFolder(options['data-dir'])
  const restored = await restore(pathFromCaller(subject), folder, { replace: options.replace ?? false })
  process.stdout.write(
    [
      `Restored ${subject} into ${folder}.`,
      `  Conversations  ${restored.conversations.toLocaleString('en-GB')}`,
      `  Votes          ${restored.votes.toLocaleString('en-GB')}`,
      ...(restored.keptAs === null ? [] : [`What was there before is kept as ${restored.keptAs}.`]),
      '',
    ].join('\n'),
  )
}
