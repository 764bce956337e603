// What a browser needs to make the published map again from open data: a first line with what was published and what decides
// about it, then a line for each person with their group's letter and their votes. One answer, so all of it is of one moment.
import { mapSettingsOf } from '../conversation/map-settings.ts'
import type { Recomputable } from '../protocol/recompute.ts'
import { canonicalMap, presentationOf } from './canonical-map.ts'
import type { Contents } from './contents.ts'
import type { ExportFile } from './export-file.ts'
import { fillRow, letterOf, UNSEEN } from './voters.ts'

/** Name under which it is asked for. */
export const RECOMPUTE_LINES = 'recompute.lines'

/** Throws a RangeError where no map was published. */
export function recomputeLines(contents: Contents): ExportFile {
  const { data, people } = contents
  const { map } = data
  if (map === null) throw new RangeError('Expected a conversation with a published map.')
  return {
    name: RECOMPUTE_LINES,
    type: 'application/json; charset=utf-8',
    async *pieces() {
      const head: Recomputable = {
        version: map.version,
        sequence: map.sequence,
        logHash: data.logHash,
        people: people.length,
        settings: mapSettingsOf(data.settings),
        statements: data.statements.map(({ id, isMeta }, index) => ({
          id,
          isMeta,
          isOut: data.moderatedOut[index] === 1,
        })),
        snapshot: map.snapshot,
        components: map.components,
        canonical: await canonicalMap(contents),
        presentation: presentationOf(contents),
      }
      yield `${JSON.stringify(head)}\n`
      const row = new Int8Array(data.statements.length)
      for (const participant of people) {
        fillRow(data, participant, row)
        let line = letterOf(data, participant) ?? '-'
        row.forEach((value, index) => {
          if (value !== UNSEEN) line += ` ${index}:${value}`
        })
        yield `${line}\n`
      }
    },
  }
}
