// `ImportStore` on SQLite: a piece is written within the same transactions as everybody's votes, for a few milliseconds, so
// that nobody waits longer than that. The last step renames, and from then on the conversation is there.
import type { Database } from 'better-sqlite3'
import { dirname } from 'node:path'
import type { GroupCommit } from './group-commit.ts'
import { type ImportPlace, ImportWriter } from './import-conversation.ts'
import { shareImportLock } from './import-lock.ts'
import type { ImportProgress, ImportStore } from './import-store.ts'
import type { ImportedConversation } from './imported-conversation.ts'
import { purgeSome } from './purge-conversation.ts'
import { stagedName } from './staged-name.ts'
import { storageFailure } from './storage-failure.ts'
import type { ImportOutcome } from './store.ts'

/** How long a piece may hold up the votes that are committed with it. */
const PIECE_MS = 8
/** How long one step takes about; votes that arrive meanwhile are committed with its pieces. */
const STEP_MS = 60

interface Running {
  readonly id: string
  readonly key: number
  readonly writer: ImportWriter
  place: ImportPlace
}

export class SqliteImports implements ImportStore {
  readonly #database: Database
  readonly #writes: GroupCommit
  readonly #onFinished: (conversation: string, key: number) => void
  readonly #running = new Map<number, Running>()
  #lock: { release(): void } | null = null
  #next = 0

  /** `onFinished` hears of conversations that have just come to be there. */
  constructor(
    database: Database,
    writes: GroupCommit,
    onFinished: (conversation: string, key: number) => void,
  ) {
    this.#database = database
    this.#writes = writes
    this.#onFinished = onFinished
  }

  async begin(conversation: ImportedConversation): Promise<number | null> {
    const { id } = conversation
    this.#takeLock()
    try {
      const writer = new ImportWriter(this.#database, conversation)
      const key = await this.#writes.submit(() =>
        this.#isTaken(id) ? null : writer.insertConversation(stagedName(id)),
      )
      if (key === null) return null
      const number = this.#next++
      this.#running.set(number, { id, key, writer, place: writer.beginning() })
      return number
    } finally {
      this.#dropLock()
    }
  }

  async step(number: number): Promise<ImportProgress> {
    const running = this.#of(number)
    const { writer, key } = running
    const isTimeLeft = forAWhile(STEP_MS)
    do {
      if (!writer.count(forAWhile(PIECE_MS))) break
      const { place } = running
      running.place = await this.#writes.submit(() => writer.write(key, place, forAWhile(PIECE_MS)))
    } while (isTimeLeft() && !isWhole(writer.progress(running.place)))
    return writer.progress(running.place)
  }

  async finish(number: number): Promise<ImportOutcome> {
    const { id, key, writer, place } = this.#of(number)
    if (!isWhole(writer.progress(place))) throw new RangeError(`Import ${number} is not written yet.`)
    const isThere = await this.#writes.submit(() => {
      if (this.#isTaken(id)) return false
      this.#database.prepare('UPDATE conversation SET id = ? WHERE key = ?').run(id, key)
      writer.insertOldAddresses(key)
      return true
    })
    if (!isThere) return { kind: 'exists' }
    this.#running.delete(number)
    this.#dropLock()
    this.#onFinished(id, key)
    return writer.outcome
  }

  async abandon(number: number): Promise<void> {
    const running = this.#running.get(number)
    if (running === undefined) return
    const remove = () => purgeSome(this.#database, running.key, forAWhile(PIECE_MS))
    while (!(await this.#writes.submit(remove)));
    this.#running.delete(number)
    this.#dropLock()
  }

  /** What is under way is left; the next start removes it. */
  close(): void {
    this.#running.clear()
    this.#dropLock()
  }

  #of(number: number): Running {
    const running = this.#running.get(number)
    if (running === undefined) throw new RangeError(`Expected an import that is under way, got ${number}.`)
    return running
  }

  #isTaken(id: string): boolean {
    return this.#database.prepare('SELECT 1 FROM conversation WHERE id = ?').get(id) !== undefined
  }

  #takeLock(): void {
    try {
      this.#lock ??= shareImportLock(dirname(this.#database.name))
    } catch (error) {
      throw storageFailure(error) ?? error
    }
  }

  #dropLock(): void {
    if (this.#running.size > 0) return
    this.#lock?.release()
    this.#lock = null
  }
}

function isWhole({ done, total }: ImportProgress): boolean {
  return done === total
}

function forAWhile(lastingMs: number): () => boolean {
  const until = performance.now() + lastingMs
  return () => performance.now() < until
}
