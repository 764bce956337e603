// The facts of the picture as a table, for everyone who reads rather than looks.
import type { OpinionGroup, Snapshot } from '../../server/protocol/snapshot.ts'
import { say, sayNumber, sayShare } from '../page/boot.ts'
import { Marker } from './marker.tsx'
import { nearestGroup } from '../../server/protocol/own-position.ts'

interface MapTableProps {
  readonly snapshot: Snapshot
  /** The group that the reader is nearest to. */
  readonly ownGroup: OpinionGroup | undefined
}

/** One row for each group: people, share, number of marks, the group that is nearest, and whether the reader is here. */
export function MapTable({ snapshot, ownGroup }: MapTableProps) {
  const { groups, buckets, grouped } = snapshot
  return (
    <details class="map-table">
      <summary>{say('tableHeading')}</summary>
      <div class="table-scroll" role="region" aria-label={say('tableHeading')} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('tableGroup')}</th>
              <th scope="col">{say('tablePeople')}</th>
              <th scope="col">{say('tableShare')}</th>
              <th scope="col">{say('tableMarks')}</th>
              <th scope="col">{say('tableNearest')}</th>
              <th scope="col">{say('tableYou')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group, index) => {
              const others = groups.filter((other) => other !== group)
              return (
                <tr key={group.letter}>
                  <th scope="row">
                    <Marker group={index} /> {group.letter}
                  </th>
                  <td>{sayNumber(group.people)}</td>
                  <td>{sayShare(grouped > 0 ? group.people / grouped : 0)}</td>
                  <td>{sayNumber(buckets.filter((bucket) => bucket.group === index).length)}</td>
                  <td>{others[nearestGroup(group.centre, others)]?.letter ?? '–'}</td>
                  <td>{group === ownGroup ? say('youAreHere') : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
