// What a group stands for, and what all of them agree on, in sentences with the number of people behind each.
import type { Components, OpinionGroup, Snapshot } from '../../server/protocol/snapshot.ts'
import { say } from '../page/boot.ts'
import { Marker } from './marker.tsx'
import { chosenGroup, components } from './own-place.ts'
import { VoteBars } from './vote-bars.tsx'

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
  /** Given, each statement is followed by how every group voted on it. */
  readonly components?: Components | undefined
}

/** Statements under "Most agree that" and "Most disagree that"; those whose text is not known are left out. */
function Stances({ stances, texts, lead, components }: StancesProps) {
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
                    <span class="stance-text written" dir="auto">
                      {texts.get(statement)}
                    </span>{' '}
                    <span class="stance-count">{say('shareOf', { inFavour, votes })}</span>
                    {components && <VoteBars statement={statement} components={components} />}
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

/** Portraits of all groups, or of the chosen one with the votes of every group beside each other. */
export function GroupPortraits({ snapshot, texts }: StandsForProps) {
  const lead = { agree: say('mostAgree'), disagree: say('mostDisagree') }
  const { groups } = snapshot
  const chosen = groups.find(({ letter }) => letter === chosenGroup.value)
  return (
    <section class="portraits" aria-labelledby="portraits-heading">
      <h3 id="portraits-heading">{say('groupStandsFor')}</h3>
      {groups.length > 1 && <Chooser groups={groups} chosen={chosen?.letter} />}
      <div class="portraits-list">
        {groups.map((group, index) =>
          chosen && chosen !== group ? null : (
            <article class="portrait" key={group.letter}>
              <h4>
                <Marker group={index} />
                <span>{say('groupName', { letter: group.letter })}</span>
                <span class="portrait-people">{say('groupPeople', { count: group.people })}</span>
              </h4>
              {group.representative.length > 0 ? (
                <Stances
                  stances={group.representative}
                  texts={texts}
                  lead={lead}
                  components={chosen ? components.value : undefined}
                />
              ) : (
                <p class="quiet">{say('groupNothing')}</p>
              )}
            </article>
          ),
        )}
      </div>
    </section>
  )
}

function Chooser({ groups, chosen }: { groups: readonly OpinionGroup[]; chosen: string | undefined }) {
  return (
    <div class="chooser" role="group" aria-label={say('chooserLabel')}>
      <button
        type="button"
        aria-pressed={chosen === undefined}
        onClick={() => (chosenGroup.value = undefined)}
      >
        {say('chooserAll')}
      </button>
      {groups.map(({ letter }, index) => (
        <button
          key={letter}
          type="button"
          aria-pressed={chosen === letter}
          aria-label={say('groupName', { letter })}
          onClick={() => (chosenGroup.value = letter)}
        >
          <Marker group={index} /> {letter}
        </button>
      ))}
    </div>
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
