// Which file of a folder is which part of an export. The report page of Polis gives them out one by one as `<report>-votes.csv`,
// ours are called after the conversation, and what is downloaded a second time is called `votes (1).csv`.
import { readdirSync } from 'node:fs'
import { RefusedExport } from './refused-export.ts'

/** What exports consist of; a name that ends like another one comes before it. */
const NAMES = [
  'participants-votes.csv',
  'participant-votes.csv',
  'votes.csv',
  'summary.csv',
  'comments.csv',
  'comment-groups.csv',
  'participant-importance.csv',
  'statements.csv',
  'vote-log.csv',
  'method.json',
] as const
type ExportName = (typeof NAMES)[number]

/** The file that is this part of the export; null where there is none. Throws a RefusedExport where several could be. */
export function fileInFolder(folder: string, name: ExportName): string | null {
  const files = readdirSync(folder)
  if (files.includes(name)) return name
  const found = files.filter((file) => nameOf(file) === name).sort()
  if (found.length > 1) {
    const values = { files: found.join(', ') }
    throw new RefusedExport(name, null, (say) => say('severalFiles', values), {
      remedy: (say) => say('remedySeveral'),
    })
  }
  return found[0] ?? null
}

function nameOf(file: string): ExportName | undefined {
  const plain = file.toLowerCase().replace(/ ?\(\d+\)(?=\.\w+$)/, '')
  return NAMES.find((name) => plain === name || plain.endsWith(`-${name}`))
}
