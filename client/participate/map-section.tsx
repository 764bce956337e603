// The place of the map on the page: before it opens, how many people it takes; then the map, whose code is loaded when
// it is first needed.
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { conversation, counts, snapshot } from '../conversation/state.ts'
import { whyHidden } from '../../server/protocol/results.ts'
import { say, sayError } from '../page/boot.ts'
import { ownVotes } from './ballot-state.ts'

const MapAndMeaning = signal<ComponentType | undefined>(undefined)
const hasFailed = signal(false)

async function loadMap(): Promise<void> {
  hasFailed.value = false
  try {
    const module = await import('../map/map-and-meaning.tsx')
    MapAndMeaning.value = module.MapAndMeaning
  } catch {
    hasFailed.value = true
  }
}

export function MapSection() {
  const shown = conversation.value
  const hidden = shown && whyHidden(shown.results, shown.state === 'closed', ownVotes.value.size)
  const map = hidden === null ? snapshot.value : null
  const isThere = map?.state === 'groups'
  useEffect(() => {
    if (isThere) void loadMap()
  }, [isThere])
  const Loaded = MapAndMeaning.value
  return (
    <section class="map-section" aria-labelledby="map-heading">
      <h2 id="map-heading">{say('mapHeading')}</h2>
      {isThere && <p class="lead">{say('mapIntroduction')}</p>}
      {map && !isThere && <Waiting opensAt={map.opensAt} />}
      {isThere && !Loaded && !hasFailed.value && <p class="quiet">{say('mapLoading')}</p>}
      {isThere && !Loaded && hasFailed.value && (
        <p>
          {say('mapFailed')}{' '}
          <button type="button" class="button button-quiet" onClick={() => void loadMap()}>
            {say('tryAgain')}
          </button>
        </p>
      )}
      {isThere && Loaded && <Loaded />}
      {hidden && <p class="lead">{sayError(hidden)}</p>}
      {!map && !hidden && <p class="quiet">{say('mapLoading')}</p>}
    </section>
  )
}

/** One place for each person that the map needs, filled by those who are here. */
function Waiting({ opensAt }: { opensAt: number }) {
  const now = Math.min(counts.value.participants, opensAt)
  return (
    <div class="map-waiting">
      <p class="map-waiting-seats" aria-hidden="true">
        {opensAt <= 30 &&
          Array.from({ length: opensAt }, (_, i) => <span key={i} data-taken={i < now || undefined} />)}
      </p>
      <p class="lead">{say('mapOpens', { count: opensAt, now: counts.value.participants })}</p>
      <p class="quiet">{say('mapOpensMore')}</p>
    </div>
  )
}
