// The canonical map of what an export holds, computed with the same engine as the published one: from the log itself in the
// owner's copy, from the current votes under pseudonyms in open data, where the published map says who was grouped.
import {
  type CanonicalDocument,
  canonicalDocument,
  type OpinionMap,
  compileKernels,
  Engine,
  type EngineSettings,
  type StoredPresentationState,
} from '../../analysis/index.ts'
import { isVote, PARTICIPANT_ERASED, WITHDRAWN } from '../store/store.ts'
import type { Contents } from './contents.ts'
import type { ExportData } from './export-data.ts'
import { fillRow, letterOf, UNSEEN } from './voters.ts'

/** The canonical map of an export with rows for people; null where there is no published map to go with. */
export async function canonicalMap(contents: Contents): Promise<CanonicalDocument | null> {
  const { data } = contents
  if (data.map === null) return null
  return canonicalDocument(
    await opinionMapOf(contents),
    data.statements.map(({ id }) => id),
  )
}

/** The opinion map of an export; participants are its rows in open data, else the numbers of the log. */
export async function opinionMapOf(contents: Contents): Promise<OpinionMap> {
  const { data, kind } = contents
  const engine =
    kind === 'open-data' ? fromRows(contents) : await fromLog(data, data.map?.sequence ?? data.sequence)
  data.moderatedOut.forEach((isOut, statement) => engine.moderate(statement, isOut === 1))
  return engine.refresh()
}

/** What the presentation of the published map remembers, with the people in the order of the export's rows. */
export function presentationOf({ data, kind, people }: Contents): StoredPresentationState | null {
  if (data.map === null) return null
  const stored = JSON.parse(data.map.texts.presentation) as StoredPresentationState // written by the analysis
  if (kind !== 'open-data') return stored
  return { ...stored, letters: people.map((participant) => data.map?.letters[participant] ?? '-').join('') }
}

async function fromLog({ readLog }: ExportData, length: number): Promise<Engine> {
  const engine = new Engine({ kernels: compileKernels() })
  for await (const slice of readLog()) {
    const { participants, statements, values } = slice
    const until = Math.min(slice.length, length - engine.sequence)
    let start = 0
    const applyUpTo = (end: number) => {
      engine.apply({
        participants: participants.subarray(start, end),
        statements: statements.subarray(start, end),
        values: values.subarray(start, end),
      })
    }
    for (let entry = 0; entry < until; entry++) {
      const value = values[entry]!
      if (isVote(value)) continue
      applyUpTo(entry)
      if (value === WITHDRAWN) engine.retract(participants[entry]!, statements[entry]!)
      else if (value === PARTICIPANT_ERASED) engine.retractAll(participants[entry]!)
      else engine.skip()
      start = entry + 1
    }
    applyUpTo(until)
    if (until < slice.length) break
  }
  return engine
}

function fromRows(contents: Contents): Engine {
  const { data, people } = contents
  const engine = new Engine({ ...includedIn(contents), kernels: compileKernels() })
  const row = new Int8Array(data.statements.length)
  people.forEach((participant, place) => {
    fillRow(data, participant, row)
    const statements: number[] = []
    row.forEach((value, statement) => {
      if (value !== UNSEEN) statements.push(statement)
    })
    engine.apply({
      participants: statements.map(() => place),
      statements,
      values: statements.map((statement) => row[statement]!),
    })
  })
  return engine
}

/** Who was grouped; where nobody was there are no groups, and the rule decides as it did. */
function includedIn({ data, people }: Contents): EngineSettings {
  const included = people.map((participant) => Number(letterOf(data, participant) !== null))
  return included.includes(1) ? { included } : {}
}
