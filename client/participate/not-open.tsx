import type { ConversationState } from '../../server/protocol/conversation.ts'
import { conversation } from '../conversation/state.ts'
import { boot, say, sayDate } from '../page/boot.ts'

const headings = {
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
      <h2>{say(headings[state])}</h2>
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
