// What a host opens and closes for the people in the hall: voting, writing, and the results. All of it is kept where the
// settings page keeps it, so that there is one truth.
import { changeSettings, type SettingChanges } from '../conversation/change-settings.ts'
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { whyResultsHidden } from '../conversation/results-visibility.ts'
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

/** Carries out an opening; the choices of the hosts after it. */
export async function carryOut(
  opening: StageOpening,
  conversation: LiveConversation,
  state: StageState,
  store: Store,
): Promise<StageState> {
  const { whoWrites, resultsVisible } = conversation.settings
  switch (opening.do) {
    case 'voting': {
      const closedAs = opening.state === 'paused' ? opening.state : null
      const change = { isOpen: opening.state === 'open', closedAs, opensOn: null }
      await store.participation.changeConversation(conversation.id, change)
      await takeUp(conversation, store)
      return state
    }
    case 'writing': {
      if (opening.on === (whoWrites !== 'staff')) return state
      const writersBefore = whoWrites === 'staff' ? null : whoWrites
      await change(conversation, store, {
        whoWrites: opening.on ? (state.writersBefore ?? 'approval') : 'staff',
      })
      return { ...state, writersBefore }
    }
    case 'hold': {
      const { hold } = openingsOf(conversation, state)
      if (hold === 'always' || opening.on === (hold === 'on')) return state
      const writers = opening.on ? 'approval' : 'anyone'
      const isHeldByHost = opening.on
      if (whoWrites === 'staff') return { ...state, writersBefore: writers, isHeldByHost }
      await change(conversation, store, { whoWrites: writers })
      return { ...state, isHeldByHost }
    }
    case 'results': {
      if (opening.on === mayShowResults(conversation)) return state
      const isRevealed = { resultsVisible: 'when-revealed', resultsRevealed: opening.on } as const
      const rest = resultsVisible === 'when-revealed' ? { resultsRevealed: opening.on } : isRevealed
      await change(conversation, store, rest)
      return state
    }
  }
}

async function change(conversation: LiveConversation, store: Store, changes: SettingChanges): Promise<void> {
  const changed = changeSettings(conversation.stored.settings, changes)
  if ('problems' in changed) throw new RangeError(changed.problems.join(' '))
  await store.saveSettings(conversation.id, changed.stored)
  // Statements that waited may have been released.
  await takeUp(conversation, store, 'whoWrites' in changes)
}

async function takeUp(conversation: LiveConversation, store: Store, withStatements = false): Promise<void> {
  const stored = await store.conversation(conversation.id)
  if (stored === null) return
  conversation.adopt(stored, withStatements ? await store.statements(conversation.id) : undefined)
}
