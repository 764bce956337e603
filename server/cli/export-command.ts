// `folkmoot export ID PATH`: a conversation as files that people and other tools can read.
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExportKind, exportKinds } from '../export/contents.ts'
import { fileNames } from '../export/export-files.ts'
import { hasOpenData } from '../export/open-data.ts'
import { WORKBOOK, writeExport } from '../export/write-export.ts'
import { unpack } from '../polis/unpack.ts'
import { DATABASE_NAME, openStore } from '../store/open.ts'
import { observe } from '../store/read-only.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'
import { RefusedInput, WrongUsage } from './failures.ts'

export const exportHelp = `folkmoot export ID PATH [--kind KIND] [--formula-safe] [--url URL] [--data-dir DIR]

Writes a conversation to PATH: a zip where it ends in .zip, an Excel workbook of the figures where it ends in .xlsx, else a
folder that is made. CSVs have Polis' columns of today (agree is +1, times are seconds); method.json says how the
figures came about. A service may be running meanwhile.

  --kind KIND     results: figures of groups and of everyone, nothing of single people (the default)
                  open-data: also every current vote, under numbers drawn anew and without times; only where
                  the conversation declared open data before voting began
                  everything: the owner's own copy with every vote and time. CONFIDENTIAL; written into the audit log
  --formula-safe  an apostrophe before texts that spreadsheets would take for a formula
  --url URL       address of the conversation's page, for summary.csv
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
`

/** Throws WrongUsage, RefusedInput, or what the store throws; nothing is left at PATH then. */
export async function exportCommand(words: readonly string[]): Promise<void> {
  const { subject, second, options } = readCommandLine(
    words,
    'ID',
    { kind: 'string', 'formula-safe': 'boolean', url: 'string', 'data-dir': 'string' },
    { second: 'PATH' },
  )
  if (second === undefined) throw new WrongUsage('PATH is missing')
  const kind = kindOf(options.kind)
  const target = pathFromCaller(second)
  if (existsSync(target)) throw new RefusedInput(`there already is ${target}; nothing was written`)
  const isWorkbook = target.endsWith('.xlsx')
  if (isWorkbook && kind !== 'results') throw new WrongUsage('a workbook holds results only')
  const observed = observe(join(dataFolder(options['data-dir']), DATABASE_NAME))
  try {
    const conversation = await observed.store.conversation(subject)
    if (conversation === null) throw new RefusedInput(`there is no conversation “${subject}”`)
    if (kind === 'open-data' && !hasOpenData(conversation)) {
      throw new RefusedInput(
        'this conversation did not declare open data before voting began, so nobody’s votes may be given out',
      )
    }
    // Written down before anything is given out, as the service does.
    if (kind === 'everything') await recordFullExport(dataFolder(options['data-dir']), subject)
    const order = {
      conversation: subject,
      kind,
      file: isWorkbook ? WORKBOOK : null,
      formulaSafe: options['formula-safe'] ?? false,
      url: options.url ?? '',
    }
    const bytes = await writeExport(observed.store, order, Date.now())
    if (bytes === null) throw new Error(`The conversation ${subject} has gone.`)
    const isFile = isWorkbook || target.endsWith('.zip')
    const written = isFile ? `${target}.part` : `${target}.part.zip`
    try {
      await pipeline(Readable.from(bytes), createWriteStream(written, { flags: 'wx', mode: 0o600 }))
      if (isFile) renameSync(written, target)
      else {
        mkdirSync(target, { recursive: true })
        await unpack(written, target)
      }
    } finally {
      rmSync(written, { force: true })
    }
  } finally {
    await observed.close()
  }
  const what = isWorkbook ? 'a workbook' : `${fileNames[kind].length} files`
  process.stdout.write(`Wrote ${what} of ${subject} (${kind}) to ${target}.\n`)
  if (kind === 'everything')
    process.stdout.write('They are confidential: they tell how single people voted.\n')
}

async function recordFullExport(folder: string, conversation: string): Promise<void> {
  const store = await openStore(folder)
  try {
    await store.staff.record({
      timeMs: Date.now(),
      account: null,
      name: 'command line',
      role: null,
      action: 'export-everything',
      conversation,
      code: null,
      subject: 'full export',
      detail: { file: 'all files' },
    })
  } finally {
    await store.close()
  }
}

function kindOf(given = 'results'): ExportKind {
  const kind = exportKinds.find((name) => name === given)
  if (kind === undefined)
    throw new WrongUsage(`--kind is “${given}”, expected one of ${exportKinds.join(', ')}`)
  return kind
}
