// Reads a folder of Polis CSVs (summary, comments, votes; the zip exports of the open data sets and today's) into a
// conversation for the store. Ids stay those of the export; votes come in the order in which they were cast. The export is
// taken as a whole or refused with the file, the line and the reason. Polis mathematics, section 11.
import { basename, join, resolve } from 'node:path'
import type { ImportedConversation, ImportedVotes } from '../store/imported-conversation.ts'
import { storedMapSettings } from '../conversation/map-settings.ts'
import { checkSigns, type StatementEvents } from './check-signs.ts'
import { compareStatements } from './compare-counts.ts'
import { conversationIdOf } from './conversation-id.ts'
import { fileInFolder } from './export-names.ts'
import { MOST_PARTICIPANTS } from './limits.ts'
import { numberIds } from './number-ids.ts'
import { oldAddressesIn } from './old-addresses.ts'
import { hasJsonDump, readJsonDump } from './read-json-dump.ts'
import { orderByTime } from './order-by-time.ts'
import { type ExportedMethod, readMethod } from './read-method.ts'
import { readStatementFacts } from './read-statement-facts.ts'
import { readStatements, type ExportedStatement } from './read-statements.ts'
import { readSummary } from './read-summary.ts'
import { readVoteLog } from './read-vote-log.ts'
import { readVotes } from './read-votes.ts'
import type { Reading } from './reading.ts'
import { type MendedLine, RefusedExport } from './refused-export.ts'
import type { InEachLanguage } from './say.ts'
import type { ExportedVotes } from './scan-votes.ts'

/** What the caller may say of an export that it does not say itself. */
export interface ReadOptions extends Reading {
  /** Id of the conversation; else it is made from the name of the folder. */
  readonly id?: string
  /** What the conversation is called where the export does not say; else it is the name of the folder. */
  readonly name?: string
  /** The file has agree = −1: turn every vote. */
  readonly invert?: boolean
}

/** What was read, and how. */
export interface PolisExport {
  readonly conversation: ImportedConversation
  /** People with at least one vote. */
  readonly participants: number
  /** Statements with at least one vote. */
  readonly votedStatements: number
  /** Contradictions of summary.csv and comments.csv to the votes, in sentences. */
  readonly mismatches: readonly InEachLanguage[]
  /** Texts that were read although their quotes are broken. */
  readonly mended: readonly MendedLine[]
}

/** Throws a RefusedExport when anything in the three files is not as it has to be. */
export function readExport(
  path: string,
  { id, invert = false, name = basename(resolve(path)), ...options }: ReadOptions = {},
): PolisExport {
  const mended: MendedLine[] = []
  const reading: Reading = { ...options, onMended: (line) => mended.push(line) }
  const folder = resolve(path)
  const {
    summary,
    statements,
    votes: exported,
    file,
  } = hasJsonDump(folder) && fileInFolder(folder, 'votes.csv') === null
    ? { ...readJsonDump(folder), file: 'votes.json' }
    : readCsvs(folder, name, reading)
  if (invert) exported.values.forEach((value, event) => (exported.values[event] = -value))

  const events = countEvents(statements, exported, file)
  if (!summary.declaresSign || invert) checkSigns(statements, events, file)
  const participants = numberIds(exported.participants).ids.length
  if (participants > MOST_PARTICIPANTS) {
    const most = { most: MOST_PARTICIPANTS }
    throw new RefusedExport(file, null, (say) => say('tooManyParticipants', most))
  }
  const votedStatements = events.filter((event) => event.votes > 0).length
  const log = fileInFolder(folder, 'vote-log.csv')
  const votes = log === null ? inOrderOfTime(exported) : readVoteLog(join(folder, log), log, reading)
  const facts = factsOf(folder, reading)
  const method = methodOf(folder)
  return {
    conversation: {
      id: id ?? conversationIdOf(method?.conversation.id ?? name),
      topic: summary.topic === '' ? name : summary.topic,
      description: summary.description,
      isOpen: true,
      isSample: false,
      createdAtMs: beginning(statements, votes),
      statements: statements.map(({ statement }) => ({ ...statement, ...facts.get(statement.id) })),
      votes,
      ...(method === null ? {} : { settings: storedMapSettings(method.settings) }),
      oldAddresses: oldAddressesIn(summary.url),
    },
    participants,
    votedStatements,
    mended,
    mismatches: compareStatements(summary, statements, events, { participants, statements: votedStatements }),
  }
}

/** What our own exports say besides. */
function factsOf(folder: string, reading: Reading) {
  const file = fileInFolder(folder, 'statements.csv')
  return file === null ? new Map<number, never>() : readStatementFacts(join(folder, file), file, reading)
}

function methodOf(folder: string): ExportedMethod | null {
  const file = fileInFolder(folder, 'method.json')
  return file === null ? null : readMethod(join(folder, file), file)
}

function readCsvs(folder: string, name: string, reading: Reading) {
  const needed = (part: 'summary.csv' | 'comments.csv' | 'votes.csv') => {
    const file = fileInFolder(folder, part)
    if (file !== null) return file
    throw new RefusedExport(name, null, (say) => say('missingFile', { missing: part }), {
      remedy: (say) => say('remedyExport'),
    })
  }
  const [summary, comments, votes] = [needed('summary.csv'), needed('comments.csv'), needed('votes.csv')]
  return {
    summary: readSummary(join(folder, summary), summary, reading),
    statements: readStatements(join(folder, comments), comments, reading),
    votes: readVotes(join(folder, votes), votes, reading),
    file: votes,
  }
}

/** Counts parallel to `statements`; refuses a vote on a statement that is not among them. */
function countEvents(
  statements: readonly ExportedStatement[],
  votes: ExportedVotes,
  file: string,
): StatementEvents[] {
  const authors = statements.map(({ statement }) => statement.author)
  const authorsTimes = new Float64Array(statements.length).fill(Infinity)
  const events = statements.map((): StatementEvents => ({
    agrees: 0,
    disagrees: 0,
    votes: 0,
    authorsFirstVote: null,
  }))
  const places = new Map(statements.map(({ statement }, place) => [statement.id, place]))
  let id = -1
  let place = -1
  for (let event = 0; event < votes.values.length; event++) {
    if (votes.statements[event] !== id) {
      id = votes.statements[event]!
      place = places.get(id) ?? -1
      if (place < 0) {
        const values = { id: String(id), file: file.replace('votes', 'comments') }
        throw new RefusedExport(file, votes.lineOf(event), (say) => say('statementUnknown', values), {
          remedy: (say) => say('remedyStatement'),
        })
      }
    }
    const counts = events[place]!
    const value = votes.values[event]!
    counts.votes++
    if (value === 1) counts.agrees++
    if (value === -1) counts.disagrees++
    if (authors[place] === votes.participants[event] && votes.timesMs[event]! < authorsTimes[place]!) {
      authorsTimes[place] = votes.timesMs[event]!
      counts.authorsFirstVote = value
    }
  }
  return events
}

function inOrderOfTime(votes: ExportedVotes): ImportedVotes {
  const order = orderByTime(votes.timesMs)
  const count = order.length
  const participants = new Uint32Array(count)
  const statements = new Uint32Array(count)
  const values = new Int8Array(count)
  const timesMs = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const event = order[i]!
    participants[i] = votes.participants[event]!
    statements[i] = votes.statements[event]!
    values[i] = votes.values[event]!
    timesMs[i] = votes.timesMs[event]!
  }
  return { participants, statements, values, timesMs }
}

/** The time of the first statement or vote; 0 when there is neither. */
function beginning(statements: readonly ExportedStatement[], votes: ImportedVotes): number {
  const first = statements.reduce((time, { statement }) => Math.min(time, statement.createdAtMs), Infinity)
  const earliest = Math.min(first, votes.timesMs[0] ?? Infinity)
  return Number.isFinite(earliest) ? earliest : 0
}
