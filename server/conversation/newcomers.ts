// Who has come onto the map, as far as the steps of what is public need to know: a person is on it from the vote with which
// they have voted on min(7, S) of the S statements so far, or from their first while fewer than 15 are (Polis mathematics,
// section 2). Rather too often than too rarely somebody counts as newly come, as after withdrawing a vote.
const ENOUGH_VOTES = 7
const ENOUGH_PEOPLE = 15
/** Statements that are remembered of somebody who is not on the map. */
const REMEMBERED = ENOUGH_VOTES - 1

export class Newcomers {
  readonly #statements = new Set<number>()
  #isOn = new Uint8Array(64)
  #counts = new Uint8Array(64)
  #votedOn = new Uint32Array(64 * REMEMBERED)
  #people = 0

  /** People on the map. */
  get people(): number {
    return this.#people
  }

  /** A vote of the log, on a statement of this id; true where it brings the person onto the map. */
  voted(participant: number, statement: number): boolean {
    this.#reach(participant)
    this.#statements.add(statement)
    if (this.#isOn[participant] === 1) return false
    const votedOn = this.#votedOn.subarray(participant * REMEMBERED, (participant + 1) * REMEMBERED)
    const count = this.#counts[participant]!
    if (votedOn.subarray(0, count).includes(statement)) return false
    const isEnough = count + 1 >= Math.min(ENOUGH_VOTES, this.#statements.size)
    if (this.#people < ENOUGH_PEOPLE || isEnough) {
      this.#isOn[participant] = 1
      this.#people++
      return true
    }
    votedOn[count] = statement
    this.#counts[participant]!++
    return false
  }

  /** The person has withdrawn a vote, or all of them: the next one may bring them back. */
  withdrew(participant: number): void {
    this.#reach(participant)
    if (this.#isOn[participant] === 1) this.#people--
    this.#isOn[participant] = 0
    // Nothing is known of what else they voted on, so that any vote counts.
    this.#counts[participant] = REMEMBERED
    this.#votedOn.fill(NONE, participant * REMEMBERED, (participant + 1) * REMEMBERED)
  }

  #reach(participant: number): void {
    if (participant < this.#isOn.length) return
    const length = Math.max(participant + 1, 2 * this.#isOn.length)
    this.#isOn = grown(this.#isOn, new Uint8Array(length))
    this.#counts = grown(this.#counts, new Uint8Array(length))
    this.#votedOn = grown(this.#votedOn, new Uint32Array(length * REMEMBERED))
  }
}

/** No statement has this id. */
const NONE = 0xffff_ffff

function grown<T extends Uint8Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old)
  return larger
}
