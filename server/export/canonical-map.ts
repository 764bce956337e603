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
export function canonicalMap(contents: Contents): CanonicalDocument | null {
  const { data } = contents
  if (data.map === null) return null
  return canonicalDocument(
    opinionMapOf(contents),
    data.statements.map(({ id }) => id),
  )
}

/** The opinion map of an export; participants are its rows in open data, else the numbers of the log. */
export function opinionMapOf(contents: Contents): OpinionMap {
  const { data, kind } = contents
  const engine =
    kind === 'open-data' ? fromRows(contents) : fromLog(data, data.map?.sequence ?? data.sequence)
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

function fromLog({ log }: ExportData, length: number): Engine {
  const engine = new Engine({ kernels: compileKernels() })
  let start = 0
  const applyUpTo = (end: number) => {
    engine.apply({
      participants: log.participants.subarray(start, end),
      statements: log.statements.subarray(start, end),
      values: log.values.subarray(start, end),
    })
  }
  const until = Math.min(length, log.length)
  for (let entry = 0; entry < until; entry++) {
    const value = log.values[entry]!
    if (isVote(value)) continue
    applyUpTo(entry)
    if (value === WITHDRAWN) engine.retract(log.participants[entry]!, log.statements[entry]!)
    else if (value === PARTICIPANT_ERASED) engine.retractAll(log.participants[entry]!)
    else engine.skip()
    start = entry + 1
  }
  applyUpTo(until)
  return engine
}

function fromRows(contents: Contents): Engine {
  const { data, entries, people } = contents
  const engine = new Engine({ ...includedIn(contents), kernels: compileKernels() })
  const row = new Int8Array(data.statements.length)
  people.forEach((participant, place) => {
    fillRow(data, entries, participant, row)
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
