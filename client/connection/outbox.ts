// Votes on their way to the server. They leave in the order in which they were cast, one at a time, each under one
// mutation id for as long as it lives, so that sending one again can never count it twice.
import type { CastVote } from '../../server/protocol/up.ts'
import type { Vote } from '../../server/protocol/values.ts'

/** A vote that the server has not acknowledged yet, with the token of the participant who cast it. */
export interface UnsentVote {
  readonly mutation: string
  readonly conversation: string
  readonly statement: number
  /** Null withdraws. */
  readonly vote: Vote | null
  /** What it replaces, to be shown again should it be refused; null where there was no vote. */
  readonly before: Vote | null
  readonly token: string
  /** When it was cast, milliseconds since 1970; keeps the order over a reload. */
  readonly castAt: number
}

/** Invariant: at most one vote is in flight, and it is the oldest. */
export class Outbox {
  readonly #votes: UnsentVote[]
  #inFlight = false
  #resumesAt = 0

  constructor(votes: readonly UnsentVote[] = []) {
    this.#votes = [...votes].sort((first, second) => first.castAt - second.castAt)
  }

  get votes(): readonly UnsentVote[] {
    return this.#votes
  }

  /** When the next vote may leave at the earliest, milliseconds since 1970; 0 when nothing holds it back. */
  get resumesAt(): number {
    return this.#resumesAt
  }

  add(vote: UnsentVote): void {
    this.#votes.push(vote)
  }

  /** The frame to send now, if any; it is in flight from here on. */
  take(now: number): CastVote | undefined {
    const first = this.#votes[0]
    if (!first || this.#inFlight || now < this.#resumesAt) return undefined
    this.#inFlight = true
    this.#resumesAt = 0
    return { type: 'cast-vote', mutation: first.mutation, statement: first.statement, vote: first.vote }
  }

  /** The server has accepted the vote, or refused it for good; returns it, or undefined when it is not known. */
  settle(mutation: string): UnsentVote | undefined {
    const place = this.#votes.findIndex((vote) => vote.mutation === mutation)
    if (place < 0) return undefined
    if (place === 0) this.#inFlight = false
    return this.#votes.splice(place, 1)[0]
  }

  /** The server asked to send the vote again, not before `resumesAt`. */
  postpone(mutation: string, resumesAt: number): void {
    if (this.#votes[0]?.mutation !== mutation) return
    this.#inFlight = false
    this.#resumesAt = resumesAt
  }

  /** The connection is gone, and with it the knowledge of what arrived: the vote in flight will be sent again. */
  connectionLost(): void {
    this.#inFlight = false
  }
}
