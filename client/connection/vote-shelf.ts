// Unacknowledged votes on the device, so that a reload or a closed phone loses none. Nothing is opened or stored before the first
// vote. They lie in IndexedDB; those of somebody whom another site names lie with the tab alone (tab-shelf.ts), because others
// may use the device. Where the browser forbids storage, votes live in memory for as long as the page does.
import type { UnsentVote } from './outbox.ts'
import { tabShelf } from './tab-shelf.ts'

export interface VoteShelf {
  /** Votes left over from an earlier moment; none where storage is blocked. */
  load(): Promise<readonly UnsentVote[]>
  /** Keeps a vote until it is removed; resolves to false where storage is blocked. */
  keep(vote: UnsentVote): Promise<boolean>
  remove(mutation: string): Promise<void>
}

/** Where the unacknowledged votes of a conversation lie; `identity` is what another site says of the person. */
export function shelfFor(conversation: string, identity: string | undefined): VoteShelf {
  if (identity !== undefined) return tabShelf(conversation, identity)
  return { load: () => loadUnsentVotes(conversation), keep: keepUnsentVote, remove: removeUnsentVote }
}

const DATABASE = 'folkmoot'
const STORE = 'unsent-votes'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'mutation' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser refused its database.'))
    request.onblocked = () => reject(new Error('The browser database is blocked by an older page.'))
  })
}

async function withStore<Result>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = use(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () =>
        reject(transaction.error ?? new Error('The browser could not store a vote.'))
    })
  } finally {
    database.close()
  }
}

/** True when a database of an earlier visit exists; where the browser cannot tell, it is opened to find out. */
async function mayHoldVotes(): Promise<boolean> {
  if (!indexedDB.databases) return true
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE)
}

async function loadUnsentVotes(conversation: string): Promise<UnsentVote[]> {
  try {
    if (!(await mayHoldVotes())) return []
    const votes = await withStore<UnsentVote[]>('readonly', (store) => store.getAll())
    return votes.filter((vote) => vote.conversation === conversation)
  } catch {
    return [] // blocked storage: nothing was kept, so nothing is lost by going on without it
  }
}

async function keepUnsentVote(vote: UnsentVote): Promise<boolean> {
  try {
    await withStore('readwrite', (store) => store.put(vote))
    return true
  } catch {
    return false
  }
}

async function removeUnsentVote(mutation: string): Promise<void> {
  try {
    await withStore<undefined>('readwrite', (store) => store.delete(mutation))
  } catch {
    // Storage is blocked, so the vote was only in memory.
  }
}
