// What each group stands for, beside the map in a hall: as many statements as there is room for, so that nothing
// scrolls and nothing is too small to read from the last row.
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { Marker } from '../map/marker.tsx'
import { say } from '../page/boot.ts'

/** Statements for each group by number of groups; the style sheet cuts each off after a number of lines that fits. */
const ROOM: Readonly<Record<number, number>> = { 1: 3, 2: 2, 3: 2 }

export function Legend({ snapshot, texts }: { snapshot: Snapshot; texts: ReadonlyMap<number, string> }) {
  const room = ROOM[snapshot.groups.length] ?? 1
  return (
    <div class={`legend legend-${Math.min(6, snapshot.groups.length)}`}>
      <h2 class="visually-hidden">{say('groupStandsFor')}</h2>
      {snapshot.groups.map(({ letter, people, representative }, group) => (
        <section key={letter} aria-label={say('groupName', { letter })}>
          <h3>
            <Marker group={group} />
            <span>{letter}</span>
            <span class="legend-people">{say('groupPeople', { count: people })}</span>
          </h3>
          {representative
            .filter(({ statement }) => texts.has(statement))
            .slice(0, room)
            .map(({ statement, direction, inFavour, votes }) => (
              <div class="legend-stance" key={statement}>
                <p class="legend-lead">
                  {direction === 'agree' ? say('mostAgree') : say('mostDisagree')}{' '}
                  <span class="legend-count">{say('shareOf', { inFavour, votes })}</span>
                </p>
                <p class="legend-text" dir="auto">
                  {texts.get(statement)}
                </p>
              </div>
            ))}
        </section>
      ))}
    </div>
  )
}
