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

  constructor(statements: readonly StoredStatement[], settings: ConversationSettings) {
    this.#statements = statements
    statements.forEach(({ id }, index) => this.#indexOf.set(id, index))
    this.#closed = closedStatements(statements, settings)
    this.#open = countOpen(this.#closed)
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

  /** Takes over the statements as they are now: those there were, changed or not, and perhaps further ones. */
  replace(statements: readonly StoredStatement[], settings: ConversationSettings): void {
    this.#statements = statements
    statements.forEach(({ id }, index) => this.#indexOf.set(id, index))
    this.#closed = closedStatements(statements, settings)
    this.#open = countOpen(this.#closed)
    this.#version++
  }
}

function countOpen(closed: Uint8Array): number {
  return closed.reduce((sum, isClosed) => sum + 1 - isClosed, 0)
}
