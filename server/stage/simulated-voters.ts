// The simulated people of a rehearsal: they arrive one after the other and vote, each mostly as one of three leanings would,
// through the same door as everybody else.
import { randomBytes } from 'node:crypto'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import type { Voter } from '../conversation/voter.ts'
import { seededRandom } from '../sample/seeded-random.ts'

const LEANINGS = 3
const TURN_MS = 250
/** Chance in a turn that somebody arrives, and that somebody who is there votes. */
const ARRIVES = 0.5
const VOTES = 0.09
const HESITATES = 0.1
const CHANGES_SIDES = 0.12

interface Person {
  readonly voter: Voter
  readonly leaning: number
}

export class SimulatedVoters {
  readonly #conversation: LiveConversation
  readonly #most: number
  readonly #random: () => number
  readonly #people: Person[] = []
  readonly #timer: NodeJS.Timeout
  #isAtWork = false

  /** `most` people come; the same `seed` gives the same people. */
  constructor(
    conversation: LiveConversation,
    { people, seed, onFailure }: { people: number; seed: number; onFailure: (error: unknown) => void },
  ) {
    this.#conversation = conversation
    this.#most = people
    this.#random = seededRandom(seed)
    this.#timer = setInterval(() => void this.turn().catch(onFailure), TURN_MS)
    this.#timer.unref()
  }

  get arrived(): number {
    return this.#people.length
  }

  get most(): number {
    return this.#most
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Lets somebody arrive and some vote. */
  async turn(): Promise<void> {
    if (this.#isAtWork || this.#conversation.whyClosed() !== null) return
    this.#isAtWork = true
    try {
      const voting = this.#people.filter(() => this.#random() < VOTES)
      if (this.#people.length < this.#most && this.#random() < ARRIVES) {
        const voter = await this.#conversation.voter(tokenHash(newParticipantToken()))
        const person = { voter, leaning: Math.floor(LEANINGS * this.#random()) }
        this.#people.push(person)
        voting.push(person)
      }
      await Promise.all(voting.map((person) => this.#vote(person)))
    } finally {
      this.#isAtWork = false
    }
  }

  async #vote({ voter, leaning }: Person): Promise<void> {
    const { next } = this.#conversation.standingOf(voter)
    if (next === null) return
    const likes = seededRandom((next.id + 1) * 97 + leaning * 7919)() > 0.5
    const follows = this.#random() >= CHANGES_SIDES
    const vote = this.#random() < HESITATES ? 0 : likes === follows ? 1 : -1
    const mutation = randomBytes(12).toString('base64url')
    await this.#conversation.castVote(voter, { type: 'cast-vote', mutation, statement: next.id, vote })
  }
}
