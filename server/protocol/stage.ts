// What the screen in the hall shows, and what a host may do with it from a phone. The map of the screen is coarser than the
// one on people's own devices, because whoever sits in the hall sees who is voting: see server/stage/room-view.ts.
import * as v from 'valibot'
import { conversationId, groupLetter, naturalNumber, statementId } from './values.ts'
import { conversationState } from './conversation.ts'

export const sceneNames = ['join', 'map', 'portrait', 'consensus', 'statement', 'word', 'countdown'] as const
const sceneName = v.picklist(sceneNames)
export type SceneName = v.InferOutput<typeof sceneName>

/** A share from 0 to 1, in steps of 0.05 or 0.1. */
const coarseShare = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const point = v.strictTuple([v.number(), v.number()])

/** So large a share of those who voted on the statement said so. */
const roomStance = v.strictObject({
  statement: statementId,
  direction: v.picklist(['agree', 'disagree']),
  share: coarseShare,
})
export type RoomStance = v.InferOutput<typeof roomStance>

const roomGroup = v.strictObject({
  letter: groupLetter,
  /** Of everyone who takes part; 0 for a group that is smaller than half a step. */
  share: coarseShare,
  /** Places of the marks, which all stand for about the same number of people. */
  marks: v.array(point),
  representative: v.array(roomStance),
})
export type RoomGroup = v.InferOutput<typeof roomGroup>

/** The map as a hall may see it. */
export const roomMap = v.strictObject({
  /** People whom it covers, in steps of five. */
  people: naturalNumber,
  /** When the map that it was made from was published, milliseconds since 1970 by the server's clock. */
  publishedAt: naturalNumber,
  groups: v.array(roomGroup),
  /** Everyone else: groups of fewer than five, and people who have not voted enough to be in a group. */
  others: coarseShare,
  consensus: v.array(roomStance),
  /** False when the groups are no clearer than chance; null while that has not been checked. */
  isDistinct: v.nullable(v.boolean()),
})
export type RoomMap = v.InferOutput<typeof roomMap>

/** How a group voted on a statement; null where too few of it did. */
const roomBar = v.strictObject({
  letter: groupLetter,
  shares: v.nullable(v.strictObject({ agree: coarseShare, disagree: coarseShare })),
})
export type RoomBar = v.InferOutput<typeof roomBar>

/** Six letters by which a hall joins, none of which can be taken for another. */
export const CODE_LETTERS = 'BCDFGHJKMNPRSTWXZ'
export const CODE_LENGTH = 6
export const joinCode = v.pipe(v.string(), v.regex(new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`)))

/** Everything that the screen needs for what it shows now; body of `GET /api/conversations/:id/stage`. */
export const stageFrame = v.strictObject({
  /** Grows with each change; what to send as `after`. */
  version: naturalNumber,
  /** The server's clock, for countdowns. */
  now: naturalNumber,
  conversation: v.strictObject({
    id: conversationId,
    topic: v.string(),
    state: conversationState,
    isSample: v.boolean(),
    isRehearsal: v.boolean(),
  }),
  /** Whether hosts choose the scene; else it is the public map. */
  isDirected: v.boolean(),
  scene: sceneName,
  /** By which to join; null where there is none. */
  code: v.nullable(joinCode),
  /** Path of the page to take part. */
  takePart: v.string(),
  /** People who take part, in steps of five, and votes in steps of ten. */
  people: naturalNumber,
  votes: naturalNumber,
  /** Number of people at which the map opens. */
  opensAt: naturalNumber,
  /** `waiting`: too few people so far; `hidden`: the results are not shown yet. */
  results: v.picklist(['shown', 'waiting', 'hidden']),
  /** Null unless the results are shown. */
  map: v.nullable(roomMap),
  isFrozen: v.boolean(),
  /** The growth of the map is being shown again, from the start. */
  replay: v.nullable(
    v.strictObject({
      step: naturalNumber,
      of: naturalNumber,
      /** Time from one step to the next: so long the screen takes to get there, so that nothing ever stands still. */
      stepMs: naturalNumber,
    }),
  ),
  /** Of which group the portrait is. */
  letter: v.nullable(groupLetter),
  statement: v.nullable(
    v.strictObject({ id: statementId, text: v.string(), bars: v.nullable(v.array(roomBar)) }),
  ),
  word: v.string(),
  countdown: v.nullable(v.strictObject({ endsAt: naturalNumber, seconds: naturalNumber })),
  /** Texts of the statements that the map names. */
  texts: v.array(v.strictTuple([statementId, v.string()])),
})
export type StageFrame = v.InferOutput<typeof stageFrame>
