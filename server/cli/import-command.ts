// `folkmoot import PATH`: a Polis export into the database, all of it or nothing.
import { basename } from 'node:path'
import * as v from 'valibot'
import { compareParticipants } from '../polis/compare-counts.ts'
import { conversationIdOf } from '../polis/conversation-id.ts'
import { currentVotes } from '../polis/current-votes.ts'
import { readExport, type PolisExport } from '../polis/read-export.ts'
import { readColumns, readVoteTable } from '../polis/read-vote-table.ts'
import type { Reading } from '../polis/reading.ts'
import { withFolder } from '../polis/with-folder.ts'
import { pages } from '../protocol/addresses.ts'
import { conversationId } from '../protocol/values.ts'
import type { ImportProgress } from '../store/import-store.ts'
import type { InEachLanguage } from '../polis/say.ts'
import { openStore } from '../store/open.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'
import { consoleLanguage } from './console-language.ts'
import { RefusedInput, WrongUsage } from './failures.ts'
import { mendedLines } from './mended-lines.ts'

/** What `folkmoot import --help` prints. */
export const importHelp = `folkmoot import PATH [--id ID] [--data-dir DIR] [--invert] [--mend-quotes]
                     [--encoding windows-1252] [--columns LIST]

Imports an export of Polis, of any age, or of Folkmoot: a folder or a zip with summary.csv, comments.csv and votes.csv, or with
the JSON of Polis' API (comments.json, votes.json, conversation.json). Or any CSV with a row for each vote.
Everything is checked first; if anything is wrong, nothing is imported.

  --id ID         name of the conversation in addresses; else made from the name of the folder
                  (lower-case letters, digits, dots, hyphens and underscores, 63 at most)
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
  --columns LIST  for any CSV, which column is what, such as participant=who,statement=question,vote=answer; also time=…
                  votes are agree, disagree and pass, or 1, -1 and 0
  --invert        the export has agree = -1: turn every vote
  --mend-quotes   texts whose quotes are broken, as in exports of 2024, are read by the numbers around them
  --encoding windows-1252
                  files that are not UTF-8, as Excel writes them, are read as Windows-1252

Counts that contradict each other inside the export are reported and do no harm: votes.csv is the truth.
`

/** Throws WrongUsage, RefusedInput, RefusedExport, or what the store throws; nothing is imported then. */
export async function importCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'PATH', {
    id: 'string',
    'data-dir': 'string',
    invert: 'boolean',
    columns: 'string',
    'mend-quotes': 'boolean',
    encoding: 'string',
  })
  if (options.id !== undefined && !v.is(conversationId, options.id)) {
    throw new WrongUsage(`--id is “${options.id}”, expected a name as in addresses, such as high-street-2026`)
  }
  const { encoding, 'mend-quotes': mendQuotes = false } = options
  if (encoding !== undefined && encoding !== 'windows-1252') {
    throw new WrongUsage(`--encoding is “${encoding}”; besides UTF-8 only windows-1252 is known`)
  }
  const reading: Reading = { encoding, mendQuotes }
  if (options.columns !== undefined)
    return importTable(pathFromCaller(subject), options.columns, options, reading)
  await withFolder(pathFromCaller(subject), (folder, name) => importFolder(folder, name, options, reading))
}

/** Imports any table of votes. */
async function importTable(
  path: string,
  list: string,
  {
    id,
    invert = false,
    'data-dir': folder,
  }: { readonly id?: string; readonly invert?: boolean; readonly 'data-dir'?: string },
  reading: Reading,
): Promise<void> {
  const columns = readColumns(list)
  if (columns === null) {
    throw new WrongUsage(
      '--columns has to name participant, statement and vote, as in participant=who,statement=question,vote=answer',
    )
  }
  const name = basename(path).replace(/\.csv$/i, '')
  const conversation = readVoteTable(
    path,
    basename(path),
    { id: id ?? conversationIdOf(name), topic: name, columns, invert, nowMs: Date.now() },
    reading,
  )
  if (!v.is(conversationId, conversation.id)) throw noName()
  const store = await openStore(dataFolder(folder))
  try {
    const outcome = await store.importConversation(conversation, showProgress)
    if (outcome.kind === 'exists') {
      throw new RefusedInput(
        `there already is a conversation “${conversation.id}”; nothing was changed. Choose another name with --id`,
      )
    }
    const { participants, statements, votes } = outcome
    process.stdout.write(
      `Imported ${count(votes)} votes of ${count(participants)} people on ${count(statements)} statements as ${conversation.id}. It is closed.\n`,
    )
  } finally {
    await store.close()
  }
}

async function importFolder(
  folder: string,
  name: string,
  options: { readonly id?: string; readonly invert?: boolean; readonly 'data-dir'?: string },
  reading: Reading,
): Promise<void> {
  const { id, invert } = options
  const found = readExport(folder, { ...reading, name, ...(id && { id }), ...(invert && { invert }) })
  const { conversation } = found
  if (!v.is(conversationId, conversation.id)) {
    throw noName()
  }
  const current = currentVotes(conversation.votes)
  const participantMismatches = compareParticipants(folder, current, reading)

  const store = await openStore(dataFolder(options['data-dir']))
  try {
    const outcome = await store.importConversation(conversation, showProgress)
    if (outcome.kind === 'exists') {
      throw new RefusedInput(
        `there already is a conversation “${conversation.id}”; nothing was changed. Choose another name with --id`,
      )
    }
    for (const path of conversation.oldAddresses ?? []) {
      const leadsTo = await store.exchange.conversationAt(path)
      if (leadsTo === conversation.id) continue
      process.stdout.write(
        `The old address /${path} leads to ${leadsTo} already, and goes on leading there.\n`,
      )
    }
  } finally {
    await store.close()
  }
  process.stdout.write(report(found, current, participantMismatches))
}

function report(
  { conversation, participants, votedStatements, mismatches, mended }: PolisExport,
  current: ReadonlyMap<number, ReadonlyMap<number, number>>,
  participantMismatches: readonly InEachLanguage[] | null,
): string {
  const { statements, votes, id, topic } = conversation
  const moderated = (state: number) => statements.filter(({ moderation }) => moderation === state).length
  const currentCount = [...current.values()].reduce((sum, votes) => sum + votes.size, 0)
  const contradictions = [...mismatches, ...(participantMismatches ?? [])]
  return [
    `Imported “${topic}” as ${id}.`,
    `  Participants  ${count(participants)}`,
    `  Statements    ${count(statements.length)} (${count(votedStatements)} with votes; ${moderated(1)} accepted, ${moderated(0)} not moderated, ${moderated(-1)} rejected)`,
    `  Votes         ${count(votes.values.length)} (${count(currentCount)} current, ${count(votes.values.length - currentCount)} replaced by a later one)`,
    contradictions.length > 0
      ? `The export contradicts itself in ${count(contradictions.length)} ways; votes.csv was taken as the truth:`
      : 'All counts in the export agree with its votes.',
    ...contradictions.map((sentence) => `  ${sentence[consoleLanguage()]}`),
    ...(mended.length === 0
      ? []
      : [`The quotes of ${count(mended.length)} texts were mended:`, ...mended.flatMap(mendedLines)]),
    ...(participantMismatches === null
      ? ['There is no participants-votes.csv, so the votes were not compared with it.']
      : []),
    `Take part: ${pages.takePart(id)}   Projector: ${pages.projector(id)}`,
    '',
  ].join('\n')
}

function noName(): RefusedInput {
  return new RefusedInput(
    'the name of the folder or file makes no name for the conversation; choose one with --id',
  )
}

function showProgress({ done, total }: ImportProgress): void {
  if (!process.stderr.isTTY) return
  const text = done < total ? `Importing … ${Math.floor((100 * done) / total)}%` : ''
  process.stderr.write(`\r\u001B[K${text}`)
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}
