// What a host holds in the hand: the desk from which the screen is directed, and the directions that it sends. Only staff and
// their pages see any of it.
import * as v from 'valibot'
import { conversationState } from './conversation.ts'
import { joinCode, sceneNames } from './stage.ts'
import { conversationId, groupLetter, naturalNumber, statementId } from './values.ts'

export const WORD_LENGTH = 240
export const LONGEST_COUNTDOWN_S = 3600

/** Parts of the stage that are changed separately: two hosts get in each other's way only within one of them. */
export const stageParts = [
  'scene',
  'word',
  'countdown',
  'freeze',
  'replay',
  'voting',
  'writing',
  'hold',
  'results',
] as const
const stagePart = v.picklist(stageParts)
export type StagePart = v.InferOutput<typeof stagePart>

/** How many times as fast as usual the growth of the map is shown. */
const replaySpeed = v.picklist([1, 2])

const seen = { /** Revision of the desk that the host saw. */ seen: naturalNumber }

/** What the screen shows; the privilege `direct-stage`. */
export const stageDirection = v.variant('do', [
  v.strictObject({
    do: v.literal('scene'),
    scene: v.picklist(sceneNames),
    /** Of which group the portrait is; else the first. */
    letter: v.optional(groupLetter),
    /** The statement in the spotlight; else the last one. */
    statement: v.optional(statementId),
    ...seen,
  }),
  v.strictObject({
    do: v.literal('word'),
    text: v.pipe(v.string(), v.trim(), v.maxLength(WORD_LENGTH)),
    ...seen,
  }),
  v.strictObject({
    do: v.literal('countdown'),
    /** Null ends it. */
    seconds: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(LONGEST_COUNTDOWN_S))),
    ...seen,
  }),
  v.strictObject({ do: v.literal('freeze'), on: v.boolean(), ...seen }),
  v.strictObject({
    do: v.literal('replay'),
    on: v.boolean(),
    /** How many times as fast as usual. */
    speed: v.optional(replaySpeed, 1),
    ...seen,
  }),
])
export type StageDirection = v.InferOutput<typeof stageDirection>

/** What people in the hall may do and see; the privilege `open-and-close`. */
export const stageOpening = v.variant('do', [
  v.strictObject({ do: v.literal('voting'), state: v.picklist(['open', 'paused', 'closed']), ...seen }),
  v.strictObject({ do: v.literal('writing'), on: v.boolean(), ...seen }),
  /** Whether what people write waits for a moderator. */
  v.strictObject({ do: v.literal('hold'), on: v.boolean(), ...seen }),
  v.strictObject({ do: v.literal('results'), on: v.boolean(), ...seen }),
])
export type StageOpening = v.InferOutput<typeof stageOpening>

/** What a host did, for the others to see. */
export const stageDeed = v.strictObject({
  revision: naturalNumber,
  at: naturalNumber,
  /** Name of the account. */
  by: v.string(),
  part: stagePart,
  /** What was chosen: a scene, `on` or `off`, a state, a number of seconds. */
  choice: v.string(),
})
export type StageDeed = v.InferOutput<typeof stageDeed>

export const screenFacts = v.strictObject({
  number: naturalNumber,
  name: v.string(),
  createdAtMs: naturalNumber,
})

export const stageDesk = v.strictObject({
  version: naturalNumber,
  revision: naturalNumber,
  now: naturalNumber,
  conversation: conversationId,
  topic: v.string(),
  scene: v.picklist(sceneNames),
  letter: v.nullable(groupLetter),
  statement: v.nullable(statementId),
  word: v.string(),
  countdown: v.nullable(v.strictObject({ endsAt: naturalNumber, seconds: naturalNumber })),
  isFrozen: v.boolean(),
  /** How far the growth of the map has been shown, and when it will have been; null while it is not. */
  replay: v.nullable(
    v.strictObject({ step: naturalNumber, of: naturalNumber, speed: replaySpeed, endsAt: naturalNumber }),
  ),
  voting: conversationState,
  writing: v.boolean(),
  /** `always`: the settings say so, and a host cannot change it. */
  hold: v.picklist(['on', 'off', 'always']),
  results: v.boolean(),
  code: v.nullable(joinCode),
  /** Letters of the groups on the screen. */
  letters: v.array(groupLetter),
  people: naturalNumber,
  votes: naturalNumber,
  /** Statements that wait for a moderator. */
  waiting: naturalNumber,
  /** Screens and other onlookers that follow at the moment. */
  watching: naturalNumber,
  /** Null while nobody rehearses. */
  rehearsal: v.nullable(v.strictObject({ people: naturalNumber, of: naturalNumber })),
  /** Newest first. */
  deeds: v.array(stageDeed),
})
export type StageDesk = v.InferOutput<typeof stageDesk>

/** Body of the answer that lists the screens. */
export const screenList = v.strictObject({ screens: v.array(screenFacts) })
/** Body of the answer to a new screen: its link works from now on, and is shown this once. */
export const newScreen = v.strictObject({ number: naturalNumber, path: v.string() })
