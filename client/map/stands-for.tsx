// What a group stands for, and what all of them agree on, in sentences with the number of people behind each.
import type { Snapshot } from '../../server/protocol/snapshot.ts'
import { say } from '../page/boot.ts'
import { Marker } from './marker.tsx'

interface Stance {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  readonly inFavour: number
  readonly votes: number
}

interface StancesProps {
  readonly stances: readonly Stance[]
  readonly texts: ReadonlyMap<number, string>
  /** The beginnings of the two sentences. */
  readonly lead: Readonly<Record<Stance['direction'], string>>
}

/** Statements under "Most agree that" and "Most disagree that"; those whose text is not known are left out. */
function Stances({ stances, texts, lead }: StancesProps) {
  return (
    <>
      {(['agree', 'disagree'] as const).map((direction) => {
        const shown = stances.filter(
          (stance) => stance.direction === direction && texts.has(stance.statement),
        )
        return (
          shown.length > 0 && (
            <div class="stances" key={direction}>
              <p class="stances-lead">{lead[direction]}</p>
              <ul>
                {shown.map(({ statement, inFavour, votes }) => (
                  <li key={statement}>
                    <span class="stance-text" dir="auto">
                      {texts.get(statement)}
                    </span>{' '}
                    <span class="stance-count">{say('shareOf', { inFavour, votes })}</span>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </>
  )
}

interface StandsForProps {
  readonly snapshot: Snapshot
  readonly texts: ReadonlyMap<number, string>
}

/** One portrait for each group. */
export function GroupPortraits({ snapshot, texts }: StandsForProps) {
  const lead = { agree: say('mostAgree'), disagree: say('mostDisagree') }
  return (
    <section class="portraits" aria-labelledby="portraits-heading">
      <h3 id="portraits-heading">{say('groupStandsFor')}</h3>
      <div class="portraits-list">
        {snapshot.groups.map(({ letter, people, representative }, group) => (
          <article class="portrait" key={letter}>
            <h4>
              <Marker group={group} />
              <span>{say('groupName', { letter })}</span>
              <span class="portrait-people">{say('groupPeople', { count: people })}</span>
            </h4>
            {representative.length > 0 ? (
              <Stances stances={representative} texts={texts} lead={lead} />
            ) : (
              <p class="quiet">{say('groupNothing')}</p>
            )}
          </article>
        ))}
      </div>
    </section>
  )
}

/** What people agree or disagree on in every group. */
export function Consensus({ snapshot, texts }: StandsForProps) {
  const lead = { agree: say('everyoneAgrees'), disagree: say('everyoneDisagrees') }
  return (
    <section class="consensus" aria-labelledby="consensus-heading">
      <h3 id="consensus-heading">{say('consensusHeading')}</h3>
      {snapshot.consensus.length > 0 ? (
        <>
          <p>{say('consensusIntroduction')}</p>
          <Stances stances={snapshot.consensus} texts={texts} lead={lead} />
        </>
      ) : (
        <p class="quiet">{say('consensusNothing')}</p>
      )}
    </section>
  )
}
