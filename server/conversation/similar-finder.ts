// Finds the open statements of a conversation that say nearly what a draft says. Everybody who writes asks for it with every few
// letters, so the statements are indexed by what they hold; a large conversation is read in slices, while others are served.
import { setImmediate as otherWork } from 'node:timers/promises'
import { SimilarIndex } from '../moderation/similar-index.ts'
import type { Statement } from '../protocol/statement.ts'
import type { LiveConversation } from './live-conversation.ts'
import { LEAST_LIKENESS } from './similar-statements.ts'

/** How long the statements are read before others are served. */
const SLICE_MS = 4
const MOST = 3

const finders = new WeakMap<LiveConversation, SimilarFinder>()

/** Up to three open statements that say nearly what the draft says. */
export async function similarStatements(conversation: LiveConversation, text: string): Promise<Statement[]> {
  let finder = finders.get(conversation)
  if (finder === undefined) {
    finder = new SimilarFinder(conversation)
    finders.set(conversation, finder)
  }
  return finder.find(text)
}

class SimilarFinder {
  readonly #conversation: LiveConversation
  readonly #index = new SimilarIndex()
  #version = -1
  #reading: Promise<void> | null = null

  constructor(conversation: LiveConversation) {
    this.#conversation = conversation
  }

  async find(text: string): Promise<Statement[]> {
    const { statements, closed, statementsVersion } = this.#conversation
    if (this.#version !== statementsVersion) {
      this.#reading ??= this.#read().finally(() => (this.#reading = null))
      await this.#reading
    }
    const may = (id: number) => closed[this.#conversation.indexOf(id) ?? -1] === 0
    return this.#index
      .nearest(text, { atLeast: LEAST_LIKENESS, most: MOST, may })
      .map(({ id }) => ({ id, text: statements[this.#conversation.indexOf(id)!]!.text }))
  }

  /** Takes in what is new or was reworded. */
  async #read(): Promise<void> {
    const { statements, statementsVersion } = this.#conversation
    let until = performance.now() + SLICE_MS
    for (const { id, text } of statements) {
      this.#index.put(id, text)
      if (performance.now() < until) continue
      await otherWork()
      until = performance.now() + SLICE_MS
    }
    this.#version = statementsVersion
  }
}
