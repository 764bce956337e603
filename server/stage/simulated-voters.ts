// The simulated people of a rehearsal: a made-up crowd that arrives one after the other and votes, through the same door as
// everybody else.
import { randomBytes } from 'node:crypto'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { newParticipantToken, tokenHash } from '../conversation/participant-token.ts'
import type { Voter } from '../conversation/voter.ts'
import { seededRandom } from '../sample/seeded-random.ts'
import { Crowd } from '../simulate/crowd.ts'

const LEANINGS = 3
const TURN_MS = 250
/** Chance in a turn that somebody arrives, and that somebody who is there votes. */
const ARRIVES = 0.5
const VOTES = 0.09

export class SimulatedVoters {
  readonly #conversation: LiveConversation
  readonly #crowd: Crowd
  readonly #random: () => number
  /** Those who have arrived, in the order of the crowd. */
  readonly #people: Voter[] = []
  readonly #timer: NodeJS.Timeout
  #isAtWork = false

  /** `most` people come; the same `seed` gives the same people. */
  constructor(
    conversation: LiveConversation,
    { people, seed, onFailure }: { people: number; seed: number; onFailure: (error: unknown) => void },
  ) {
    this.#conversation = conversation
    const statements = Math.max(1, conversation.statements.length)
    this.#crowd = new Crowd({ people, statements, leanings: LEANINGS, seed })
    this.#random = seededRandom(seed)
    this.#timer = setInterval(() => void this.turn().catch(onFailure), TURN_MS)
    this.#timer.unref()
  }

  get arrived(): number {
    return this.#people.length
  }

  get most(): number {
    return this.#crowd.options.people
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Lets somebody arrive and some vote. */
  async turn(): Promise<void> {
    if (this.#isAtWork || this.#conversation.whyClosed() !== null) return
    this.#isAtWork = true
    try {
      const voting = [...this.#people.keys()].filter(() => this.#random() < VOTES)
      if (this.#people.length < this.most && this.#random() < ARRIVES) {
        this.#people.push(await this.#conversation.voter(tokenHash(newParticipantToken())))
        voting.push(this.#people.length - 1)
      }
      await Promise.all(voting.map((person) => this.#vote(person)))
    } finally {
      this.#isAtWork = false
    }
  }

  async #vote(person: number): Promise<void> {
    const voter = this.#people[person]!
    const { next } = this.#conversation.standingOf(voter)
    if (next === null) return
    const vote = this.#crowd.opinionOf(person, next.id)
    const mutation = randomBytes(12).toString('base64url')
    await this.#conversation.castVote(voter, { type: 'cast-vote', mutation, statement: next.id, vote })
  }
}
