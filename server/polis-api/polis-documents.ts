// The documents that the Polis API answers with, kept for a while: a reader who fetches one person after the other must find
// the same people all the time.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { Exports } from '../export/exports.ts'
import { hasOpenData } from '../export/open-data.ts'
import { POLIS_LINES, type PolisComment } from './polis-lines.ts'

/** How long figures are kept at least, and people while the conversation is open. */
const KEPT_MS = 10_000
const PEOPLE_KEPT_MS = 3_600_000
/** Conversations that are kept at the same time. */
const MOST = 8

export interface PolisDocuments {
  /** The math document, JSON. */
  readonly math: string
  readonly mathTick: number
  readonly comments: readonly PolisComment[]
  /** For each person their votes, `statement:vote` in Polis' sign; null where single votes are not open. */
  readonly votes: readonly string[] | null
  /** What they were made from. */
  readonly mark: string
  readonly madeAtMs: number
}

export class PolisDocumentsKeeper {
  readonly #exports: Exports
  readonly #kept = new Map<string, Promise<PolisDocuments | 'busy'>>()

  constructor(exports: Exports) {
    this.#exports = exports
  }

  /** The documents of a conversation as they are, or were a while ago; `busy` where nothing can be made at the moment. */
  async of(conversation: LiveConversation, nowMs: number): Promise<PolisDocuments | 'busy'> {
    const { id, stored, map } = conversation
    const last = this.#kept.get(id)
    const kept = await last?.catch(() => undefined)
    const mark = `${map?.version ?? 0} ${stored.revision} ${hasOpenData(stored)}`
    if (kept !== undefined && kept !== 'busy') {
      const { madeAtMs, votes } = kept
      const keptMs = votes !== null && stored.isOpen ? PEOPLE_KEPT_MS : KEPT_MS
      const wasOpenData = votes !== null
      if (wasOpenData === hasOpenData(stored) && (kept.mark === mark || nowMs - madeAtMs < keptMs))
        return kept
    }
    // Whoever came at the same time has begun to make them meanwhile.
    const begun = this.#kept.get(id)
    if (begun !== undefined && begun !== last) return begun
    const making = this.#make(conversation, mark, nowMs)
    this.#kept.delete(id)
    this.#kept.set(id, making)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest)
    const made = await making.catch((error: unknown) => {
      this.#forget(id, making)
      throw error
    })
    if (made === 'busy') this.#forget(id, making)
    return made
  }

  #forget(id: string, making: Promise<PolisDocuments | 'busy'>): void {
    if (this.#kept.get(id) === making) this.#kept.delete(id)
  }

  async #make(
    conversation: LiveConversation,
    mark: string,
    madeAtMs: number,
  ): Promise<PolisDocuments | 'busy'> {
    const isOpen = hasOpenData(conversation.stored)
    const order = {
      conversation: conversation.id,
      kind: isOpen ? 'open-data' : 'results',
      file: POLIS_LINES,
      formulaSafe: false,
      url: '',
    } as const
    // Everybody may ask for this: the place that staff have besides is not for it.
    const made = await this.#exports.start(order, { isStaff: false })
    if (made === 'busy') return 'busy'
    if (made === 'unknown') throw new Error(`The conversation ${conversation.id} has gone.`)
    const [math = '{}', comments = '[]', ...votes] = (await new Response(made.stream).text())
      .trimEnd()
      .split('\n')
    const { math_tick: mathTick } = JSON.parse(math) as { math_tick: number } // as polisMath writes it
    return {
      math,
      mathTick,
      comments: JSON.parse(comments) as PolisComment[],
      votes: isOpen ? votes : null,
      mark,
      madeAtMs,
    }
  }
}
