// The sockets of one conversation, and what is pushed to all of them: counts, several times a second at most, and each
// new map. A frame is encoded once for all, and sent in chunks, so that the event loop serves votes in between.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import type { PublishedMap } from '../conversation/published-map.ts'
import type { Statement } from '../protocol/statement.ts'
import type { StoredStatement } from '../store/store.ts'
import { encodeFrame } from './frames.ts'

/** A socket as its room sees it. */
export interface Member {
  send(frame: Buffer): void
  /** A new map is there; the member takes it when it has credit. */
  offerMap(map: PublishedMap, frame: Buffer): void
}

const COUNTS_EVERY_MS = 200
/** With very many sockets counts are pushed less often, so that they take a small share of the time; maps carry them too. */
const COUNTS_MS_PER_SOCKET = 0.5
/** Statements that one push may bring. */
const OPENED_LIMIT = 100
/** Sockets that are sent to in one turn of the event loop, and the pause before the next: votes are served in between. */
const CHUNK = 50
const PAUSE_MS = 2

export class Room {
  readonly conversation: LiveConversation
  readonly #members = new Set<Member>()
  readonly #onVotes = () => this.#scheduleCounts()
  readonly #onChange = () => this.#pushChange()
  readonly #onMap = (map: PublishedMap) => this.#pushMap(map)
  #mapFrame: { readonly version: number; readonly frame: Buffer } | null = null
  #countsTimer: NodeJS.Timeout | null = null
  #countsAt = -Infinity
  #countsRound = 0
  #mapRound = 0
  /** What everyone in the room has been told. */
  #known: Known

  constructor(conversation: LiveConversation) {
    this.conversation = conversation
    conversation.visitors++
    conversation.events.on('votes', this.#onVotes)
    conversation.events.on('map', this.#onMap)
    conversation.events.on('settings', this.#onChange)
    this.#known = whatIsKnown(conversation)
  }

  get size(): number {
    return this.#members.size
  }

  enter(member: Member): void {
    this.#members.add(member)
  }

  leave(member: Member): void {
    this.#members.delete(member)
  }

  /** The room listens no more. */
  close(): void {
    this.conversation.visitors--
    this.conversation.events.off('votes', this.#onVotes)
    this.conversation.events.off('map', this.#onMap)
    this.conversation.events.off('settings', this.#onChange)
    if (this.#countsTimer !== null) clearTimeout(this.#countsTimer)
    this.#countsTimer = null
    this.#countsRound++
    this.#mapRound++
  }

  /** The newest map as a frame, encoded once. */
  frameOf(map: PublishedMap): Buffer {
    if (this.#mapFrame?.version !== map.version) {
      this.#mapFrame = { version: map.version, frame: Buffer.from(map.snapshot) }
    }
    return this.#mapFrame.frame
  }

  #scheduleCounts(): void {
    if (this.#countsTimer !== null) return
    const everyMs = Math.max(COUNTS_EVERY_MS, this.#members.size * COUNTS_MS_PER_SOCKET)
    const waitMs = Math.max(0, this.#countsAt + everyMs - performance.now())
    this.#countsTimer = setTimeout(() => {
      this.#countsTimer = null
      this.#countsAt = performance.now()
      this.#pushCounts()
    }, waitMs)
  }

  #pushCounts(): void {
    const { sequence, counts } = this.conversation
    const frame = Buffer.from(encodeFrame({ type: 'counts', sequence, counts }))
    const round = ++this.#countsRound
    inChunks(
      [...this.#members],
      (member) => this.#members.has(member) && member.send(frame),
      () => round === this.#countsRound,
    )
  }

  /** Tells what is different for those who take part; what they cannot see is not pushed. */
  #pushChange(): void {
    const { conversation } = this
    const before = this.#known
    const known = whatIsKnown(conversation)
    this.#known = known
    const { opened, closed, isDecided } = differenceOf(before, known)
    if (known.words === before.words && !isDecided && closed.length === 0 && opened.length === 0) return
    const frame = Buffer.from(
      encodeFrame({
        type: 'conversation-changed',
        conversation: conversation.describe(),
        opened: opened.length > OPENED_LIMIT ? null : opened,
        closed,
      }),
    )
    const { map } = conversation
    // Every change is told to all: they add up, so none may be left out for a newer one.
    inChunks(
      [...this.#members],
      (member) => {
        if (!this.#members.has(member)) return
        member.send(frame)
        // The results may have been hidden until now.
        if (map !== null) member.offerMap(map, this.frameOf(map))
      },
      () => true,
    )
  }

  #pushMap(map: PublishedMap): void {
    const frame = this.frameOf(map)
    const round = ++this.#mapRound
    inChunks(
      [...this.#members],
      (member) => this.#members.has(member) && member.offerMap(map, frame),
      () => round === this.#mapRound,
    )
  }
}

interface Known {
  /** All but the counts, which are pushed by themselves. */
  readonly words: string
  /** By dense index; whatever changes of a statement makes it another object. */
  readonly statements: readonly StoredStatement[]
  /** 1 for those that nobody may vote on. */
  readonly closed: Uint8Array
}

function whatIsKnown(conversation: LiveConversation): Known {
  const { counts: _, ...words } = conversation.describe()
  const { statements, closed } = conversation
  return { words: JSON.stringify(words), statements, closed }
}

/** What has opened and closed, and whether anything was decided: authors are told, though others see no difference. */
function differenceOf(before: Known, now: Known) {
  const opened: Statement[] = []
  const closed: number[] = []
  let isDecided = false
  for (const [index, statement] of now.statements.entries()) {
    const wasOpen = before.closed[index] === 0
    const isOpen = now.closed[index] === 0
    if (isOpen && !wasOpen) opened.push({ id: statement.id, text: statement.text })
    if (wasOpen && !isOpen) closed.push(statement.id)
    const known = before.statements[index]
    if (known !== statement) isDecided ||= isOtherDecision(known, statement)
  }
  return { opened, closed, isDecided }
}

function isOtherDecision(before: StoredStatement | undefined, now: StoredStatement): boolean {
  if (before === undefined || before.isWaiting || now.isWaiting) {
    return (before?.isWaiting ?? true) !== now.isWaiting
  }
  return (
    before.moderation !== now.moderation ||
    before.reason !== now.reason ||
    before.mergedInto !== now.mergedInto
  )
}

/** Visits all, some in each turn of the event loop, for as long as `goesOn` says so. */
function inChunks(members: readonly Member[], visit: (member: Member) => void, goesOn: () => boolean): void {
  let done = 0
  const turn = () => {
    if (!goesOn()) return
    const end = Math.min(done + CHUNK, members.length)
    while (done < end) visit(members[done++]!)
    if (done < members.length) setTimeout(turn, PAUSE_MS)
  }
  turn()
}
