// The rules of casting a vote, and the way of a vote to the log and back: answered after COMMIT (I1), refused with a code
// that says why (I7).
import type { VoteAccepted, VoteRefused } from '../protocol/down.ts'
import type { CastVote } from '../protocol/up.ts'
import { type AppendOutcome, StorageUnavailable, type Store } from '../store/store.ts'
import type { LiveConversation } from './live-conversation.ts'
import type { Voter } from './voter.ts'

const WITHDRAWAL_RETRY_MS = 500

/** A vote that has got its place in the log; `statement` is a dense index. */
export interface CommittedVote {
  readonly participant: number
  readonly statement: number
  readonly vote: -1 | 0 | 1 | null
  readonly sequence: number
}

export class VoteCasting {
  readonly #store: Store
  readonly #onCommitted: (vote: CommittedVote) => void
  #inFlight = 0
  /** Withdrawals on their way to the disk, so that the log holds none without a vote before it. */
  readonly #withdrawals = new Set<string>()

  /** `onCommitted` hears of each vote in the order of the log, before its voter has an answer. */
  constructor(store: Store, onCommitted: (vote: CommittedVote) => void) {
    this.#store = store
    this.#onCommitted = onCommitted
  }

  /** Votes on their way to the disk. */
  get inFlight(): number {
    return this.#inFlight
  }

  /** Checks the rules and appends the vote to the log; answers after COMMIT. */
  async cast(
    conversation: LiveConversation,
    voter: Voter,
    { mutation, statement, vote }: CastVote,
  ): Promise<VoteAccepted | VoteRefused> {
    const index = conversation.indexOf(statement)
    const refusal = conversation.mayNotAct(voter)
    if (refusal !== null) return { type: 'vote-refused', mutation, code: refusal }
    const isWithdrawal = vote === null
    if (index === undefined || (conversation.closed[index] !== 0 && !isWithdrawal)) {
      const code = index === undefined ? 'unknown-statement' : 'statement-closed'
      return { type: 'vote-refused', mutation, code, ...conversation.standingOf(voter) }
    }
    if (isWithdrawal && voter.participant === null) {
      // The person may have begun to vote on another socket since this one was welcomed.
      const found = await this.#lookUp(conversation, voter)
      if (found instanceof StorageUnavailable) {
        const { retryAfterMs } = found
        return { type: 'vote-refused', mutation, code: 'storage-unavailable', retryAfterMs }
      }
      voter.participant ??= found
    }
    const speaker = conversation.speakerOf(voter)
    const withdrawal = `${speaker.participant} ${statement}`
    if (isWithdrawal) {
      // What a vote on its way will be cannot be withdrawn before it is.
      if (this.#withdrawals.has(withdrawal) || (voter.inFlight ?? 0) > 0) {
        const retryAfterMs = WITHDRAWAL_RETRY_MS
        return { type: 'vote-refused', mutation, code: 'too-many-messages', retryAfterMs }
      }
      // Nothing to withdraw, as when the acknowledgement of the first attempt was lost: it is as it should be.
      if (!conversation.votesOf(voter).some(([id]) => id === statement)) {
        const sequence = conversation.lastSequenceOf(voter)
        return { type: 'vote-accepted', mutation, sequence, ...conversation.standingOf(voter) }
      }
      this.#withdrawals.add(withdrawal)
    }
    this.#inFlight++
    voter.inFlight = (voter.inFlight ?? 0) + 1
    let outcome: AppendOutcome
    try {
      const entry = { conversation: conversation.id, ...speaker, statement, vote, mutation }
      outcome = await this.#store.append({ ...entry, timeMs: Date.now() })
    } finally {
      this.#inFlight--
      voter.inFlight = (voter.inFlight ?? 1) - 1
      if (isWithdrawal) this.#withdrawals.delete(withdrawal)
    }
    if (outcome.kind === 'refused') {
      const { code } = outcome
      if (code !== 'storage-unavailable') return { type: 'vote-refused', mutation, code }
      return { type: 'vote-refused', mutation, code, retryAfterMs: outcome.retryAfterMs }
    }
    const { sequence } = outcome
    voter.participant = outcome.participant
    if (!outcome.isRepeat) {
      this.#onCommitted({ participant: outcome.participant, statement: index, vote, sequence })
    }
    return { type: 'vote-accepted', mutation, sequence, ...conversation.standingOf(voter) }
  }

  async #lookUp({ id }: LiveConversation, { tokenHash }: Voter): Promise<number | null | StorageUnavailable> {
    try {
      return await this.#store.participant(id, tokenHash)
    } catch (error) {
      if (error instanceof StorageUnavailable) return error
      throw error
    }
  }
}
