// One open conversation in memory: its rules, everybody's current votes, the counts, the next statement for each person,
// and the newest published map. There is one for each conversation; all of it can be rebuilt from the store.
import { EventEmitter } from 'node:events'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { Conversation, Counts } from '../protocol/conversation.ts'
import type { VoteAccepted, VoteRefused } from '../protocol/down.ts'
import type { Statement } from '../protocol/statement.ts'
import type { CastVote } from '../protocol/up.ts'
import type { Vote } from '../protocol/values.ts'
import { needsIdentity } from '../identity/identity-settings.ts'
import { LentTokens } from '../identity/lent-tokens.ts'
import { identityHash, type IdentityRefusal, proveIdentity } from '../identity/prove-identity.ts'
import type { StatementOutcome } from '../store/participation-store.ts'
import { type Store, type StoredConversation, type StoredStatement, WITHDRAWN } from '../store/store.ts'
import { describeConversation } from './describe.ts'
import { closedStatements } from './closed-statements.ts'
import { CurrentVotes } from './current-votes.ts'
import type { StatementExposure } from './exposures.ts'
import { newParticipantToken, tokenHash } from './participant-token.ts'
import type { PublishedMap } from './published-map.ts'
import { type ConversationSettings, settingsOf } from './settings.ts'
import { StatementLottery } from './statement-lottery.ts'
import type { Standing, Voter } from './voter.ts'

interface Events {
  /** Votes were committed; the counts may have changed. */
  readonly votes: []
  /** A new map was published. */
  readonly map: [PublishedMap]
  /** The settings or the words of the conversation have changed. */
  readonly settings: []
}

const LOG_SLICE = 20_000
const WITHDRAWAL_RETRY_MS = 500
/** Published maps whose components can still be fetched. */
const MAPS_KEPT = 8

export class LiveConversation {
  readonly events = new EventEmitter<Events>()
  readonly #store: Store
  #stored: StoredConversation
  #settings: ConversationSettings
  #closed: Uint8Array
  #statements: readonly StoredStatement[]
  /** Grows with each change of the statements. */
  #statementsVersion = 0
  readonly #indexOf = new Map<number, number>()
  readonly #votes: CurrentVotes
  readonly #lentTokens = new LentTokens()
  /** Participants who were erased while they were connected. */
  readonly #erased = new Set<number>()
  #scratch: Uint8Array
  #sequence = 0
  #inFlight = 0
  /** Withdrawals on their way to the disk, so that the log holds none without a vote before it. */
  readonly #withdrawals = new Set<string>()
  #usedAt = 0
  /** Rooms, and whoever else looks at the conversation for longer than a moment. */
  visitors = 0
  readonly #lottery: StatementLottery
  #open: number
  #maps: PublishedMap[] = []

  private constructor(store: Store, stored: StoredConversation, statements: readonly StoredStatement[]) {
    this.#store = store
    this.#stored = stored
    this.#settings = settingsOf(stored)
    this.#statements = statements
    this.#closed = closedStatements(statements, this.#settings)
    statements.forEach(({ id }, index) => this.#indexOf.set(id, index))
    this.#votes = new CurrentVotes(statements.length)
    this.#scratch = new Uint8Array(statements.length)
    this.#lottery = new StatementLottery(statements.length)
    this.#open = countOpen(this.#closed)
    this.events.setMaxListeners(0)
  }

  /** Loads a conversation from the store, its votes from the log; null when there is none of this name. */
  static async load(store: Store, id: string): Promise<LiveConversation | null> {
    const stored = await store.conversation(id)
    if (stored === null) return null
    const conversation = new LiveConversation(store, stored, await store.statements(id))
    for (;;) {
      const slice = await store.readLog(id, conversation.#sequence, LOG_SLICE)
      if (slice.length === 0) break
      for (let i = 0; i < slice.length; i++) {
        const statement = conversation.#indexOf.get(slice.statements[i]!)!
        conversation.#record(slice.participants[i]!, statement, slice.values[i]!, slice.firstSequence + i)
      }
      conversation.#sequence += slice.length
      await otherWork()
    }
    const map = await store.newestSnapshot(id)
    if (map !== null) conversation.#maps.push(map)
    return conversation
  }

  get id(): string {
    return this.#stored.id
  }

  get stored(): StoredConversation {
    return this.#stored
  }

  get settings(): ConversationSettings {
    return this.#settings
  }

  /** 1 for statements that nobody may vote on, by dense index. */
  get closed(): Uint8Array {
    return this.#closed
  }

  /** Statements by dense index, ascending by id; there may be more later, never fewer. */
  get statements(): readonly StoredStatement[] {
    return this.#statements
  }

  /** Grows with each change of the statements. */
  get statementsVersion(): number {
    return this.#statementsVersion
  }

  /** Takes over what is stored of the conversation and its statements now; the log stays as it is. */
  adopt(stored: StoredConversation, statements: readonly StoredStatement[] = this.#statements): void {
    const hasNewWords = JSON.stringify(stored) !== JSON.stringify(this.#stored)
    const hasNewStatements =
      statements !== this.#statements && JSON.stringify(statements) !== JSON.stringify(this.#statements)
    if (!hasNewWords && !hasNewStatements) return
    this.#settings = settingsOf(stored)
    this.#stored = stored
    this.#setStatements(hasNewStatements ? statements : this.#statements)
    this.events.emit('settings')
  }

  /** Takes in a statement that has just been stored, with its author's vote. */
  takeIn({ statement, participant, sequence }: Extract<StatementOutcome, { kind: 'stored' }>): void {
    this.#setStatements([...this.#statements, statement])
    this.#record(participant, this.#indexOf.get(statement.id)!, 1, sequence)
    this.#sequence = sequence
    this.events.emit('settings')
    this.events.emit('votes')
  }

  /** Takes over that a participant has been erased: the withdrawals of their votes, and their statements. */
  forget(
    participant: number,
    withdrawals: readonly { readonly statement: number; readonly sequence: number }[],
    statements: readonly StoredStatement[],
  ): void {
    this.#erased.add(participant)
    for (const { statement, sequence } of withdrawals) {
      this.#record(participant, this.#indexOf.get(statement)!, WITHDRAWN, sequence)
      this.#sequence = sequence
    }
    this.adopt(this.#stored, statements)
    this.events.emit('votes')
  }

  /** Last committed entry of the log that the counts include. */
  get sequence(): number {
    return this.#sequence
  }

  get counts(): Counts {
    const { participants, votes } = this.#votes
    return { participants, votes, statements: this.statements.length }
  }

  /** The newest published map; null before the first. */
  get map(): PublishedMap | null {
    return this.#maps.at(-1) ?? null
  }

  /** A map of the given version while it is still kept. */
  mapOfVersion(version: number): PublishedMap | null {
    return this.#maps.find((map) => map.version === version) ?? null
  }

  /** Notes that somebody has just asked for the conversation; `nowMs` from any steady clock. */
  use(nowMs: number): void {
    this.#usedAt = nowMs
  }

  /** Whether nobody has needed the conversation for so long, so that it may be taken out of memory. */
  isIdle(nowMs: number, forMs: number): boolean {
    return this.visitors === 0 && this.#inFlight === 0 && nowMs - this.#usedAt >= forMs
  }

  describe(): Conversation {
    return describeConversation(this.#stored, this.counts)
  }

  /** The statements that are open for voting, as participants see them. */
  openStatements(): Statement[] {
    return this.statements.flatMap(({ id, text }, index) => (this.closed[index] === 0 ? [{ id, text }] : []))
  }

  /** Dense index of a statement id; undefined for an unknown one. */
  indexOf(statement: number): number | undefined {
    return this.#indexOf.get(statement)
  }

  /** The voter whose token has this hash, be it their own or one that was lent to them. */
  async voter(hashOfToken: string): Promise<Voter> {
    const holder = this.#lentTokens.holderOf(hashOfToken, Date.now())
    const tokenHash = holder ?? hashOfToken
    const participant = await this.#store.participant(this.id, tokenHash)
    return { tokenHash, participant, isIdentified: holder !== null }
  }

  /** Lends a token to the person whom the embedding site names; the refusal where it does not prove them. */
  async identify(said: string): Promise<{ readonly token: string } | { readonly refusal: IdentityRefusal }> {
    const { page } = this.#settings
    const names = page === '' ? [this.id] : [this.id, page]
    const proof = await proveIdentity(said, { rules: this.#settings, names }, Date.now())
    if ('refusal' in proof) return proof
    const token = newParticipantToken()
    const { name, untilMs } = proof
    this.#lentTokens.lend(tokenHash(token), { identityHash: identityHash(this.id, name), untilMs })
    return { token }
  }

  /** The voter as the store knows them; whoever was erased meanwhile begins again as somebody new. */
  speakerOf(voter: Voter): Readonly<Pick<Voter, 'tokenHash' | 'participant'>> {
    if (voter.participant !== null && this.#erased.has(voter.participant)) voter.participant = null
    return { tokenHash: voter.tokenHash, participant: voter.participant }
  }

  /** Sequence of the voter's last vote; 0 when there is none. */
  lastSequenceOf({ participant }: Voter): number {
    return participant === null ? 0 : this.#votes.lastSequenceOf(participant)
  }

  /** The voter's current votes, by statement id. */
  votesOf(voter: Voter): [number, Vote][] {
    const votes: [number, Vote][] = []
    if (voter.participant !== null) {
      this.#votes.visit(voter.participant, (index, value) => votes.push([this.statements[index]!.id, value]))
    }
    return votes
  }

  /** How far the voter has come, and the statement to show next. */
  standingOf(voter: Voter): Standing {
    const closed = this.#scratch
    closed.set(this.closed)
    let voted = 0
    if (voter.participant !== null) {
      this.#votes.visit(voter.participant, (index) => {
        if (closed[index] === 0) voted++
        closed[index] = 1
      })
    }
    const pinned = this.settings.pinned.flatMap((id) => this.#indexOf.get(id) ?? [])
    const seed = `${voter.tokenHash} ${voted}`
    const votes = this.#votes.perStatement
    const drawn = this.stored.isOpen ? this.#lottery.draw({ seed, closed, pinned, votes }) : null
    const next = drawn === null ? null : this.statements[drawn]!
    if (drawn !== null && voter.shown !== next?.id) {
      this.#lottery.countShown(drawn, voter.participant, this.map)
      voter.shown = next?.id
    }
    return { progress: { voted, of: this.#open }, next: next && { id: next.id, text: next.text } }
  }

  /** How often a statement was shown, by dense index. */
  exposureOf(statement: number): StatementExposure {
    return this.#lottery.exposures.of(statement)
  }

  /** Takes over how often the statements were shown before the conversation was loaded. */
  async loadExposures(): Promise<void> {
    for (const { statement, letter, shown } of await this.#store.exposures(this.id)) {
      const index = this.#indexOf.get(statement)
      if (index !== undefined) this.#lottery.exposures.restore({ statement: index, letter, shown })
    }
  }

  /** Stores how often the statements were shown since the last time. */
  async saveExposures(): Promise<void> {
    const counts = this.#lottery.exposures.takeUnsaved()
    if (counts.length === 0) return
    try {
      const byId = counts.map((count) => ({ ...count, statement: this.#statements[count.statement]!.id }))
      await this.#store.addExposures(this.id, byId)
    } catch (error) {
      this.#lottery.exposures.putBack(counts)
      throw error
    }
  }

  /** Why nobody may vote or write at the moment; null while the conversation is open. */
  whyClosed(): 'conversation-closed' | 'conversation-paused' | 'conversation-upcoming' | null {
    const { isOpen, closedAs } = this.stored
    return isOpen ? null : `conversation-${closedAs ?? 'closed'}`
  }

  /** Why this person may not vote or write at the moment; null where they may. */
  mayNotAct(voter: Voter) {
    const isUnknown = needsIdentity(this.#settings) && !voter.isIdentified
    return this.whyClosed() ?? (isUnknown ? ('identity-needed' as const) : null)
  }

  /** Checks the rules and appends the vote to the log; answers after COMMIT (I1). */
  async castVote(voter: Voter, { mutation, statement, vote }: CastVote): Promise<VoteAccepted | VoteRefused> {
    const index = this.#indexOf.get(statement)
    const refusal = this.mayNotAct(voter)
    if (refusal !== null) return { type: 'vote-refused', mutation, code: refusal }
    const isWithdrawal = vote === null
    if (index === undefined || (this.closed[index] !== 0 && !isWithdrawal)) {
      const code = index === undefined ? 'unknown-statement' : 'statement-closed'
      return { type: 'vote-refused', mutation, code, ...this.standingOf(voter) }
    }
    const { participant, tokenHash } = this.speakerOf(voter)
    if (isWithdrawal) {
      const withdrawal = `${participant} ${statement}`
      // What a vote on its way will be cannot be withdrawn before it is.
      if (this.#withdrawals.has(withdrawal) || (voter.inFlight ?? 0) > 0) {
        return {
          type: 'vote-refused',
          mutation,
          code: 'too-many-messages',
          retryAfterMs: WITHDRAWAL_RETRY_MS,
        }
      }
      // Nothing to withdraw, as when the acknowledgement of the first attempt was lost: it is as it should be.
      if (!this.votesOf(voter).some(([id]) => id === statement)) {
        const sequence = this.lastSequenceOf(voter)
        return { type: 'vote-accepted', mutation, sequence, ...this.standingOf(voter) }
      }
      this.#withdrawals.add(withdrawal)
    }
    this.#inFlight++
    voter.inFlight = (voter.inFlight ?? 0) + 1
    const timeMs = Date.now()
    const outcome = await this.#store
      .append({ conversation: this.id, participant, tokenHash, statement, vote, mutation, timeMs })
      .finally(() => {
        this.#inFlight--
        voter.inFlight = (voter.inFlight ?? 1) - 1
        if (isWithdrawal) this.#withdrawals.delete(`${participant} ${statement}`)
      })
    if (outcome.kind === 'refused') {
      const { code } = outcome
      if (code !== 'storage-unavailable') return { type: 'vote-refused', mutation, code }
      return { type: 'vote-refused', mutation, code, retryAfterMs: outcome.retryAfterMs }
    }
    voter.participant = outcome.participant
    // Appends settle in the order of the log, so the last one set here is the last one there (I2).
    if (!outcome.isRepeat) {
      this.#record(outcome.participant, index, vote ?? WITHDRAWN, outcome.sequence)
      this.#sequence = outcome.sequence
      this.events.emit('votes')
    }
    return { type: 'vote-accepted', mutation, sequence: outcome.sequence, ...this.standingOf(voter) }
  }

  /** Priorities from the analysis, by dense statement index; they weigh the lottery from now on. */
  setPriorities(priorities: Float64Array): void {
    this.#lottery.setPriorities(priorities)
  }

  /** Stores a map, then shows it to everyone. */
  async publish(map: PublishedMap): Promise<void> {
    await this.#store.saveSnapshot(this.id, map)
    this.#maps.push(map)
    if (this.#maps.length > MAPS_KEPT) this.#maps.shift()
    this.events.emit('map', map)
  }

  #setStatements(statements: readonly StoredStatement[]): void {
    this.#lottery.enlarge(statements.length)
    this.#statements = statements
    statements.forEach(({ id }, index) => this.#indexOf.set(id, index))
    this.#votes.reserve(statements.length)
    this.#scratch = new Uint8Array(statements.length)
    this.#closed = closedStatements(statements, this.#settings)
    this.#open = countOpen(this.#closed)
    this.#statementsVersion++
  }

  #record(participant: number, statement: number, value: number, sequence: number): void {
    this.#votes.set(participant, statement, value, sequence)
    this.#lottery.noteVotes(statement, this.#votes.perStatement[statement]!)
  }
}

function countOpen(closed: Uint8Array): number {
  return closed.reduce((sum, isClosed) => sum + 1 - isClosed, 0)
}
