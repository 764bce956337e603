// Which files an export has, in the order in which they are written; method.json comes last, for it lists the others with
// their hashes.
import { createHash } from 'node:crypto'
import { mapSettingsOf } from '../conversation/map-settings.ts'
import { canonicalMap, presentationOf } from './canonical-map.ts'
import type { Contents, ExportKind } from './contents.ts'
import { type ExportFile, jsonFile } from './export-file.ts'
import { type FileDigest, methodFile } from './method-file.ts'
import { moderationFile } from './moderation-file.ts'
import { commentGroupsFile, commentsFile, formatFile, summaryFile } from './polis-files.ts'
import { consensusFile, representativeFile, statementsFile } from './results-files.ts'
import { listedVotes, participantVotesFile, voteLogFile, votesFile } from './votes-files.ts'

/** Names of the files of each kind of export; all but the last of them can be had one by one. */
export const fileNames: Readonly<Record<ExportKind, readonly string[]>> = (() => {
  const results = [
    'summary.csv',
    'comments.csv',
    'comment-groups.csv',
    'statements.csv',
    'representative.csv',
    'consensus.csv',
    'moderation.csv',
    'format.json',
    'snapshot.json',
    'components.json',
  ]
  const people = [...results, 'votes.csv', 'participant-votes.csv', 'canonical.json', 'presentation.json']
  return {
    results: [...results, 'method.json'],
    'open-data': [...people, 'method.json'],
    everything: [...people, 'vote-log.csv', 'method.json'],
  }
})()

/** All files of an export. */
export function filesOf(contents: Contents): ExportFile[] {
  const { kind, data, tally } = contents
  const hasPeople = kind !== 'results'
  const digests: FileDigest[] = []
  const files = [
    summaryFile(contents),
    commentsFile(contents, kind === 'everything' ? listedVotes(contents) : tally.all),
    commentGroupsFile(contents),
    statementsFile(contents),
    representativeFile(contents),
    consensusFile(contents),
    moderationFile(contents),
    formatFile(),
    published('snapshot.json', data.map?.texts.snapshot),
    published('components.json', data.map?.texts.components),
    ...(hasPeople
      ? [
          votesFile(contents),
          participantVotesFile(contents),
          jsonFile('canonical.json', () => withSettings(contents)),
          jsonFile('presentation.json', () => presentationOf(contents)),
        ]
      : []),
    ...(kind === 'everything' ? [voteLogFile(contents)] : []),
  ]
  return [...files.map((file) => digested(file, digests)), methodFile(contents, () => digests)]
}

/** The canonical map with the settings that it was made with, so that a change of either is found. */
async function withSettings(contents: Contents) {
  const map = await canonicalMap(contents)
  return map === null ? null : { ...map, settings: mapSettingsOf(contents.data.settings) }
}

/** A document as it was published, to the last byte. */
function published(name: string, text: string | undefined): ExportFile {
  return {
    name,
    type: 'application/json; charset=utf-8',
    *pieces() {
      yield text ?? 'null'
    },
  }
}

/** The file, noting its hash when it has been written. */
function digested(file: ExportFile, digests: FileDigest[]): ExportFile {
  return {
    ...file,
    async *pieces() {
      const hash = createHash('sha256')
      let bytes = 0
      for await (const piece of file.pieces()) {
        hash.update(piece)
        bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
        yield piece
      }
      digests.push({ name: file.name, bytes, sha256: hash.digest('hex') })
    },
  }
}
