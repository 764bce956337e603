import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ListedConversation } from '../../server/protocol/facilitate/conversation.ts'
import { sayTime } from '../page/boot.ts'
import { newsState } from '../staff/staff-socket.ts'
import { conversation, followConversation, loadConversation, loadingTrouble } from './conversation.ts'
import { ConversationNavigation } from '../staff/conversation-navigation.tsx'
import { say } from './say.ts'

/** What is the same on every page of one conversation: its topic, its state, the way to its other pages. */
export function ConversationFrame({ id, children }: { id: string; children: ComponentChildren }) {
  useEffect(() => followConversation(id), [id])
  const shown = conversation.value
  const trouble = loadingTrouble.value
  return (
    <div class="wide facilitate">
      <header class="facilitate-head">
        <p class="tags">
          {shown && <StateTag conversation={shown} />}
          {shown?.isSample && <span class="tag tag-sample">{say('sample')}</span>}
        </p>
        <h1 class="written" dir="auto">
          {shown?.topic ?? say('loading')}
        </h1>
        <ConversationNavigation id={id} />
      </header>
      {trouble && (
        <p class="notice notice-trouble" role="alert">
          {trouble.message}{' '}
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => void loadConversation(id)}
          >
            {say('tryAgain')}
          </button>
        </p>
      )}
      {newsState.value === 'lost' && <p class="notice">{say('newsLost')}</p>}
      {shown?.deletesAtMs != null && (
        <p class="notice notice-trouble">
          {say('deletesOn', { time: sayTime(shown.deletesAtMs, Date.now()) })}
        </p>
      )}
      {shown?.believesNames && <p class="notice notice-trouble">{say('believesNames')}</p>}
      {shown && children}
    </div>
  )
}

/** Where a conversation stands, as a small mark. */
export function StateTag({
  conversation: { state, archivedAtMs, deletesAtMs },
}: {
  conversation: Pick<ListedConversation, 'state' | 'archivedAtMs' | 'deletesAtMs'>
}) {
  if (deletesAtMs !== null) return <span class="tag tag-trouble">{say('stateDeleted')}</span>
  if (archivedAtMs !== null) return <span class="tag">{say('stateArchived')}</span>
  if (state === 'open') return <span class="tag tag-open">{say('stateOpen')}</span>
  if (state === 'paused') return <span class="tag">{say('statePaused')}</span>
  return <span class="tag">{state === 'upcoming' ? say('stateUpcoming') : say('stateClosed')}</span>
}
