import type { ConversationState } from '../../server/protocol/conversation.ts'
import { conversation } from '../conversation/state.ts'
import { boot, say, sayDate } from '../page/boot.ts'
import { tooLate } from './ballot-state.ts'

/** What nobody may vote at the moment is said with. */
export const headings = {
  closed: 'votingClosed',
  paused: 'votingPaused',
  upcoming: 'votingUpcoming',
} as const satisfies Record<Exclude<ConversationState, 'open'>, string>

/** Why nobody may vote at the moment, and what happens next. */
export function NotOpen() {
  const shown = conversation.value
  if (!shown || shown.state === 'open') return null
  const { state, opensOn } = shown
  return (
    <section class="ballot ballot-ending">
      <h2 tabindex={-1}>{say(headings[state])}</h2>
      <div role="alert">
        {tooLate.value > 0 && (
          <p class="notice notice-trouble">{say('votesTooLate', { count: tooLate.value })}</p>
        )}
      </div>
      {state === 'closed' && <p>{say('votingClosedMore')}</p>}
      {state === 'paused' && <p>{say('votingPausedMore')}</p>}
      {state === 'upcoming' && (
        <p>
          {opensOn === null
            ? say('votingUpcomingMore')
            : say('votingUpcomingOn', { day: sayDate(Date.parse(`${opensOn}T12:00:00Z`)) })}
        </p>
      )}
      {state === 'closed' && boot.purpose && (
        <p dir="auto" lang={boot.purpose.language}>
          {boot.purpose.next}
        </p>
      )}
    </section>
  )
}
