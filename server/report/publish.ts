// Publishing a version of a report: every file of it is made from one sequence of the log, hashed and kept. What is published
// stays as it is, even when the software changes: style sheet and script are among the files.
import { createHash } from 'node:crypto'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Exports } from '../export/exports.ts'
import { pages } from '../protocol/addresses.ts'
import { language, type Language } from '../protocol/values.ts'
import type { ReportFile, ReportVersion } from '../store/report-store.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { Store } from '../store/store.ts'
import type { ReportFacts } from './facts.ts'
import { plotNames } from './plots/drawing.ts'
import { figureNames, reportFile } from './report-files.ts'
import { reportPage } from './report-page.ts'
import type { ReportShell } from './report-shell.ts'
import { reportWords } from './report-words.ts'
import type { Reports } from './reports.ts'
import { headOf, toldSettings, writtenFor } from './report-pages.ts'
import { type DataFile, versionData } from './version-data.ts'
import type { ReportView } from './view.ts'

export interface Publishing {
  readonly store: Store
  readonly reports: Reports
  readonly shell: ReportShell
  /** What writes exports; null where there are none, and then versions hold no data of theirs. */
  readonly exports: Exports | null
}

/** The list of all files with their hashes, as `sha256sum --check` reads it. */
export const SUMS = 'SHA256SUMS'

/** How often figures and data are made anew because the map moved on between them. */
const TRIES = 4

export interface Publication {
  /** Where readers find the service. */
  readonly origin: string
  readonly nowMs: number
  /** The line of the audit log for the version. */
  readonly audit?: (version: ReportVersion) => NewAuditEntry
}

/**
 * Publishes the next version. Refused where somebody else published at the same
 * time, and where the data could not be written now.
 */
export async function publishVersion(
  publishing: Publishing,
  conversation: LiveConversation,
  { origin, nowMs, audit }: Publication,
): Promise<ReportVersion | 'version-exists' | 'too-many-exports'> {
  const { store, shell } = publishing
  const { id } = conversation
  const made = await factsAndData(publishing, conversation, `${origin}${pages.takePart(id)}`)
  if (made === null) return 'too-many-exports'
  const { facts, data } = made
  const written = await writtenFor(store, id)
  const versions = await store.reports.versions(id)
  const number = (versions.at(-1)?.number ?? 0) + 1
  const path = pages.reportVersion(id, number)
  const viewIn = (reader: Language, fileSizes: ReportView['fileSizes'] = []): ReportView => ({
    facts,
    written,
    words: reportWords(reader),
    edition: { kind: 'version', number, publishedAtMs: nowMs },
    address: `${origin}${path}`,
    files: path,
    fileSizes,
  })
  const listed = [
    ...(await figures(facts, conversation, viewIn)),
    ...data.map(({ name, type, body }) => fileOf(name, type, body)),
  ]
  const fileSizes = listed.map(({ name, bytes }) => ({ name, bytes: bytes.length }))
  const files = [
    ...language.options.map((reader) =>
      fileOf(
        `report.${reader}.html`,
        'text/html; charset=utf-8',
        documentOf(shell, viewIn(reader, fileSizes), path),
      ),
    ),
    fileOf('report.css', 'text/css; charset=utf-8', shell.styles()),
    fileOf('report.js', 'text/javascript; charset=utf-8', shell.script()),
    ...listed,
  ]
  const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  const version = { number, publishedAtMs: nowMs, sequence: facts.log.sequence, logHash: facts.log.hash }
  const whole = { ...version, files: [...files, fileOf(SUMS, 'text/plain; charset=utf-8', sums)] }
  const isKept = await store.reports.publish(id, whole, audit?.(version))
  if (!isKept) return 'version-exists'
  conversation.events.emit('version', number)
  return version
}

/** Both as of the same map; null where exports are busy, or votes come too quickly for both to be made. */
async function factsAndData(
  { reports, exports }: Publishing,
  conversation: LiveConversation,
  url: string,
): Promise<{ readonly facts: ReportFacts; readonly data: readonly DataFile[] } | null> {
  if (exports === null) return { facts: await reports.newest(conversation), data: [] }
  for (let tries = 0; tries < TRIES; tries++) {
    // Side by side, so that both look at the log at nearly the same time: only the check of the report takes long.
    const [facts, data] = await Promise.all([
      reports.newest(conversation),
      versionData(exports, conversation, url),
    ])
    if (data?.sequence === facts.log.sequence) return { facts, data: data.files }
  }
  return null
}

/** The page of a version as it is kept. */
function documentOf(shell: ReportShell, view: ReportView, files: string): string {
  const { words, facts } = view
  return shell.fill({
    language: words.language,
    title: words.say('title', { topic: facts.conversation.topic }),
    description: words.say('stateVersion', {
      number: view.edition.kind === 'version' ? view.edition.number : 0,
      date: words.date(view.edition.kind === 'version' ? view.edition.publishedAtMs : facts.log.untilMs),
    }),
    head: headOf(view),
    body: reportPage(view),
    files,
  })
}

async function figures(
  facts: ReportFacts,
  conversation: LiveConversation,
  viewIn: (reader: Language) => ReportView,
): Promise<ReportFile[]> {
  const drawings = [...plotNames, 'sharing'].flatMap((name) =>
    language.options.flatMap((reader) => [`${name}.${reader}.svg`, `${name}.${reader}.png`]),
  )
  const files: ReportFile[] = []
  for (const name of [...figureNames, ...drawings]) {
    const file = await reportFile(name, facts, toldSettings(conversation), viewIn)
    if (file !== null) files.push(fileOf(name, file.type, file.body))
  }
  return files
}

function fileOf(name: string, type: string, body: string | Uint8Array<ArrayBuffer>): ReportFile {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { name, type, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
