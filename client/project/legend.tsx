// What each group stands for, beside the map in a hall: as many statements as there is room for, so that nothing
// scrolls and nothing is too small to read from the last row.
import type { RepresentativeStatement, Snapshot } from '../../server/protocol/snapshot.ts'
import { Marker } from '../map/marker.tsx'
import { say } from '../page/boot.ts'

/** Up to this many groups, a statement has a line of its own for how many said so; with more it shares the first line. */
const ROOMY = 3

/** What each group stands for: two statements each for one or two groups, one each for more. */
export function Legend({ snapshot, texts }: { snapshot: Snapshot; texts: ReadonlyMap<number, string> }) {
  const { groups } = snapshot
  const room = groups.length <= 2 ? 2 : 1
  return (
    <div class={`legend legend-${Math.min(6, groups.length)}`}>
      <h2 class="visually-hidden">{say('groupStandsFor')}</h2>
      {groups.map(({ letter, people, representative }, group) => (
        <section key={letter} aria-label={say('groupName', { letter })}>
          <h3>
            <Marker group={group} />
            <span>{letter}</span>
            <span class="legend-people">{say('groupPeople', { count: people })}</span>
          </h3>
          {representative
            .filter(({ statement }) => texts.has(statement))
            .slice(0, room)
            .map((stance) => (
              <Stance key={stance.statement} stance={stance} texts={texts} isRoomy={groups.length <= ROOMY} />
            ))}
        </section>
      ))}
    </div>
  )
}

interface StanceProps {
  readonly stance: RepresentativeStatement
  readonly texts: ReadonlyMap<number, string>
  readonly isRoomy: boolean
}

function Stance({ stance, texts, isRoomy }: StanceProps) {
  const { statement, direction, inFavour, votes } = stance
  const lead = direction === 'agree' ? say('mostAgree') : say('mostDisagree')
  const count = say('shareOf', { inFavour, votes })
  if (!isRoomy) {
    return (
      <p class="legend-sentence">
        <span class="legend-lead">
          {lead} ({count})
        </span>{' '}
        <bdi>{texts.get(statement)}</bdi>
      </p>
    )
  }
  return (
    <div class="legend-stance">
      <p class="legend-lead legend-line">
        {lead} <span class="legend-count">{count}</span>
      </p>
      <p class="legend-text" dir="auto">
        {texts.get(statement)}
      </p>
    </div>
  )
}
