import type { StaffSession } from '../../server/protocol/staff/me.ts'
import { sayDate, sayTime } from '../page/boot.ts'
import { say } from './say.ts'

interface SessionListProps {
  readonly sessions: readonly StaffSession[]
  readonly onEnd: (session: StaffSession) => void
}

/** Where somebody is signed in, with a button to end each session but the one that looks. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const now = Date.now()
  return (
    <ul class="session-list">
      {sessions.map((session) => {
        const device = session.device === '' ? say('sessionUnknown') : session.device
        const time = sayTime(session.seenAtMs, now)
        return (
          <li key={session.id}>
            <span>
              {device} {session.isThis && <span class="tag">{say('sessionThis')}</span>}
              <br />
              <span class="field-note">
                {say('sessionSeen', { time, date: sayDate(session.createdAtMs) })}
              </span>
            </span>
            {!session.isThis && (
              <button
                type="button"
                class="button button-quiet button-small"
                aria-label={say('sessionEndLabel', { device, time })}
                onClick={() => onEnd(session)}
              >
                {say('sessionEnd')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
