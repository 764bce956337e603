// Unacknowledged votes on the device (IndexedDB), so that a reload or a closed phone loses none. Nothing is opened or
// stored before the first vote. Where the browser forbids storage, votes live in memory for as long as the page does.
import type { UnsentVote } from './outbox.ts'

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

/** Votes of the conversation left over from an earlier visit; none where storage is blocked. */
export async function loadUnsentVotes(conversation: string): Promise<UnsentVote[]> {
  try {
    if (!(await mayHoldVotes())) return []
    const votes = await withStore<UnsentVote[]>('readonly', (store) => store.getAll())
    return votes.filter((vote) => vote.conversation === conversation)
  } catch {
    return [] // blocked storage: nothing was kept, so nothing is lost by going on without it
  }
}

/** Keeps a vote until it is removed; resolves to false where storage is blocked. */
export async function keepUnsentVote(vote: UnsentVote): Promise<boolean> {
  try {
    await withStore('readwrite', (store) => store.put(vote))
    return true
  } catch {
    return false
  }
}

export async function removeUnsentVote(mutation: string): Promise<void> {
  try {
    await withStore<undefined>('readwrite', (store) => store.delete(mutation))
  } catch {
    // Storage is blocked, so the vote was only in memory.
  }
}
