// The checks of a whole conversation: language, concerns and the nearest earlier statement of each, kept in the store so that
// the queue can be filtered by them. Only what has not been checked by these rules is looked at, some in each turn.
import { hash } from 'node:crypto'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { type Concern, concerns } from '../protocol/moderation.ts'
import type { CheckedStatement, ModerationStore } from '../store/moderation-store.ts'
import { findConcerns } from './find-concerns.ts'
import { guessLanguage } from './guess-language.ts'
import { SimilarIndex } from './similar-index.ts'
import { foldText, patternOf } from './word-list.ts'

/** Grows with the rules, so that everything is checked again by new ones. */
const RULES = 1
/** Statements that are read and stored at once, and how long they are looked at before others have their turn. */
const SLICE = 200
const TURN_MS = 4
/** Least likeness at which a moderator is told of another statement, and at which it says the same. */
export const SIMILAR_FROM = 0.5
const REPEAT_FROM = 0.9

/** Concerns as one number, and back. */
export function bitsOf(found: readonly Concern[]): number {
  return found.reduce((bits, concern) => bits | (1 << concerns.indexOf(concern)), 0)
}

export function concernsOf(bits: number): Concern[] {
  return concerns.filter((_, place) => (bits & (1 << place)) !== 0)
}

export class StatementChecks {
  readonly #store: ModerationStore
  readonly #conversation: LiveConversation
  readonly index = new SimilarIndex()
  /** What the last full pass has seen. */
  #done: { readonly mark: string; readonly statements: number } | null = null
  #running: Promise<void> | null = null

  constructor(store: ModerationStore, conversation: LiveConversation) {
    this.#store = store
    this.#conversation = conversation
  }

  /** How many statements may be unchecked. */
  get backlog(): number {
    return this.#conversation.statements.length - (this.#done?.statements ?? 0)
  }

  /** The text of a statement has changed. */
  forget(): void {
    this.#done = null
  }

  /** Checks what is not checked yet, with the words of the list; true where there was anything. */
  async run(words: readonly string[]): Promise<boolean> {
    await this.#running
    const mark = `${RULES}.${hash('sha256', words.join('\n'), 'base64url').slice(0, 12)}`
    const { length } = this.#conversation.statements
    if (this.#done?.mark === mark && this.#done.statements === length) return false
    let hasChecked = false
    this.#running = (async () => {
      hasChecked = await this.#check(mark, patternOf(words))
      this.#done = { mark, statements: length }
    })().finally(() => (this.#running = null))
    await this.#running
    return hasChecked
  }

  async #check(mark: string, words: RegExp | null): Promise<boolean> {
    await inTurns(this.#conversation.statements, ({ id, text }) => this.index.put(id, text))
    for (let hasChecked = false; ; hasChecked = true) {
      const unchecked = await this.#store.unchecked(this.#conversation.id, mark, SLICE)
      if (unchecked.length === 0) return hasChecked
      const checks: CheckedStatement[] = []
      await inTurns(unchecked, (statement) => void checks.push(this.#checked(statement, words)))
      await this.#store.saveChecks(this.#conversation.id, mark, checks)
    }
  }

  #checked(
    { id, text }: { readonly id: number; readonly text: string },
    words: RegExp | null,
  ): CheckedStatement {
    const options = { atLeast: SIMILAR_FROM, most: 1, may: (other: number) => other < id }
    const [nearest] = text === '' ? [] : this.index.nearest(text, options)
    const found = findConcerns(text, words)
    if ((nearest?.likeness ?? 0) >= REPEAT_FROM) found.push('repeat')
    return {
      id,
      language: guessLanguage(text),
      concerns: bitsOf(found),
      similarTo: nearest?.id ?? null,
      folded: foldText(text),
    }
  }
}

/** Visits all in their order, and lets everything else have its turn every few milliseconds. */
async function inTurns<Item>(items: readonly Item[], visit: (item: Item) => void): Promise<void> {
  let endMs = performance.now() + TURN_MS
  for (const item of items) {
    visit(item)
    if (performance.now() < endMs) continue
    await otherWork()
    endMs = performance.now() + TURN_MS
  }
}
