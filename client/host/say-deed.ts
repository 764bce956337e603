// Scenes and what hosts did, in words.
import type { SceneName } from '../../server/protocol/stage.ts'
import type { StageDeed } from '../../server/protocol/stage-desk.ts'
import { say } from './say.ts'

const scenes = {
  join: 'sceneJoin',
  map: 'sceneMap',
  portrait: 'scenePortrait',
  consensus: 'sceneConsensus',
  statement: 'sceneStatement',
  word: 'sceneWord',
  countdown: 'sceneCountdown',
} as const satisfies Record<SceneName, string>

/** Words for a part and what was chosen of it. */
const deeds = {
  word: { on: 'deedWordOn', off: 'deedWordOff' },
  freeze: { on: 'deedFreezeOn', off: 'deedFreezeOff' },
  replay: { on: 'deedReplayOn', off: 'deedReplayOff', fast: 'deedReplayFast' },
  writing: { on: 'deedWritingOn', off: 'deedWritingOff' },
  hold: { on: 'deedHoldOn', off: 'deedHoldOff' },
  results: { on: 'deedResultsOn', off: 'deedResultsOff' },
} as const
const votingDeeds = {
  open: 'deedVotingOpen',
  paused: 'deedVotingPaused',
  closed: 'deedVotingClosed',
} as const

export function sayScene(scene: SceneName): string {
  return say(scenes[scene])
}

/** "4:05". */
export function sayDuration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${`${whole % 60}`.padStart(2, '0')}`
}

/** The choices are those that the stage writes. */
export function sayDeed({ part, choice }: StageDeed): string {
  if (part === 'scene') return say('deedScene', { scene: sayScene(choice as SceneName) })
  if (part === 'voting') return say(votingDeeds[choice as keyof typeof votingDeeds])
  if (part === 'replay') return say(deeds.replay[choice as keyof typeof deeds.replay])
  if (part !== 'countdown') return say(deeds[part][choice as 'on' | 'off'])
  return choice === 'off'
    ? say('deedCountdownOff')
    : say('deedCountdown', { time: sayDuration(Number(choice)) })
}
