// Entry of the thread that reads an import: everything is checked here, away from the service, and nothing is stored.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { compareParticipants } from '../polis/compare-counts.ts'
import { conversationIdOf } from '../polis/conversation-id.ts'
import { currentVotes } from '../polis/current-votes.ts'
import { readExport } from '../polis/read-export.ts'
import { readVoteTable } from '../polis/read-vote-table.ts'
import { RefusedExport } from '../polis/refused-export.ts'
import { unpack } from '../polis/unpack.ts'
import type { FromImportThread, ImportOrder } from './messages.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
const port = parentPort
const order = workerData as ImportOrder // given by Imports

try {
  say(await read())
} catch (error) {
  if (error instanceof RefusedExport) {
    const looksInverted = /the votes (are|look) inverted/.test(error.message)
    say({ type: 'refused', reason: error.message, looksInverted, columns: columnsOfTable() })
  } else {
    say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

async function read(): Promise<FromImportThread> {
  const { folder, wish, nowMs } = order
  const zip = readdirSync(folder).find((name) => name.toLowerCase().endsWith('.zip'))
  if (zip !== undefined && !existsSync(join(folder, 'unpacked'))) {
    mkdirSync(join(folder, 'unpacked'))
    await unpack(join(folder, zip), join(folder, 'unpacked'))
  }
  const files = zip === undefined ? folder : join(folder, 'unpacked')
  const name = zip?.replace(/\.zip$/i, '') ?? 'import'
  const invert = wish.invert
  if (wish.columns !== null) {
    const table = tableIn(files)
    if (table === null) throw new RefusedExport('', null, 'there is no table among the files')
    const topic = table.replace(/\.csv$/i, '')
    const conversation = readVoteTable(join(files, table), table, {
      id: wish.id ?? conversationIdOf(topic),
      topic,
      columns: wish.columns,
      invert,
      nowMs,
    })
    const participants = new Set(conversation.votes.participants).size
    return { type: 'read', conversation, participants, contradictions: [] }
  }
  const found = readExport(files, { invert, name, ...(wish.id === null ? {} : { id: wish.id }) })
  const differing = compareParticipants(files, currentVotes(found.conversation.votes)) ?? []
  return {
    type: 'read',
    conversation: found.conversation,
    participants: found.participants,
    contradictions: [...found.mismatches, ...differing],
  }
}

/** The one CSV of an upload that is no export. */
function tableIn(folder: string): string | null {
  const tables = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'))
  return tables.length === 1 ? tables[0]! : null
}

function columnsOfTable(): string[] | null {
  const { folder } = order
  const files = existsSync(join(folder, 'unpacked')) ? join(folder, 'unpacked') : folder
  const table = tableIn(files)
  if (table === null) return null
  const [header = ''] = readFileSync(join(files, table), 'utf8').split(/\r?\n/, 1)
  const names = header.replace(/^\uFEFF/, '').split(',')
  return names.map((name) => name.trim().replace(/^"|"$/g, '')).slice(0, 50)
}

function say(message: FromImportThread): void {
  port.postMessage(message)
}
