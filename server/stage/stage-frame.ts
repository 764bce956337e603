// What the screen is told: the choices of the hosts, and of the sight of the hall only what may be shown now. Statements that
// a moderator has taken out since are left out at once.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { whyResultsHidden } from '../conversation/results-visibility.ts'
import { pages } from '../protocol/addresses.ts'
import type { RoomMap, StageFrame } from '../protocol/stage.ts'
import { mayShowResults } from './openings.ts'
import type { RoomSight } from './room-view.ts'
import type { StageState } from './stage-state.ts'

export interface FrameFacts {
  readonly conversation: LiveConversation
  readonly state: StageState
  /** What the hall sees, or saw at this step of a replay. */
  readonly sight: RoomSight | null
  readonly replay: StageFrame['replay']
  readonly code: string | null
  readonly isRehearsal: boolean
  /** Whether it is a screen that staff have let in. */
  readonly isDirected: boolean
  readonly people: number
  readonly votes: number
  readonly version: number
  readonly nowMs: number
}

export function stageFrame(facts: FrameFacts): StageFrame {
  const { conversation, state, sight, isDirected, nowMs } = facts
  const { id, topic, state: openness, isSample } = conversation.describe()
  const isHidden = isDirected ? !mayShowResults(conversation) : whyResultsHidden(conversation, null) !== null
  const isOpenStatement = (statement: number) => textOf(conversation, statement) !== null
  const map = isHidden || sight === null ? null : withStatements(sight.map, isOpenStatement)
  const scene = isDirected ? state.scene : isHidden ? 'join' : 'map'
  const text = state.statement === null ? null : textOf(conversation, state.statement)
  const named = [
    ...(map?.groups.flatMap(({ representative }) => representative) ?? []),
    ...(map?.consensus ?? []),
  ]
  const texts = [...new Set(named.map(({ statement }) => statement))]
  return {
    version: facts.version,
    now: nowMs,
    conversation: { id, topic, state: openness, isSample, isRehearsal: facts.isRehearsal },
    isDirected,
    scene,
    code: facts.code,
    takePart: pages.takePart(id),
    people: facts.people,
    votes: facts.votes,
    opensAt: conversation.settings.opensAt,
    results: isHidden ? 'hidden' : map === null ? 'waiting' : 'shown',
    map,
    isFrozen: isDirected && state.isFrozen,
    replay: facts.replay,
    letter: isDirected ? state.letter : null,
    statement:
      !isDirected || state.statement === null || text === null
        ? null
        : { id: state.statement, text, bars: isHidden ? null : barsOf(sight, state.statement) },
    word: isDirected ? state.word : '',
    countdown: isDirected ? state.countdown : null,
    texts: texts.map((statement) => [statement, textOf(conversation, statement) ?? '']),
  }
}

function withStatements(map: RoomMap, isShown: (statement: number) => boolean): RoomMap {
  const shown = ({ statement }: { readonly statement: number }) => isShown(statement)
  return {
    ...map,
    groups: map.groups.map((group) => ({ ...group, representative: group.representative.filter(shown) })),
    consensus: map.consensus.filter(shown),
  }
}

function barsOf(sight: RoomSight | null, statement: number) {
  const bars = sight?.bars[statement]
  return bars === undefined ? null : [...bars]
}

/** Text of a statement that people may see; null for others. */
function textOf(conversation: LiveConversation, statement: number): string | null {
  const index = conversation.indexOf(statement)
  if (index === undefined || conversation.closed[index] !== 0) return null
  return conversation.statements[index]!.text
}
