// How each group voted on one statement: bars, with the same in numbers beside them.
import type { Components } from '../../server/protocol/snapshot.ts'
import { say, sayShare } from '../page/boot.ts'
import { Marker } from './marker.tsx'

/** One line for each group; a group of which fewer than five voted on the statement says so and has no bar. */
export function VoteBars({ statement, components }: { statement: number; components: Components }) {
  const index = components.statements.indexOf(statement)
  if (index < 0) return null
  return (
    <ul class="vote-bars">
      {components.groups.map(({ letter, agrees, disagrees, votes }, group) => {
        const people = votes[index] ?? 0
        const agree = (agrees[index] ?? 0) / Math.max(1, people)
        const disagree = (disagrees[index] ?? 0) / Math.max(1, people)
        return (
          <li key={letter}>
            <span class="vote-bars-group">
              <Marker group={group} /> {letter}
            </span>
            {people === 0 ? (
              <span class="vote-bars-count">{say('barsTooFew')}</span>
            ) : (
              <>
                <svg
                  class="vote-bar"
                  viewBox="0 0 100 8"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <rect class="vote-bar-pass" width="100" height="8" />
                  <rect class="vote-bar-agree" width={100 * agree} height="8" />
                  <rect
                    class="vote-bar-disagree"
                    x={100 * (1 - disagree)}
                    width={100 * disagree}
                    height="8"
                  />
                </svg>
                <span class="vote-bars-count">
                  {say('barsShares', { agree: sayShare(agree), disagree: sayShare(disagree), count: people })}
                </span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
