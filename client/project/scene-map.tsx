// The scenes about the map: the whole of it, and the portrait of one group.
import type { RoomMap as Sight, StageFrame } from '../../server/protocol/stage.ts'
import { Marker } from '../map/marker.tsx'
import { sayShare } from '../page/boot.ts'
import { RoomMap } from './room-map.tsx'
import { say } from './say.ts'
import { Stances } from './stances.tsx'

/** Up to so many groups, two statements of each have room beside the map. */
const ROOMY = 2
const SMALL = 0.05

export function MapScene({ shown, texts }: { shown: StageFrame; texts: ReadonlyMap<number, string> }) {
  const { map } = shown
  if (map === null) return <Nothing shown={shown} />
  return (
    <section class="hall-map" aria-labelledby="scene-heading">
      <h2 id="scene-heading" class="visually-hidden">
        {say('mapHeading')}
      </h2>
      <RoomMap
        map={map}
        label={say('mapPicture', { count: map.groups.length })}
        steadyMs={shown.replay?.stepMs}
      />
      <div class={`hall-legend hall-legend-${Math.min(6, map.groups.length)}`}>
        {map.groups.map(({ letter, share, representative }, group) => (
          <section key={letter} aria-label={say('groupName', { letter })}>
            <GroupName letter={letter} share={share} group={group} />
            <Stances stances={representative} texts={texts} most={map.groups.length <= ROOMY ? 2 : 1} />
          </section>
        ))}
        <Others map={map} />
      </div>
    </section>
  )
}

export function PortraitScene({ shown, texts }: { shown: StageFrame; texts: ReadonlyMap<number, string> }) {
  const { map, letter } = shown
  if (map === null) return <Nothing shown={shown} />
  const chosen = Math.max(
    0,
    map.groups.findIndex((group) => group.letter === letter),
  )
  const group = map.groups[chosen]
  if (group === undefined) return <Nothing shown={shown} />
  return (
    <section class="hall-portrait" aria-labelledby="scene-heading">
      <div class="hall-column">
        <h2 id="scene-heading">
          <Marker group={chosen} /> {say('portraitHeading', { letter: group.letter })}
        </h2>
        <p class="hall-lead">{sayPart(group.share)}</p>
        {group.representative.length === 0 ? (
          <p>{say('portraitNothing')}</p>
        ) : (
          <Stances stances={group.representative} texts={texts} most={4} />
        )}
      </div>
      <RoomMap map={map} chosen={chosen} label={say('mapPicture', { count: map.groups.length })} />
    </section>
  )
}

/** Why there is no map. */
export function Nothing({ shown }: { shown: StageFrame }) {
  return (
    <p class="hall-waiting">
      {shown.results === 'hidden' ? say('mapHidden') : say('mapWaiting', { count: shown.opensAt })}
    </p>
  )
}

function GroupName({ letter, share, group }: { letter: string; share: number; group: number }) {
  return (
    <h3>
      <Marker group={group} />
      <span>{letter}</span>
      <span class="hall-share">{sayPart(share)}</span>
    </h3>
  )
}

function Others({ map }: { map: Sight }) {
  return (
    <p class="hall-others">
      {map.isDistinct === false && `${say('noDistinctGroups')} `}
      {map.others > 0 && say('others', { share: sayShare(map.others) })}
    </p>
  )
}

function sayPart(share: number): string {
  return share > 0
    ? say('groupShare', { share: sayShare(share) })
    : say('groupSmall', { share: sayShare(SMALL) })
}
