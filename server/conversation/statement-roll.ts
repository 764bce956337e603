// The statements of a conversation by dense index, ascending by id, and which of them nobody may vote on.
import type { StoredStatement } from '../store/store.ts'
import { closedStatements } from './closed-statements.ts'
import type { ConversationSettings } from './settings.ts'

export class StatementRoll {
  #statements: readonly StoredStatement[]
  #closed: Uint8Array
  #open: number
  #version = 0
  readonly #indexOf = new Map<number, number>()
  #successors: ReadonlyMap<number, readonly number[]>

  constructor(statements: readonly StoredStatement[], settings: ConversationSettings) {
    this.#statements = statements
    statements.forEach(({ id }, index) => this.#indexOf.set(id, index))
    this.#closed = closedStatements(statements, settings)
    this.#open = countOpen(this.#closed)
    this.#successors = successorsIn(statements)
  }

  /** There may be more later, never fewer. */
  get all(): readonly StoredStatement[] {
    return this.#statements
  }

  /** 1 for statements that nobody may vote on. */
  get closed(): Uint8Array {
    return this.#closed
  }

  /** How many may be voted on. */
  get open(): number {
    return this.#open
  }

  /** Grows with each change of the statements or of what closes them. */
  get version(): number {
    return this.#version
  }

  /** Dense index of a statement id; undefined for an unknown one. */
  indexOf(id: number): number | undefined {
    return this.#indexOf.get(id)
  }

  /** Ids of the statements that stand in the place of this one, which was merged, reworded or split. */
  successorsOf(id: number): readonly number[] {
    return this.#successors.get(id) ?? []
  }

  /** Whether any statement has successors. */
  get hasSuccessors(): boolean {
    return this.#successors.size > 0
  }

  /** Takes over the statements as they are now: those there were, changed or not, and perhaps further ones. */
  replace(statements: readonly StoredStatement[], settings: ConversationSettings): void {
    this.#statements = statements
    statements.forEach(({ id }, index) => this.#indexOf.set(id, index))
    this.#closed = closedStatements(statements, settings)
    this.#open = countOpen(this.#closed)
    this.#successors = successorsIn(statements)
    this.#version++
  }

  /** Takes over these statements alone, of which some may be new; a retry may bring what is there already. */
  change(changed: readonly StoredStatement[], settings: ConversationSettings): void {
    const statements = [...this.#statements]
    let touchesLineage = false
    for (const statement of changed) {
      const index = this.#indexOf.get(statement.id) ?? statements.length
      const before = statements[index]
      touchesLineage ||= hasLineage(statement) || (before !== undefined && hasLineage(before))
      statements[index] = statement
      this.#indexOf.set(statement.id, index)
    }
    const closed = new Uint8Array(statements.length)
    closed.set(this.#closed)
    const indexes = changed.map(({ id }) => this.#indexOf.get(id)!)
    const closedNow = closedStatements(
      indexes.map((index) => statements[index]!),
      settings,
    )
    indexes.forEach((index, place) => (closed[index] = closedNow[place]!))
    this.#statements = statements
    this.#closed = closed
    this.#open = countOpen(closed)
    if (touchesLineage) this.#successors = successorsIn(statements)
    this.#version++
  }
}

/** Whether others stand in its place, or it in the place of another. */
function hasLineage({ mergedInto, replacedAs, derivedFrom }: StoredStatement): boolean {
  return mergedInto !== null || replacedAs !== null || derivedFrom !== null
}

/** A merged or reworded statement names its successor; those of a split one name where they come from. */
function successorsIn(statements: readonly StoredStatement[]): ReadonlyMap<number, readonly number[]> {
  const successors = new Map<number, number[]>()
  const split = new Set<number>()
  for (const { id, mergedInto, replacedAs } of statements) {
    if (mergedInto !== null) successors.set(id, [mergedInto])
    else if (replacedAs === 'split') split.add(id)
  }
  for (const { id, derivedFrom, isWithdrawn } of split.size === 0 ? [] : statements) {
    if (derivedFrom === null || isWithdrawn || !split.has(derivedFrom)) continue
    successors.set(derivedFrom, [...(successors.get(derivedFrom) ?? []), id])
  }
  // Whoever asks is told where it ended, be it over several steps.
  for (const [id, [next]] of successors) {
    let end = next!
    const passed = new Set([id])
    while (!passed.has(end) && successors.get(end)?.length === 1) {
      passed.add(end)
      end = successors.get(end)![0]!
    }
    if (end !== next && successors.get(id)!.length === 1) successors.set(id, successors.get(end) ?? [end])
  }
  return successors
}

function countOpen(closed: Uint8Array): number {
  let open = closed.length
  for (const isClosed of closed) open -= isClosed
  return open
}
