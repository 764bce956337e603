// Files as browsers save them: with the report or the conversation before their names, and counted when saved twice.
import { createWriteStream, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { compareParticipants } from '../../../server/polis/compare-counts.ts'
import { currentVotes } from '../../../server/polis/current-votes.ts'
import { readExport } from '../../../server/polis/read-export.ts'
import { unpack } from '../../../server/polis/unpack.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { writeExport } from './small-export.ts'

/** The small export with every file renamed. */
function renamed(name: (file: string) => string): string {
  const folder = writeExport()
  for (const file of readdirSync(folder)) renameSync(join(folder, file), join(folder, name(file)))
  return folder
}

const byReport = (file: string) => `r2jstrdchy3-${file.replace('participants', 'participant')}`

test.each([
  ['the report before each name', byReport],
  ['a download that is not the first', (file: string) => file.replace('.csv', ' (1).csv')],
  ['capital letters', (file: string) => file.toUpperCase()],
])('an export is read under names with %s', (_, name) => {
  const folder = renamed(name)
  const { conversation, participants } = readExport(folder, { id: 'trees' })
  const plain = readExport(writeExport(), { id: 'trees' })
  expect(conversation).toEqual(plain.conversation)
  expect(participants).toBe(3)
  expect(compareParticipants(folder, currentVotes(conversation.votes))).toEqual([])
})

test('so it is from a zip, and a mistake names the file as it is called', async () => {
  const zip = new ZipFile()
  const folder = renamed((file) => byReport(file).replace('.csv', '(2).csv'))
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8')
    zip.addBuffer(Buffer.from(file.includes('-votes') ? text.replace(',4,11,1', ',4,11,7') : text), file)
  }
  zip.end()
  const packed = join(temporaryFolder(), 'export.zip')
  await pipeline(zip.outputStream, createWriteStream(packed))
  const unpacked = temporaryFolder()
  await unpack(packed, unpacked)
  expect(() => readExport(unpacked)).toThrow(/^r2jstrdchy3-votes\(2\)\.csv, line 6: the vote is 7/)
})

test('files of two conversations in one folder are refused, with their names', () => {
  const folder = renamed(byReport)
  writeFileSync(join(folder, 'r9other-votes.csv'), '')
  expect(() => readExport(folder)).toThrow(
    'votes.csv: several files could be it: r2jstrdchy3-votes.csv, r9other-votes.csv. Take the files of one conversation only.',
  )
})
