// Everybody's current votes in a conversation: the last one of each participant on each statement (I2). Structure of
// arrays: the votes of a participant are a linked list through `#next`, newest first, 7 bytes for each vote and no object.
import { WITHDRAWN } from '../store/store.ts'

const NONE = -1

export class CurrentVotes {
  /** Current votes on each statement, by dense index. */
  perStatement: Uint32Array
  /** 1 for statements that anybody has ever voted on, by dense index. */
  #touched = new Uint8Array(0)
  #heads = new Int32Array(1024).fill(NONE)
  /** Sequence of the last vote of each participant. */
  #lastSequences = new Uint32Array(1024)
  #next = new Int32Array(4096)
  #statements = new Uint16Array(4096)
  #values = new Int8Array(4096)
  #used = 0
  #votes = 0
  #participants = 0

  /** For up to 65,535 statements, by dense index. */
  constructor(statements: number) {
    this.perStatement = new Uint32Array(0)
    this.reserve(statements)
  }

  /** Makes room for as many statements, at most 65,535. */
  reserve(statements: number): void {
    if (statements > 65_535) throw new RangeError(`Expected at most 65,535 statements, got ${statements}.`)
    if (statements > this.perStatement.length) {
      this.perStatement = grown(this.perStatement, new Uint32Array(statements))
      this.#touched = grown(this.#touched, new Uint8Array(statements))
    }
  }

  /** Whether anybody has ever voted on a statement, by dense index, be it withdrawn since. */
  wasVotedOn(statement: number): boolean {
    return this.#touched[statement] === 1
  }

  /** Pairs of participant and statement with a vote. */
  get votes(): number {
    return this.#votes
  }

  /** People of whom the log tells a vote, or that one was withdrawn. */
  get participants(): number {
    return this.#participants
  }

  /** Records a vote, −1, 0 or +1, or its withdrawal, with its place in the log and in that order. */
  set(participant: number, statement: number, value: number, sequence: number): void {
    this.#reach(participant)
    this.#lastSequences[participant] = sequence
    let entry = this.#heads[participant]!
    if (entry === NONE) this.#participants++
    while (entry !== NONE && this.#statements[entry] !== statement) entry = this.#next[entry]!
    const before = entry === NONE ? WITHDRAWN : this.#values[entry]!
    if (entry === NONE) entry = this.#add(participant, statement)
    this.#values[entry] = value
    this.#touched[statement] = 1
    const gained = Number(value !== WITHDRAWN) - Number(before !== WITHDRAWN)
    this.#votes += gained
    this.perStatement[statement]! += gained
  }

  /** Withdraws every vote of a participant with one entry of the log; the statements that they were on. */
  clear(participant: number, sequence: number): readonly number[] {
    this.#reach(participant)
    this.#lastSequences[participant] = sequence
    // After a restart nothing else tells that there was somebody.
    if (this.#heads[participant] === NONE) this.#participants++
    const cleared: number[] = []
    this.visit(participant, (statement) => cleared.push(statement))
    for (const statement of cleared) this.set(participant, statement, WITHDRAWN, sequence)
    return cleared
  }

  /** Sequence of the last vote of a participant; 0 for somebody who has not voted. */
  lastSequenceOf(participant: number): number {
    return this.#lastSequences[participant] ?? 0
  }

  /** Visits the current votes of a participant, newest statement first. */
  visit(participant: number, visitor: (statement: number, value: -1 | 0 | 1) => void): void {
    if (participant >= this.#heads.length) return
    for (let entry = this.#heads[participant]!; entry !== NONE; entry = this.#next[entry]!) {
      const value = this.#values[entry]!
      if (value !== WITHDRAWN) visitor(this.#statements[entry]!, value as -1 | 0 | 1) // set takes no others
    }
  }

  /** How many current votes each participant has. */
  *votesOfEach(): Generator<number, void> {
    for (const head of this.#heads) {
      let votes = 0
      for (let entry = head; entry !== NONE; entry = this.#next[entry]!) {
        if (this.#values[entry] !== WITHDRAWN) votes++
      }
      if (votes > 0) yield votes
    }
  }

  #add(participant: number, statement: number): number {
    if (this.#used === this.#next.length) {
      this.#next = grown(this.#next, new Int32Array(2 * this.#used))
      this.#statements = grown(this.#statements, new Uint16Array(2 * this.#used))
      this.#values = grown(this.#values, new Int8Array(2 * this.#used))
    }
    const entry = this.#used++
    this.#next[entry] = this.#heads[participant]!
    this.#statements[entry] = statement
    this.#heads[participant] = entry
    return entry
  }

  #reach(participant: number): void {
    if (participant < this.#heads.length) return
    const length = Math.max(participant + 1, 2 * this.#heads.length)
    this.#heads = grown(this.#heads, new Int32Array(length).fill(NONE))
    this.#lastSequences = grown(this.#lastSequences, new Uint32Array(length))
  }
}

function grown<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array>(
  old: T,
  larger: T,
): T {
  larger.set(old)
  return larger
}
