// What a host opens and closes for the people in the hall: voting, writing, and the results. All of it is kept where the
// settings page keeps it, so that there is one truth.
import { changeSettings, type SettingChanges } from '../conversation/change-settings.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { whyResultsHidden } from '../conversation/results-visibility.ts'
import { takeOver } from '../facilitate/describe-for-staff.ts'
import { inTurn } from '../facilitate/in-turn.ts'
import { changeState, type LifecycleRefusal } from '../facilitate/lifecycle.ts'
import type { StageDesk, StageOpening } from '../protocol/stage-desk.ts'
import type { Store } from '../store/store.ts'
import type { StageState } from './stage-state.ts'

/** Whether a screen that staff have let in may show the results: it does not vote, so that rule cannot hold it back. */
export function mayShowResults(conversation: LiveConversation): boolean {
  const refusal = whyResultsHidden(conversation, null)
  return refusal === null || refusal === 'results-after-voting'
}

/** What is open, as the desk shows it. */
export function openingsOf(
  conversation: LiveConversation,
  state: StageState,
): Pick<StageDesk, 'voting' | 'writing' | 'hold' | 'results'> {
  const { whoWrites } = conversation.settings
  const writers = whoWrites === 'staff' ? state.writersBefore : whoWrites
  const isHeld = writers !== 'anyone'
  return {
    voting: conversation.describe().state,
    writing: whoWrites !== 'staff',
    hold: !isHeld ? 'off' : state.isHeldByHost ? 'on' : 'always',
    results: mayShowResults(conversation),
  }
}

/** What became of an opening: the choices of the hosts after it, or why it could not be. */
export type Opened = { readonly state: StageState } | { readonly refusal: LifecycleRefusal }

export async function carryOut(
  opening: StageOpening,
  conversation: LiveConversation,
  state: StageState,
  store: Store,
): Promise<Opened> {
  const { whoWrites, resultsVisible } = conversation.settings
  switch (opening.do) {
    case 'voting': {
      const refusal = await changeState(store, conversation, opening.state, Date.now())
      return refusal === null ? { state } : { refusal }
    }
    case 'writing': {
      if (opening.on === (whoWrites !== 'staff')) return { state }
      const writersBefore = whoWrites === 'staff' ? null : whoWrites
      await change(conversation, store, {
        whoWrites: opening.on ? (state.writersBefore ?? 'approval') : 'staff',
      })
      return { state: { ...state, writersBefore } }
    }
    case 'hold': {
      const { hold } = openingsOf(conversation, state)
      if (hold === 'always' || opening.on === (hold === 'on')) return { state }
      const writers = opening.on ? 'approval' : 'anyone'
      const isHeldByHost = opening.on
      if (whoWrites === 'staff') return { state: { ...state, writersBefore: writers, isHeldByHost } }
      await change(conversation, store, { whoWrites: writers })
      return { state: { ...state, isHeldByHost } }
    }
    case 'results': {
      if (opening.on === mayShowResults(conversation)) return { state }
      const rule = resultsVisible === 'when-revealed' ? {} : { resultsVisible: 'when-revealed' }
      await change(conversation, store, { ...rule, resultsRevealed: opening.on })
      return { state }
    }
  }
}

/** Settings, and parts of the conversation, that an opening may have changed. */
export function changedBy(opening: StageOpening): readonly string[] {
  switch (opening.do) {
    case 'voting':
      return ['state']
    case 'results':
      return ['resultsVisible', 'resultsRevealed']
    default:
      return ['whoWrites']
  }
}

function change(conversation: LiveConversation, store: Store, changes: SettingChanges): Promise<void> {
  return inTurn(conversation.id, async () => {
    const hasVotes = conversation.sequence > 0
    const changed = changeSettings(conversation.stored.settings, changes, { hasVotes })
    if ('problems' in changed) throw new RangeError(changed.problems.map(({ words }) => words.en).join(' '))
    await store.saveSettings(conversation.id, changed.stored)
    // Statements that were held may have been released.
    await takeOver(store, conversation, true)
  })
}
