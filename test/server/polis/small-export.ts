import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../store/temporary-folder.ts'

/** The files of a small, right export: two statements, three people, five votes of which one replaces another. */
export const smallExport = {
  'summary.csv': [
    'topic,"Trees, and where to plant them"',
    'url,https://pol.is/2abc',
    'views,12',
    'voters,3',
    'voters-in-conv,3',
    'commenters,2',
    'comments,2',
    'groups,2',
    'conversation-description,"First line',
    'second line"',
    '',
  ].join('\n'),
  'comments.csv': [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    '1500000000000,Fri Jul 14 02:40:00 UTC 2017,4,7,2,0,1,"Trees, please"',
    '1500000001000,Fri Jul 14 02:40:01 UTC 2017,2,9,1,1,-1,"He said ""no"""',
    '',
  ].join('\n'),
  'votes.csv': [
    'timestamp,datetime,comment-id,voter-id,vote',
    '1500000005000,Fri Jul 14 02:40:05 UTC 2017,2,7,-1',
    '1500000001000,Fri Jul 14 02:40:01 UTC 2017,2,9,1',
    '1500000004000,Fri Jul 14 02:40:04 UTC 2017,4,7,0',
    '1500000003000,Fri Jul 14 02:40:03 UTC 2017,4,7,1',
    '1500000003000,Fri Jul 14 02:40:03 UTC 2017,4,11,1',
    '',
  ].join('\n'),
  'participants-votes.csv': [
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,2,4',
    '7,0,1,2,0,1,-1,0',
    '9,0,1,1,1,0,1,',
    '11,,0,1,1,0,,1',
    '',
  ].join('\n'),
}
export type ExportFile = keyof typeof smallExport

/** Writes an export to a folder of its own; `changes` replaces whole files (bytes or text), null leaves one out. */
export function writeExport(changes: Partial<Record<ExportFile, string | Buffer | null>> = {}): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries({ ...smallExport, ...changes })) {
    if (text !== null) writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The text of a file with one passage replaced. */
export function replaced(file: ExportFile, passage: string, by: string): string {
  if (!smallExport[file].includes(passage)) throw new Error(`${file} has no “${passage}”.`)
  return smallExport[file].replace(passage, by)
}
