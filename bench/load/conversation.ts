import { openStore } from '../../server/store/open.ts'

/** Makes an open conversation in a data folder, with this many statements (ids from 0) and no votes. */
export async function prepareConversation(folder: string, id: string, count: number): Promise<void> {
  const store = await openStore(folder)
  const statements = Array.from({ length: count }, (_, id) => ({
    id,
    text: `Statement number ${id}`,
    author: null,
    createdAtMs: 0,
    moderation: 1 as const,
    isMeta: false,
    isSeed: true,
  }))
  const votes = {
    participants: new Uint32Array(0),
    statements: new Uint32Array(0),
    values: new Int8Array(0),
    timesMs: new Float64Array(0),
  }
  const words = { topic: 'Load', description: '', isOpen: true, isSample: false, createdAtMs: 0 }
  await store.importConversation({ id, ...words, statements, votes })
  await store.close()
}
