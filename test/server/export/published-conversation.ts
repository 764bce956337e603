// A data folder with an imported conversation whose map has been published, without a service having run.
import { join } from 'node:path'
import { ConversationAnalysis } from '../../../server/analysis/conversation-analysis.ts'
import { openingOf } from '../../../server/analysis/opening.ts'
import { LiveConversation } from '../../../server/conversation/live-conversation.ts'
import { contentsOf, type ExportKind } from '../../../server/export/contents.ts'
import { readExportData } from '../../../server/export/export-data.ts'
import { filesOf } from '../../../server/export/export-files.ts'
import type { ImportedConversation } from '../../../server/store/imported-conversation.ts'
import { DATABASE_NAME, openStore } from '../../../server/store/open.ts'
import { observe } from '../../../server/store/read-only.ts'
import type { Store } from '../../../server/store/store.ts'

/** Publishes the map of the whole log, as the service would. */
export async function publishMap(store: Store, id: string, version = 1): Promise<void> {
  const conversation = (await LiveConversation.load(store, id))!
  const analysis = new ConversationAnalysis(openingOf(conversation))
  const log = await store.readLog(id, 0, 10_000_000)
  analysis.apply({
    participants: log.participants,
    statements: log.statements.map((statement) => conversation.indexOf(statement)!),
    values: log.values,
  })
  const { sequence, publishedAtMs, snapshot, components, presentation } = analysis.refresh(version)
  await store.saveSnapshot(id, { version, sequence, publishedAtMs, snapshot, components, presentation })
}

/** Stores a conversation in a data folder and publishes its map. */
export async function storeWithMap(
  folder: string,
  conversation: ImportedConversation,
  change: (store: Store) => Promise<void> = async () => {},
): Promise<void> {
  const store = await openStore(folder)
  await store.importConversation(conversation)
  await change(store)
  await publishMap(store, conversation.id)
  await store.close()
}

/** The files of an export, by name. */
export async function exportedFiles(
  folder: string,
  id: string,
  kind: ExportKind,
  { formulaSafe = false } = {},
): Promise<ReadonlyMap<string, string>> {
  const observed = observe(join(folder, DATABASE_NAME))
  try {
    const data = (await readExportData(observed.store, id, { whole: kind === 'everything' }))!
    const request = { kind, style: { formulaSafe }, url: 'https://town.example/c/x', exportedAtMs: 0 }
    const files = filesOf(contentsOf(data, request))
    const texts = new Map<string, string>()
    for (const file of files) {
      const bytes: Buffer[] = []
      for await (const piece of file.pieces()) bytes.push(Buffer.from(piece))
      texts.set(file.name, Buffer.concat(bytes).toString())
    }
    return texts
  } finally {
    await observed.close()
  }
}
