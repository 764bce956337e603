import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { seededRandom } from '../synthetic-log.ts'
import type { LoadOptions } from './options.ts'

/** Name of each conversation of a load. */
export function conversationName(index: number): string {
  return `load-${index}`
}

/** Makes open conversations in a data folder, without votes but for the first, in which `people` have voted before. */
export async function prepareConversations(
  folder: string,
  { conversations, statements, people }: Pick<LoadOptions, 'conversations' | 'statements' | 'people'>,
): Promise<void> {
  const store = await openStore(folder)
  for (let index = 0; index < conversations; index++) {
    await prepare(store, conversationName(index), statements, index === 0 ? people : 0)
  }
  await store.close()
}

/** Makes an open conversation with this many statements (ids from 0). */
async function prepare(store: Store, id: string, count: number, people: number): Promise<void> {
  const statements = Array.from({ length: count }, (_, id) => ({
    id,
    text: `Statement number ${id}`,
    author: null,
    createdAtMs: 0,
    moderation: 1 as const,
    isMeta: false,
    isSeed: true,
  }))
  // Each on every tenth statement or so, by two opinions.
  const each = Math.max(1, Math.floor(count / 10))
  const random = seededRandom(people + 1)
  const votes = {
    participants: Uint32Array.from({ length: people * each }, (_, i) => Math.floor(i / each)),
    statements: Uint32Array.from({ length: people * each }, (_, i) => ((i % each) * 10 + (i % 7)) % count),
    values: Int8Array.from({ length: people * each }, (_, i) => {
      const isOfOneMind = Math.floor(i / each) % 2 === i % 2
      return (random() < 0.8 ? isOfOneMind : !isOfOneMind) ? 1 : -1
    }),
    timesMs: new Float64Array(people * each),
  }
  const words = { topic: 'Load', description: '', isOpen: true, isSample: false, createdAtMs: 0 }
  await store.importConversation({ id, ...words, statements, votes })
}
