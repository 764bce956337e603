// What the hosts have chosen, as it is stored, and what each direction makes of it.
import * as v from 'valibot'
import { sceneNames } from '../protocol/stage.ts'
import {
  type StageDeed,
  stageDeed,
  type StageDirection,
  type StageOpening,
  type StagePart,
} from '../protocol/stage-desk.ts'
import { groupLetter, naturalNumber, statementId } from '../protocol/values.ts'

const DEEDS_KEPT = 30

const stageState = v.object({
  scene: v.optional(v.picklist(sceneNames), 'join'),
  letter: v.optional(v.nullable(groupLetter), null),
  statement: v.optional(v.nullable(statementId), null),
  word: v.optional(v.string(), ''),
  countdown: v.optional(v.nullable(v.object({ endsAt: naturalNumber, seconds: naturalNumber })), null),
  isFrozen: v.optional(v.boolean(), false),
  /** Who could write before a host closed writing. */
  writersBefore: v.optional(v.nullable(v.picklist(['anyone', 'approval'])), null),
  /** Whether it is a host who lets statements wait, and not the settings. */
  isHeldByHost: v.optional(v.boolean(), false),
  /** Newest first. */
  deeds: v.optional(v.array(stageDeed), []),
})
export type StageState = Readonly<v.InferOutput<typeof stageState>>

/** The choices as they were stored; all defaults where there are none, or where they were written in another way. */
export function readStageState(stored: unknown): StageState {
  const parsed = v.safeParse(stageState, stored ?? {})
  return parsed.success ? parsed.output : v.parse(stageState, {})
}

/** The choices after a direction. */
export function directed(state: StageState, direction: StageDirection, nowMs: number): StageState {
  switch (direction.do) {
    case 'scene': {
      const { scene, letter = state.letter, statement = state.statement } = direction
      return { ...state, scene, letter, statement }
    }
    case 'word':
      return { ...state, word: direction.text, scene: direction.text === '' ? state.scene : 'word' }
    case 'countdown': {
      const { seconds } = direction
      if (seconds === null) return { ...state, countdown: null }
      return { ...state, countdown: { endsAt: nowMs + seconds * 1000, seconds }, scene: 'countdown' }
    }
    case 'freeze':
      return { ...state, isFrozen: direction.on }
    case 'replay':
      return { ...state, scene: direction.on ? 'map' : state.scene }
  }
}

/** Which part a direction changes, and what was chosen, in one word. */
export function deedOf(direction: StageDirection | StageOpening): Pick<StageDeed, 'part' | 'choice'> {
  switch (direction.do) {
    case 'scene':
      return { part: 'scene', choice: direction.scene }
    case 'word':
      return { part: 'word', choice: direction.text === '' ? 'off' : 'on' }
    case 'countdown':
      return { part: 'countdown', choice: direction.seconds === null ? 'off' : `${direction.seconds}` }
    case 'voting':
      return { part: 'voting', choice: direction.state }
    case 'replay':
      if (direction.on && direction.speed > 1) return { part: 'replay', choice: 'fast' }
      return { part: 'replay', choice: direction.on ? 'on' : 'off' }
    default:
      return { part: direction.do, choice: direction.on ? 'on' : 'off' }
  }
}

/** The choices with one more deed. */
export function noted(state: StageState, deed: StageDeed): StageState {
  return { ...state, deeds: [deed, ...state.deeds].slice(0, DEEDS_KEPT) }
}

/** The deed by which somebody has changed this part since the revision that a host saw; null where nobody has. */
export function changedSince(state: StageState, part: StagePart, seen: number): StageDeed | null {
  return state.deeds.find((deed) => deed.part === part && deed.revision > seen) ?? null
}
