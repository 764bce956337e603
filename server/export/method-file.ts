// method.json: how the figures of an export came about and how to check them, for programs and for people who look closely.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '../../analysis/index.ts'
import { isForEverybody, settingNames } from '../conversation/settings.ts'
import { packageRoot } from '../package-root.ts'
import type { Contents } from './contents.ts'
import { jsonFile, type ExportFile } from './export-file.ts'
import { VOTE_CONVENTION } from './polis-files.ts'

/** One file of an export as method.json lists it. */
export interface FileDigest {
  readonly name: string
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly sha256: string
}

const ABOUT = {
  results: 'Figures of all people together and of groups. It tells of nobody.',
  'open-data':
    'Every current vote, under numbers drawn for this export, without times. People were told of it before they voted.',
  everything: 'CONFIDENTIAL: everything that is known of single people. Do not pass it on.',
} as const

const COUNTS = {
  results:
    'current votes; empty where too few people voted, and where hidden votes could be worked out; where fewer than smallestShown people outside the groups voted on a statement, their votes are in no total',
  'open-data': 'current votes',
  everything:
    'comments.csv counts every vote, replaced ones too, as Polis does; every other file the current ones',
} as const

/** What is known of an export; `files` are those written before it. */
export function methodDocument(contents: Contents, files: readonly FileDigest[]) {
  const { data, kind, exportedAtMs, url } = contents
  const { conversation, map, settings } = data
  return {
    format: 'folkmoot-method/1',
    about: ABOUT[kind],
    kind,
    isConfidential: kind === 'everything',
    software: softwareFacts(),
    conversation: { id: conversation.id, topic: conversation.topic, url },
    exportedAt: new Date(exportedAtMs).toISOString(),
    log: { sequence: data.sequence, hash: data.logHash },
    map:
      map === null
        ? null
        : {
            version: map.version,
            sequence: map.sequence,
            publishedAt: new Date(map.publishedAtMs).toISOString(),
          },
    settings: Object.fromEntries(settingNames.filter(isForEverybody).map((name) => [name, settings[name]])),
    rules: RULES,
    conventions: {
      votes: VOTE_CONVENTION,
      smallestShown: kind === 'results' ? contents.smallest : 1,
      counts: COUNTS[kind],
    },
    check: kind === 'results' ? null : 'folkmoot reproduce FOLDER',
    files,
  }
}

export function methodFile(contents: Contents, files: () => readonly FileDigest[]): ExportFile {
  return jsonFile('method.json', () => methodDocument(contents, files()))
}

function softwareFacts(): { readonly name: string; readonly version: string } {
  const { name, version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    name: string // ours
    version: string
  }
  return { name, version }
}
