// One open conversation in memory: its rules, everybody's current votes, the counts, the next statement for each person,
// and the newest published map. There is one for each conversation; all of it can be rebuilt from the store.
import { EventEmitter } from 'node:events'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { Channel } from '../protocol/channel.ts'
import type { Conversation, Counts } from '../protocol/conversation.ts'
import type { VoteAccepted, VoteRefused } from '../protocol/down.ts'
import type { Statement } from '../protocol/statement.ts'
import type { CastVote } from '../protocol/up.ts'
import type { Vote } from '../protocol/values.ts'
import { needsIdentity } from '../identity/identity-settings.ts'
import type { StatementOutcome } from '../store/participation-store.ts'
import {
  ERASED,
  LOG_SLICE,
  PARTICIPANT_ERASED,
  type Store,
  type StoredConversation,
  type StoredStatement,
  WITHDRAWN,
} from '../store/store.ts'
import type { ConversationEvents } from './conversation-events.ts'
import { describeConversation } from './describe.ts'
import { CurrentVotes } from './current-votes.ts'
import type { StatementExposure } from './exposures.ts'
import { KeptMaps } from './kept-maps.ts'
import type { PublishedMap } from './published-map.ts'
import { PublicPrefix } from './public-prefix.ts'
import { RefusalCounts } from './refusal-counts.ts'
import { type ConversationSettings, settingsOf } from './settings.ts'
import { StatementLottery } from './statement-lottery.ts'
import { StatementRoll } from './statement-roll.ts'
import { VoteCasting } from './vote-casting.ts'
import type { Standing, Voter } from './voter.ts'
import { Voters } from './voters.ts'

export class LiveConversation {
  readonly events = new EventEmitter<ConversationEvents>()
  /** What was refused here, for those who run the conversation. */
  readonly refusals = new RefusalCounts()
  readonly #store: Store
  #stored: StoredConversation
  #settings: ConversationSettings
  readonly #roll: StatementRoll
  readonly #votes: CurrentVotes
  readonly #voters: Voters
  readonly #casting: VoteCasting
  #scratch: Uint8Array
  #sequence = 0
  #usedAt = 0
  /** Rooms, and whoever else looks at the conversation for longer than a moment. */
  visitors = 0
  readonly #lottery: StatementLottery
  readonly #maps = new KeptMaps()
  /** How much of the log may be public; the analysis takes it on from where the conversation was loaded. */
  readonly publicPrefix: PublicPrefix

  private constructor(
    store: Store,
    stored: StoredConversation,
    statements: readonly StoredStatement[],
    publicPrefix: PublicPrefix,
  ) {
    this.publicPrefix = publicPrefix
    this.#store = store
    this.#stored = stored
    this.#settings = settingsOf(stored)
    this.#roll = new StatementRoll(statements, this.#settings)
    this.#votes = new CurrentVotes(statements.length)
    this.#voters = new Voters(store, stored.id)
    this.#casting = new VoteCasting(store, ({ participant, statement, vote, sequence }) => {
      // Appends settle in the order of the log, so the last one set here is the last one there (I2).
      this.#record(participant, statement, vote ?? WITHDRAWN, sequence)
      this.#sequence = Math.max(this.#sequence, sequence)
      this.events.emit('votes')
    })
    this.#scratch = new Uint8Array(statements.length)
    this.#lottery = new StatementLottery(statements.length)
    this.events.setMaxListeners(0)
  }

  /** Loads a conversation from the store, its votes from the log; null when there is none of this name. */
  static async load(store: Store, id: string): Promise<LiveConversation | null> {
    const stored = await store.conversation(id)
    if (stored === null) return null
    const map = await store.newestSnapshot(id)
    const { imported } = await store.reports.logFacts(id, 0)
    const publicPrefix = new PublicPrefix({ published: map?.sequence ?? 0, imported })
    const conversation = new LiveConversation(store, stored, await store.statements(id), publicPrefix)
    if (map !== null) conversation.#maps.add(map)
    for (;;) {
      const slice = await store.readPublicLog(id, conversation.#sequence, LOG_SLICE)
      if (slice.length === 0) break
      publicPrefix.take(slice, conversation.#settings.opensAt)
      for (let i = 0; i < slice.length; i++) {
        const [participant, value] = [slice.participants[i]!, slice.values[i]!]
        const sequence = slice.firstSequence + i
        if (value === ERASED) continue
        if (value === PARTICIPANT_ERASED) conversation.#eraseVotes(participant, sequence)
        else {
          conversation.#record(participant, conversation.indexOf(slice.statements[i]!)!, value, sequence)
        }
      }
      conversation.#sequence += slice.length
      await otherWork()
    }
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
    return this.#roll.closed
  }

  /** Statements by dense index, ascending by id; there may be more later, never fewer. */
  get statements(): readonly StoredStatement[] {
    return this.#roll.all
  }

  /** Grows with each change of the statements. */
  get statementsVersion(): number {
    return this.#roll.version
  }

  /** Takes over what is stored of the conversation and its statements now; the log stays as it is. */
  adopt(stored: StoredConversation, statements: readonly StoredStatement[] = this.statements): void {
    const hasNewWords = JSON.stringify(stored) !== JSON.stringify(this.#stored)
    const hasNewStatements =
      statements !== this.statements && JSON.stringify(statements) !== JSON.stringify(this.statements)
    if (!hasNewWords && !hasNewStatements) return
    this.#settings = settingsOf(stored)
    this.#stored = stored
    this.#setStatements(hasNewStatements ? statements : this.statements)
    this.events.emit('settings')
  }

  /** Takes in a statement that has just been stored, with its author's vote. */
  takeIn({ statement, participant, sequence }: Extract<StatementOutcome, { kind: 'stored' }>): void {
    this.#roll.change([statement], this.#settings)
    this.#makeRoom()
    this.#record(participant, this.indexOf(statement.id)!, 1, sequence)
    this.#sequence = Math.max(this.#sequence, sequence)
    this.events.emit('settings')
    this.events.emit('votes')
  }

  /** Takes over what was decided about these statements, and those that a decision has made. */
  takeDecisions(decided: readonly StoredStatement[]): void {
    this.#roll.change(decided, this.#settings)
    this.#makeRoom()
    this.events.emit('settings')
  }

  /** The statements that stand in the place of this one, which was merged, reworded or split. */
  successorsOf(statement: number): readonly StoredStatement[] {
    return this.#roll.successorsOf(statement).flatMap((id) => this.statements[this.indexOf(id) ?? -1] ?? [])
  }

  /** How many people have a vote on a statement; 0 for one that nobody voted on or that is unknown. */
  votesOn(statement: number): number {
    return this.#votes.perStatement[this.indexOf(statement) ?? -1] ?? 0
  }

  /** Whether anybody has ever voted on it, be it withdrawn since. */
  wasVotedOn(statement: number): boolean {
    return this.#votes.wasVotedOn(this.indexOf(statement) ?? -1)
  }

  /** Takes over that a participant has been erased, by the entry at `sequence`; their statements as they are now. */
  forget(participant: number, sequence: number, statements: readonly StoredStatement[]): void {
    this.#voters.forget(participant)
    this.#eraseVotes(participant, sequence)
    this.#sequence = Math.max(this.#sequence, sequence)
    if (statements.length > 0) this.takeDecisions(statements)
    this.events.emit('votes')
  }

  /** Last committed entry of the log that the counts include. */
  get sequence(): number {
    return this.#sequence
  }

  /** Last entry of the log that anything public may be made of now (I8): all that is known once the conversation is closed. */
  get publicSequence(): number {
    const { boundary, readTo } = this.publicPrefix
    return this.whyClosed() === 'conversation-closed' ? readTo : boundary
  }

  get counts(): Counts {
    const { participants, votes } = this.#votes
    return { participants, votes, statements: this.statements.length }
  }

  /** The newest published map; null before the first. */
  get map(): PublishedMap | null {
    return this.#maps.newest
  }

  /** A map of the given version while it is still kept. */
  mapOfVersion(version: number): PublishedMap | null {
    return this.#maps.ofVersion(version)
  }

  /** Notes that somebody has just asked for the conversation; `nowMs` from any steady clock. */
  use(nowMs: number): void {
    this.#usedAt = nowMs
  }

  /** Whether nobody has needed the conversation for so long, so that it may be taken out of memory. */
  isIdle(nowMs: number, forMs: number): boolean {
    return this.visitors === 0 && this.#casting.inFlight === 0 && nowMs - this.#usedAt >= forMs
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
    return this.#roll.indexOf(statement)
  }

  /** The voter whose token has this hash, be it their own or one that was lent to them. */
  voter(hashOfToken: string, channel: Channel = 'page'): Promise<Voter> {
    return this.#voters.find(hashOfToken, channel, this.#settings)
  }

  /** Lends a token to the person whom the embedding site names; the refusal where it does not prove them. */
  identify(said: string): ReturnType<Voters['identify']> {
    return this.#voters.identify(said, this.#settings)
  }

  /** The voter as the store knows them; whoever was erased meanwhile begins again as somebody new. */
  speakerOf(voter: Voter): Readonly<Pick<Voter, 'tokenHash' | 'channel' | 'participant'>> {
    return this.#voters.speakerOf(voter)
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

  /** How many current votes each participant has, in no order that tells who. */
  votesOfEach(): Iterable<number> {
    return this.#votes.votesOfEach()
  }

  /** How far the voter has come, and the statement to show next. */
  standingOf(voter: Voter): Standing {
    const closed = this.#scratch
    closed.set(this.closed)
    let voted = 0
    // A vote stays on the statement that it was cast on; whoever cast it is asked next about what stands in its place.
    const offered: number[] = []
    if (voter.participant !== null) {
      this.#votes.visit(voter.participant, (index) => {
        if (closed[index] === 0) voted++
        closed[index] = 1
        if (this.#roll.hasSuccessors) offered.push(...this.#roll.successorsOf(this.statements[index]!.id))
      })
    }
    const pinned = [...this.settings.pinned, ...offered].flatMap((id) => this.indexOf(id) ?? [])
    const seed = `${voter.tokenHash} ${voted}`
    const votes = this.#votes.perStatement
    const drawn = this.stored.isOpen ? this.#lottery.draw({ seed, closed, pinned, votes }) : null
    const next = drawn === null ? null : this.statements[drawn]!
    if (drawn !== null && voter.shown !== next?.id) {
      this.#lottery.countShown(drawn, voter.participant, this.map)
      voter.shown = next?.id
    }
    return { progress: { voted, of: this.#roll.open }, next: next && { id: next.id, text: next.text } }
  }

  /** How often a statement was shown, by dense index. */
  exposureOf(statement: number): StatementExposure {
    return this.#lottery.exposures.of(statement)
  }

  /** Takes over how often the statements were shown before the conversation was loaded. */
  async loadExposures(): Promise<void> {
    for (const { statement, letter, shown } of await this.#store.exposures(this.id)) {
      const index = this.indexOf(statement)
      if (index !== undefined) this.#lottery.exposures.restore({ statement: index, letter, shown })
    }
  }

  /** Stores how often the statements were shown since the last time. */
  async saveExposures(): Promise<void> {
    const counts = this.#lottery.exposures.takeUnsaved()
    if (counts.length === 0) return
    try {
      const byId = counts.map((count) => ({ ...count, statement: this.statements[count.statement]!.id }))
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
    const closed = this.whyClosed()
    if (closed !== null) return closed
    if (needsIdentity(this.#settings)) return voter.isIdentified ? null : ('identity-needed' as const)
    const lacksCode = this.#settings.whoVotes === 'codes' && !this.isInvited(voter)
    return lacksCode ? ('code-needed' as const) : null
  }

  /** Whether the voter has entered an invitation code. */
  isInvited(voter: Voter): boolean {
    return this.#voters.isInvited(voter)
  }

  /** The voter has entered an invitation code, which is stored. */
  letIn(voter: Voter): void {
    this.#voters.letIn(voter)
  }

  /** How many votes wait to be stored, of those that may: at 1 another is refused. */
  get fullness(): number {
    return this.#store.fullness(this.id)
  }

  /** Checks the rules and appends the vote to the log; answers after COMMIT (I1). */
  castVote(voter: Voter, vote: CastVote): Promise<VoteAccepted | VoteRefused> {
    return this.#casting.cast(this, voter, vote)
  }

  /** Priorities from the analysis, by dense statement index; they weigh the lottery from now on. */
  setPriorities(priorities: Float64Array): void {
    this.#lottery.setPriorities(priorities)
  }

  /** Stores a map, then shows it to everyone. */
  async publish(map: PublishedMap): Promise<void> {
    await this.#store.saveSnapshot(this.id, map)
    this.publicPrefix.published(map.sequence)
    this.#maps.add(map)
    this.events.emit('map', map)
  }

  #setStatements(statements: readonly StoredStatement[]): void {
    this.#roll.replace(statements, this.#settings)
    this.#makeRoom()
  }

  /** For as many statements as there are now. */
  #makeRoom(): void {
    const { length } = this.statements
    if (this.#scratch.length === length) return
    this.#lottery.enlarge(length)
    this.#votes.reserve(length)
    this.#scratch = new Uint8Array(length)
  }

  #eraseVotes(participant: number, sequence: number): void {
    for (const statement of this.#votes.clear(participant, sequence)) {
      this.#lottery.noteVotes(statement, this.#votes.perStatement[statement]!)
    }
  }

  #record(participant: number, statement: number, value: number, sequence: number): void {
    this.#votes.set(participant, statement, value, sequence)
    this.#lottery.noteVotes(statement, this.#votes.perStatement[statement]!)
  }
}
