// Entry of the thread that reads an import: everything is checked here, away from the service, and nothing is stored.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { compareParticipants } from '../polis/compare-counts.ts'
import { conversationIdOf } from '../polis/conversation-id.ts'
import { currentVotes } from '../polis/current-votes.ts'
import { linesOf } from '../polis/line-blocks.ts'
import { readExport } from '../polis/read-export.ts'
import { readVoteTable } from '../polis/read-vote-table.ts'
import type { Reading } from '../polis/reading.ts'
import { RefusedExport } from '../polis/refused-export.ts'
import { splitLine } from '../polis/split-line.ts'
import { unpack } from '../polis/unpack.ts'
import { giveWay } from '../thread-priority.ts'
import type { FromImportThread, ImportOrder, ReadingProgress, ReadImport } from './messages.ts'

if (parentPort === null) throw new Error('This is the entry of a worker thread and cannot be run by itself.')
giveWay()
const port = parentPort
const order = workerData as ImportOrder // given by Imports
const { folder, wish, nowMs } = order
const reading: Reading = { encoding: wish.encoding ?? undefined, mendQuotes: wish.mendQuotes }
const NEWS_EVERY_MS = 100
/** What a conversation is called where nothing that came with it makes a name. */
const UNNAMED = 'import'
let toldAtMs = -Infinity
let toldStep: ReadingProgress['step'] | null = null

try {
  const found = await read()
  // Copying millions of votes would hold up the service; this hands them over.
  const votes = found.type === 'read' ? found.conversation.votes : null
  const { participants, statements, values, timesMs } = votes ?? {}
  const arrays = [participants, statements, values, timesMs].flatMap((array) => array?.buffer ?? [])
  port.postMessage(found, arrays as ArrayBuffer[]) // nothing here is shared
} catch (error) {
  if (error instanceof RefusedExport) {
    const { words: reason, question, mended } = error
    say({ type: 'refused', reason, question, mended, columns: columnsOfTable() })
  } else {
    say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

async function read(): Promise<ReadImport> {
  const zip = readdirSync(folder).find((name) => name.toLowerCase().endsWith('.zip'))
  if (zip !== undefined && !existsSync(join(folder, 'unpacked'))) await unpackWhole(zip)
  const files = zip === undefined ? folder : join(folder, 'unpacked')
  const name = zip?.replace(/\.zip$/i, '') ?? 'import'
  const { invert } = wish
  tell('reading', 0)
  if (wish.columns !== null) {
    const table = tableIn(files)
    if (table === null) throw new RefusedExport('—', null, (say) => say('noTable'))
    const topic = table.replace(/\.csv$/i, '')
    const id = wish.id ?? (conversationIdOf(topic) || UNNAMED)
    const options = { id, topic, columns: wish.columns, invert, nowMs }
    const conversation = readVoteTable(join(files, table), table, options, reading)
    const participants = new Set(conversation.votes.participants).size
    return { type: 'read', conversation, participants, contradictions: [], mended: [] }
  }
  const found = readExport(files, {
    ...reading,
    invert,
    name,
    ...(wish.id === null ? {} : { id: wish.id }),
    onShare: (share) => tell('reading', share),
  })
  tell('comparing', 0)
  const differing =
    compareParticipants(files, currentVotes(found.conversation.votes), {
      ...reading,
      onShare: (share) => tell('comparing', share),
    }) ?? []
  const { conversation } = found
  return {
    type: 'read',
    conversation: { ...conversation, id: conversation.id || UNNAMED },
    participants: found.participants,
    contradictions: [...found.mismatches, ...differing],
    mended: found.mended,
  }
}

/** A reading that is called off leaves a folder that is not taken for a whole one. */
async function unpackWhole(zip: string): Promise<void> {
  const part = join(folder, 'unpacking')
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part)
  let bytes = 0
  await unpack(join(folder, zip), part, undefined, (more) => {
    bytes += more
    tell('unpacking', null)
  })
  renameSync(part, join(folder, 'unpacked'))
}

/** The one CSV of an upload that is no export. */
function tableIn(folder: string): string | null {
  const tables = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.csv'))
  return tables.length === 1 ? tables[0]! : null
}

function columnsOfTable(): string[] | null {
  const unpacked = join(folder, 'unpacked')
  const files = existsSync(unpacked) && statSync(unpacked).isDirectory() ? unpacked : folder
  const table = tableIn(files)
  if (table === null) return null
  try {
    for (const { text } of linesOf(join(files, table), table, { encoding: 'windows-1252' })) {
      return splitLine(text)?.map((name) => name.trim()).slice(0, 50) ?? null // prettier-ignore
    }
  } catch (error) {
    if (!(error instanceof RefusedExport)) throw error
  }
  return null
}

function tell(step: ReadingProgress['step'], share: number | null): void {
  const now = performance.now()
  if (step === toldStep && now - toldAtMs < NEWS_EVERY_MS) return
  toldAtMs = now
  toldStep = step
  say({ type: 'progress', step, share })
}

function say(message: FromImportThread): void {
  port.postMessage(message)
}
