// Whatever happens to the messages of a participant on their way (lost, doubled, late, sent again after a reconnect), what is
// stored is what a model of a few lines says: each act of voting once, the last by the log in force.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptySquare } from '../server/store/town-square.ts'
import { testService } from '../server/test-service.ts'
import { TestSocket } from '../server/socket/test-socket.ts'
import { times } from './how-often.ts'

const STATEMENTS = [0, 1, 5] as const

type Step =
  | { readonly kind: 'vote'; readonly statement: (typeof STATEMENTS)[number]; readonly vote: -1 | 0 | 1 }
  /** An earlier message arrives a second time, late. */
  | { readonly kind: 'again'; readonly back: number }
  /** The same mutation with another content, once the first is acknowledged. */
  | { readonly kind: 'altered'; readonly back: number }
  /** The connection breaks, with answers on their way; what was not answered is sent again. */
  | { readonly kind: 'break' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('vote' as const),
      statement: fc.constantFrom(...STATEMENTS),
      vote: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('altered' as const), back: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('break' as const) }) },
)

interface Act {
  readonly mutation: string
  readonly statement: number
  readonly vote: -1 | 0 | 1
  sequence: number | null
}

/** One participant who lives through a history. */
class Participant {
  readonly acts: Act[] = []
  readonly troubles: string[] = []
  #token: string | undefined
  #socket: TestSocket
  readonly #port: number

  private constructor(port: number, socket: TestSocket) {
    this.#port = port
    this.#socket = socket
  }

  static async enter(port: number): Promise<Participant> {
    const participant = new Participant(port, await TestSocket.open(port))
    await participant.#greet()
    return participant
  }

  async live(step: Step): Promise<void> {
    if (step.kind === 'vote') {
      const { statement, vote } = step
      const act = { mutation: `mutation-${this.acts.length}`, statement, vote, sequence: null }
      this.acts.push(act)
      this.#send(act)
    } else if (step.kind === 'break') {
      this.#socket.socket.terminate()
      this.#socket = await TestSocket.open(this.#port)
      await this.#greet()
      for (const act of this.acts) if (act.sequence === null) this.#send(act)
    } else if (this.acts.length > 0) {
      const act = this.acts[Math.max(0, this.acts.length - 1 - step.back)]!
      if (step.kind === 'again') this.#send(act)
      else {
        await this.settle()
        this.#send({ ...act, vote: act.vote === 1 ? -1 : 1 })
        const { mutation, code } = await this.#socket.next('vote-refused')
        if (mutation !== act.mutation || code !== 'mutation-reused')
          this.troubles.push(`${mutation}: ${code}`)
      }
    }
  }

  /** Waits until every act is answered. */
  async settle(): Promise<void> {
    while (this.acts.some(({ sequence }) => sequence === null))
      this.#take(await this.#socket.next('vote-accepted'))
  }

  /** The current votes as the service tells them to the same person on another device. */
  async told(): Promise<ReadonlyMap<number, number>> {
    const other = await TestSocket.open(this.#port)
    const { votes } = await other.enter(emptySquare.id, { token: this.#token! })
    other.socket.terminate()
    return new Map(votes)
  }

  /** What the model says: of the acts on a statement, the one with the highest sequence. */
  expected(): ReadonlyMap<number, number> {
    const ordered = [...this.acts].sort((a, b) => a.sequence! - b.sequence!)
    return new Map(ordered.map(({ statement, vote }) => [statement, vote]))
  }

  leave(): void {
    this.#socket.socket.terminate()
  }

  async #greet(): Promise<void> {
    const { token } = await this.#socket.enter(
      emptySquare.id,
      this.#token === undefined ? {} : { token: this.#token },
    )
    this.#token = token
    const socket = this.#socket
    socket.socket.on('message', (data) => {
      const message = JSON.parse(String(data))
      if (message.type === 'vote-accepted') this.#take(message)
    })
  }

  #take({ mutation, sequence }: { readonly mutation: string; readonly sequence: number }): void {
    const act = this.acts.find((act) => act.mutation === mutation)!
    if (act.sequence !== null && act.sequence !== sequence) {
      this.troubles.push(`${mutation} was at ${act.sequence} and is at ${sequence}`)
    }
    act.sequence = sequence
  }

  #send({ statement, vote, mutation }: Act): void {
    this.#socket.vote(statement, vote, mutation)
  }
}

test(`I1, I2: ${times(150, 10_000)} histories of lost, doubled, late and repeated messages end as the model says`, async () => {
  const { port } = await testService({ conversations: [emptySquare] })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const participant = await Participant.enter(port)
      for (const step of steps) await participant.live(step)
      await participant.settle()
      expect(participant.troubles).toEqual([])
      const sequences = participant.acts.map(({ sequence }) => sequence)
      expect(new Set(sequences).size).toBe(sequences.length)
      expect(await participant.told()).toEqual(participant.expected())
      participant.leave()
    }),
    { numRuns: times(150, 10_000) },
  )
})
