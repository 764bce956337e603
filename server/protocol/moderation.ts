// Moderating: what the queue shows and what is decided in it. All of it goes over the routes of the staff; the staff socket
// only tells that something has changed (topic `moderation`).
import * as v from 'valibot'
import { language, mutationId, naturalNumber, statementId } from './values.ts'

/** What became of a statement. `merged` is every statement in whose place others stand: merged, reworded or split. */
export const statementStates = ['pending', 'accepted', 'rejected', 'merged', 'withdrawn'] as const
export type StatementState = (typeof statementStates)[number]

/** What the checks can find in a text; the order is that of the bits in which they are stored. */
export const concerns = ['link', 'repeat', 'email', 'phone', 'postcode', 'name', 'word', 'address'] as const
export type Concern = (typeof concerns)[number]

/** What a moderator can do. `release` and `withdraw` are done by the service itself. */
export const actKinds = [
  'accept',
  'reject',
  'return',
  'merge',
  'reword',
  'split',
  'flag',
  'undo',
  'release',
  'withdraw',
] as const
export type ActKind = (typeof actKinds)[number]

export const LIMITS = {
  page: 50,
  bulk: 500,
  note: 1000,
  reason: 300,
  reasons: 40,
  words: 300,
  search: 100,
} as const

/** A sentence in both languages. */
export const bilingual = v.strictObject({
  en: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.reason)),
  cy: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.reason)),
})
export type Bilingual = v.InferOutput<typeof bilingual>

const note = v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.note))
const filterValue = v.picklist(['yes'])

/** The filters of the queue as they stand in its address; each narrows it. */
export const queueFilters = v.strictObject({
  state: v.optional(v.picklist([...statementStates, 'all']), 'pending'),
  language: v.optional(v.picklist(['en', 'cy', 'unknown'])),
  concern: v.optional(v.picklist([...concerns, 'any'])),
  reported: v.optional(filterValue),
  similar: v.optional(filterValue),
  seed: v.optional(v.picklist(['yes', 'no'])),
  meta: v.optional(filterValue),
  /** Written longer ago than this. */
  age: v.optional(v.picklist(['hour', 'day', 'week'])),
  /** Words that all occur in the text, or #12 for the statement with that number. */
  search: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.search))),
  order: v.optional(v.picklist(['oldest', 'newest']), 'oldest'),
  /** Goes on after this statement, in the order of the list. */
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/))),
})
export type QueueFilters = v.InferOutput<typeof queueFilters>

/** A statement as moderators see it. */
export const queueItem = v.strictObject({
  id: statementId,
  text: v.string(),
  state: v.picklist(statementStates),
  /** Whether people may vote on it now. */
  isOpen: v.boolean(),
  isSeed: v.boolean(),
  isMeta: v.boolean(),
  createdAtMs: v.number(),
  language: v.nullable(language),
  concerns: v.array(v.picklist(concerns)),
  /** Reports since it was last decided about. */
  reports: naturalNumber,
  /** How many people have a vote on it; its author counts. Null under five, where it would tell of single people. */
  votes: v.nullable(naturalNumber),
  reason: v.nullable(v.strictObject({ en: v.string(), cy: v.string() })),
  /** An earlier statement that says nearly the same. */
  similarTo: v.nullable(statementId),
  /** Statements that stand in its place, and those in whose place it stands. */
  successors: v.array(statementId),
  derivedFrom: v.nullable(statementId),
  /** Grows with each decision about it; sent back with the next one, so that nobody overrides what they have not seen. */
  seen: naturalNumber,
})
export type QueueItem = v.InferOutput<typeof queueItem>

export const queueCounts = v.strictObject({
  pending: naturalNumber,
  accepted: naturalNumber,
  rejected: naturalNumber,
  merged: naturalNumber,
  withdrawn: naturalNumber,
  reported: naturalNumber,
})
export type QueueCounts = v.InferOutput<typeof queueCounts>

/** A moderator has a statement before them until then. */
export const claim = v.strictObject({
  statement: statementId,
  /** Number of the moderator's account, which may be one's own. */
  account: naturalNumber,
  name: v.string(),
  untilMs: v.number(),
})
export type Claim = v.InferOutput<typeof claim>

/** Answer to `GET …/queue`. */
export const queuePage = v.strictObject({
  items: v.array(queueItem),
  /** Statement to go on after; null at the end. */
  next: v.nullable(statementId),
  counts: queueCounts,
  claims: v.array(claim),
  /** Number of the account that asks. */
  account: naturalNumber,
})
export type QueuePage = v.InferOutput<typeof queuePage>

/** One decision in the history of a statement. */
export const moderationEvent = v.strictObject({
  id: naturalNumber,
  /** Events of one act share its number. */
  act: naturalNumber,
  statement: statementId,
  kind: v.picklist(actKinds),
  timeMs: v.number(),
  /** Who; null for the service itself and its command line. */
  moderator: v.nullable(v.string()),
  from: v.nullable(v.picklist(statementStates)),
  to: v.picklist(statementStates),
  reason: v.nullable(v.strictObject({ en: v.string(), cy: v.string() })),
  note: v.nullable(v.string()),
  /** Statements that it has to do with: those that stand in its place, or the one it comes from. */
  related: v.array(statementId),
  /** The act that it undoes. */
  undoes: v.nullable(naturalNumber),
})
export type ModerationEvent = v.InferOutput<typeof moderationEvent>

/** Answer to `GET …/queue/:statement`: all there is to know of one statement. */
export const queueDetail = v.strictObject({
  item: queueItem,
  history: v.array(moderationEvent),
  /** Statements that say nearly the same, the nearest first. */
  similar: v.array(queueItem),
  /** Reasons people gave who reported it, and how many. */
  reports: v.array(v.strictObject({ reason: v.string(), count: naturalNumber })),
})
export type QueueDetail = v.InferOutput<typeof queueDetail>

/** A statement to decide about, as the moderator saw it. */
const seenStatement = v.strictObject({ id: statementId, seen: naturalNumber })
export type SeenStatement = v.InferOutput<typeof seenStatement>

const acting = { mutation: mutationId, note: v.optional(note, '') }
const several = v.pipe(v.array(seenStatement), v.minLength(1), v.maxLength(LIMITS.bulk))
const wording = v.pipe(v.string(), v.maxLength(4000))

/** Body of `POST …/queue/acts`. */
export const act = v.variant('kind', [
  v.strictObject({ kind: v.literal('accept'), statements: several, ...acting }),
  v.strictObject({ kind: v.literal('return'), statements: several, ...acting }),
  v.strictObject({
    kind: v.literal('reject'),
    statements: several,
    reason: v.nullable(bilingual),
    ...acting,
  }),
  v.strictObject({ kind: v.literal('merge'), statements: several, into: seenStatement, ...acting }),
  v.strictObject({ kind: v.literal('reword'), statement: seenStatement, text: wording, ...acting }),
  v.strictObject({
    kind: v.literal('split'),
    statement: seenStatement,
    texts: v.strictTuple([wording, wording]),
    ...acting,
  }),
  v.strictObject({
    kind: v.literal('flag'),
    statements: several,
    isSeed: v.optional(v.boolean()),
    isMeta: v.optional(v.boolean()),
    ...acting,
  }),
  v.strictObject({ kind: v.literal('undo'), act: naturalNumber, ...acting }),
])
export type Act = v.InferOutput<typeof act>

/** Its answer, after COMMIT. */
export const actResult = v.strictObject({
  /** Number by which it can be undone. */
  act: naturalNumber,
  kind: v.picklist(actKinds),
  /** What changed, as it is now. */
  items: v.array(queueItem),
  /** Left as they were: somebody else has them before them, or has decided meanwhile. */
  left: v.array(
    v.strictObject({
      item: queueItem,
      why: v.picklist(['claimed', 'changed']),
      /** Who. */
      by: v.nullable(v.string()),
    }),
  ),
  counts: queueCounts,
})
export type ActResult = v.InferOutput<typeof actResult>

/** Body of `PUT …/queue/claims`: what the moderator has before them now; replaces what it was. */
export const claimRequest = v.strictObject({
  statements: v.pipe(v.array(statementId), v.maxLength(LIMITS.bulk)),
  /** Takes what others have before them. */
  takeOver: v.optional(v.boolean(), false),
})
export const claimList = v.strictObject({ claims: v.array(claim) })
export type ClaimList = v.InferOutput<typeof claimList>

/** The lists that can be edited: reasons for refusing, and words to be told of. */
export const moderationLists = v.strictObject({
  reasons: v.pipe(v.array(bilingual), v.maxLength(LIMITS.reasons)),
  words: v.pipe(
    v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40))),
    v.maxLength(LIMITS.words),
  ),
})
export type ModerationLists = v.InferOutput<typeof moderationLists>

/** Answer to `GET …/moderation-lists`: the lists that hold here, and from where. */
export const shownLists = v.strictObject({
  ...moderationLists.entries,
  source: v.picklist(['built-in', 'organisation', 'conversation']),
  revision: naturalNumber,
})
export type ShownLists = v.InferOutput<typeof shownLists>

/** Body of `PUT …/moderation-lists`; `lists: null` gives the list of the organisation back. */
export const listsChange = v.strictObject({ lists: v.nullable(moderationLists), revision: naturalNumber })

/** News of the topic `moderation` on the staff socket. */
export const moderationNews = v.strictObject({
  counts: queueCounts,
  claims: v.array(claim),
  /** Statements decided about since the last news, as they are now; null where there are too many to tell. */
  changed: v.nullable(v.array(queueItem)),
  /** Whose doing it was; null for participants and the service. */
  by: v.nullable(naturalNumber),
})
export type ModerationNews = v.InferOutput<typeof moderationNews>
