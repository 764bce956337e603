// The map on the page to take part: picture, caption, table, what each group stands for and what all agree on. Loaded
// when there is a map to show.
import { counts, snapshot, statements } from '../conversation/state.ts'
import { say, sayShare } from '../page/boot.ts'
import { sayFreshness } from './freshness.ts'
import { HowSure } from './how-sure.tsx'
import { MapTable } from './map-table.tsx'
import { OpinionMap } from './opinion-map.tsx'
import { chosenGroup, ownPlace, ownStanding } from './own-place.ts'
import { Standing } from './standing.tsx'
import { Consensus, GroupPortraits } from './stands-for.tsx'

/** Everything about the current map; nothing while there is none. */
export function MapAndMeaning() {
  const map = snapshot.value
  if (!map) return null
  const [first, second] = map.explainedVariance
  return (
    <>
      <Standing />
      <div class="map-and-portraits">
        <div class="map-column">
          <figure class="map-figure">
            <OpinionMap
              snapshot={map}
              own={ownPlace.value}
              label={say('mapPicture', { count: map.groups.length })}
              ownLabel={say('you')}
              chosen={chosenGroup.value}
              onChoose={(letter) => (chosenGroup.value = chosenGroup.value === letter ? undefined : letter)}
            />
            <figcaption>
              <p>
                {say('mapPeople', { count: map.grouped })} {sayFreshness(map, counts.value, Date.now())}
              </p>
              {!ownPlace.value && <p>{say('youNotYet')}</p>}
              <HowSure snapshot={map} />
              <p>{say('mapVariance', { share: sayShare(first + second) })}</p>
            </figcaption>
          </figure>
          <MapTable snapshot={map} ownGroup={ownStanding.value?.nearest} />
        </div>
        <GroupPortraits snapshot={map} texts={statements.value} />
      </div>
      <Consensus snapshot={map} texts={statements.value} />
    </>
  )
}
