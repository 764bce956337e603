// Where moderators work: one desk for each conversation, which reads the queue, carries out what is decided, tells the
// conversation at once, so that voters and the map follow, and tells the other moderators.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import {
  type Act,
  type ActResult,
  type Claim,
  LIMITS,
  type ModerationNews,
  type QueueCounts,
  type QueueDetail,
  type QueueFilters,
  type QueueItem,
  type QueuePage,
  type ShownLists,
} from '../protocol/moderation.ts'
import type { AnyErrorCode } from '../protocol/staff-errors.ts'
import { StorageUnavailable } from '../store/store.ts'
import type { NewAuditEntry } from '../store/staff-store.ts'
import type { ModerationStore, QueuedStatement } from '../store/moderation-store.ts'
import { SIMILAR_FROM, StatementChecks } from './check-statements.ts'
import { type Claimant, Claims } from './claims.ts'
import { listsOf } from './lists.ts'
import { makeAct } from './make-act.ts'
import { eventOf, itemsOf } from './queue-items.ts'
import { queryOf } from './queue-query.ts'

export interface ModerationDeskOptions {
  readonly store: ModerationStore
  readonly conversation: LiveConversation
  /** Tells everybody who looks at the queue. */
  readonly publish: (news: ModerationNews) => void
  readonly onFailure: (error: unknown) => void
  /** Another number where lists may have changed that hold here too. */
  readonly listsRound?: () => number
  /** The clock; a fake one in tests. */
  readonly now?: () => number
}

export type Refusal = { readonly refusal: AnyErrorCode; readonly detail?: unknown }

/** So many unchecked statements are checked before the queue is shown; more are checked while it is looked at. */
const CHECKED_FIRST = 500
const NEWS_EVERY_MS = 300
const SIMILAR_SHOWN = 5
/** Changed statements that one piece of news carries. */
const NEWS_LIMIT = 50

export class ModerationDesk {
  readonly #store: ModerationStore
  readonly #conversation: LiveConversation
  readonly #publish: (news: ModerationNews) => void
  readonly #onFailure: (error: unknown) => void
  readonly #now: () => number
  readonly #claims = new Claims()
  readonly #checks: StatementChecks
  readonly #onChange = () => this.#soon()
  #newsTimer: NodeJS.Timeout | undefined
  #claimTimer: NodeJS.Timeout | undefined
  readonly #listsRound: () => number
  #words: { readonly round: number; readonly list: readonly string[] } | null = null
  /** Whether a change of the conversation is this desk's own, which it tells of by itself. */
  #isOwnChange = false

  constructor(options: ModerationDeskOptions) {
    const { store, conversation, publish, onFailure, now = Date.now, listsRound = () => 0 } = options
    this.#listsRound = listsRound
    this.#store = store
    this.#conversation = conversation
    this.#publish = publish
    // While storage fails nothing can be told; the next change, or the next request, tells it all.
    this.#onFailure = (error) => {
      if (!(error instanceof StorageUnavailable)) onFailure(error)
    }
    this.#now = now
    this.#checks = new StatementChecks(store, conversation)
    conversation.events.on('settings', this.#onChange)
    conversation.events.on('reports', this.#onChange)
  }

  /** The desk is put away. */
  close(): void {
    this.#conversation.events.off('settings', this.#onChange)
    this.#conversation.events.off('reports', this.#onChange)
    clearTimeout(this.#newsTimer)
    clearTimeout(this.#claimTimer)
  }

  /** One page of the queue. */
  async page(filters: QueueFilters, account: number): Promise<QueuePage> {
    await this.#check()
    const query = queryOf(filters, this.#now())
    const { id } = this.#conversation
    const [queued, counts] = await Promise.all([this.#store.queue(id, query), this.#store.stateCounts(id)])
    const shown = queued.slice(0, LIMITS.page)
    return {
      items: await this.#items(shown),
      next: queued.length > shown.length ? shown.at(-1)!.id : null,
      counts,
      claims: this.#claims.list(this.#now()),
      account,
    }
  }

  /** All there is to know of one statement; null for an unknown one. */
  async detail(statement: number): Promise<QueueDetail | null> {
    await this.#check()
    const { id } = this.#conversation
    const [queued] = await this.#store.queued(id, [statement])
    if (queued === undefined) return null
    const options = {
      atLeast: SIMILAR_FROM,
      most: SIMILAR_SHOWN,
      may: (other: number) => other !== statement,
    }
    const alike = queued.text === '' ? [] : this.#checks.index.nearest(queued.text, options)
    const [near, history, reports] = await Promise.all([
      this.#store.queued(
        id,
        alike.map(({ id }) => id),
      ),
      this.#store.events(id, { statement }),
      this.#store.reportReasons(id, statement),
    ])
    const byId = new Map(near.map((each) => [each.id, each]))
    const similar = alike.flatMap(({ id }) => byId.get(id) ?? [])
    return {
      item: (await this.#items([queued]))[0]!,
      history: history.map(eventOf),
      similar: await this.#items(similar.filter(({ state }) => state !== 'withdrawn')),
      reports: [...reports],
    }
  }

  /** Carries out what a moderator decided, with its line for the audit log; answers after COMMIT, when the conversation knows it too. */
  async act(act: Act, moderator: Claimant, audit: NewAuditEntry | null = null): Promise<ActResult | Refusal> {
    const { id } = this.#conversation
    const undone = act.kind === 'undo' ? await this.#store.eventsOfAct(id, act.act) : []
    const content = makeAct(this.#conversation, act, undone)
    if (typeof content === 'string') return { refusal: content }
    const claimed = content.changes.flatMap(
      ({ statement }) => this.#claims.claimedByOther(statement, moderator.account, this.#now()) ?? [],
    )
    const isClaimed = new Set(claimed.map(({ statement }) => statement))
    const changes = content.changes.filter(({ statement }) => !isClaimed.has(statement))
    if (claimed.length > 0 && (changes.length === 0 || content.allOrNothing === true)) {
      return { refusal: 'statement-claimed', detail: { by: claimed[0]!.name } }
    }
    const outcome = await this.#store.act({
      ...content,
      changes,
      conversation: id,
      moderator: { account: moderator.account, name: moderator.name },
      note: act.note === '' ? null : act.note,
      mutation: act.mutation,
      timeMs: this.#now(),
      audit,
    })
    if (outcome.kind === 'refused') {
      if (outcome.code !== 'changed-meanwhile') return { refusal: outcome.code }
      const now = await this.#store.queued(
        id,
        content.changes.map(({ statement }) => statement),
      )
      return { refusal: outcome.code, detail: { items: await this.#items(now) } }
    }
    if (outcome.statements.some(({ id, text }) => this.#textOf(id) !== text)) this.#checks.forget()
    this.#isOwnChange = true
    this.#conversation.takeDecisions(outcome.statements)
    this.#isOwnChange = false
    await this.#check()
    const changed = await this.#itemsOf(outcome.statements.map(({ id }) => id))
    const counts = await this.#tell(changed, moderator.account)
    return {
      act: outcome.act,
      kind: act.kind,
      items: changed,
      left: await this.#left(outcome.left, claimed),
      counts,
    }
  }

  /** Notes what a moderator has before them, and tells the others; the claims as they are now. */
  async claim(moderator: Claimant, statements: readonly number[], takeOver: boolean): Promise<Claim[]> {
    const before = JSON.stringify(
      this.#claims.list(this.#now()).map(({ statement, account }) => [statement, account]),
    )
    this.#claims.claim(moderator, statements, { nowMs: this.#now(), takeOver })
    const claims = this.#claims.list(this.#now())
    const after = JSON.stringify(claims.map(({ statement, account }) => [statement, account]))
    if (before !== after) await this.#tell([], moderator.account)
    this.#watchClaims()
    return claims
  }

  lists(): Promise<ShownLists> {
    return listsOf(this.#store, this.#conversation.id)
  }

  /** The lists have changed: what they flag is looked for again. */
  forgetLists(): void {
    this.#words = null
    this.#soon()
  }

  async #check(): Promise<void> {
    const round = this.#listsRound()
    if (this.#words?.round !== round) this.#words = { round, list: (await this.lists()).words }
    const checking = this.#checks.run(this.#words.list)
    if (this.#checks.backlog <= CHECKED_FIRST) {
      await checking
      return
    }
    checking.then(
      (hasChecked) => hasChecked && this.#soon(),
      (error: unknown) => this.#onFailure(error),
    )
  }

  #items(queued: readonly QueuedStatement[]): Promise<QueueItem[]> {
    return itemsOf(this.#store, this.#conversation, queued)
  }

  async #itemsOf(ids: readonly number[]): Promise<QueueItem[]> {
    return this.#items(await this.#store.queued(this.#conversation.id, ids))
  }

  async #left(changed: readonly number[], claimed: readonly Claim[]): Promise<ActResult['left']> {
    const items = await this.#itemsOf([...changed, ...claimed.map(({ statement }) => statement)])
    const holders = new Map(claimed.map(({ statement, name }) => [statement, name]))
    return items.map((item) => {
      const by = holders.get(item.id) ?? null
      return { item, why: by === null ? 'changed' : 'claimed', by }
    })
  }

  #textOf(statement: number): string | undefined {
    return this.#conversation.statements[this.#conversation.indexOf(statement) ?? -1]?.text
  }

  async #tell(changed: readonly QueueItem[] | null, by: number | null): Promise<QueueCounts> {
    const counts = await this.#store.stateCounts(this.#conversation.id)
    const few = changed !== null && changed.length <= NEWS_LIMIT ? [...changed] : null
    this.#publish({ counts, claims: this.#claims.list(this.#now()), changed: few, by })
    return counts
  }

  /** Something has changed past this desk, such as a new statement: told a few times a second at most. */
  #soon(): void {
    if (this.#newsTimer !== undefined || this.#isOwnChange) return
    this.#newsTimer = setTimeout(() => {
      this.#newsTimer = undefined
      this.#check()
        .then(() => this.#tell(null, null))
        .catch((error: unknown) => this.#onFailure(error))
    }, NEWS_EVERY_MS)
    this.#newsTimer.unref()
  }

  /** Tells when a claim has ended by itself. */
  #watchClaims(): void {
    clearTimeout(this.#claimTimer)
    const endMs = this.#claims.nextEndMs(this.#now())
    if (endMs === null) return
    this.#claimTimer = setTimeout(
      () => {
        this.#watchClaims()
        this.#tell([], null).catch((error: unknown) => this.#onFailure(error))
      },
      Math.max(0, endMs - this.#now()) + 50,
    )
    this.#claimTimer.unref()
  }
}
