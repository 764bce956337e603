// Makes the published result again from an export, by the same analysis, and says where it is not the same to the last bit.
// The owner's export holds the log itself; open data holds the current votes, and who was grouped.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  canonicalDifferences,
  type CanonicalDifference,
  type CanonicalDocument,
  canonicalDocument,
  compileKernels,
  Engine,
  type OpinionMap,
  present,
  restorePresentationState,
  type StoredPresentationState,
} from '../../analysis/index.ts'
import { wireComponents, wireSnapshot } from '../analysis/wire-snapshot.ts'
import type { Components, Snapshot } from '../protocol/snapshot.ts'
import { readTable } from '../polis/csv-table.ts'
import { decidedBy, type MapSettings } from '../protocol/map-settings.ts'
import { visitParticipants } from '../polis/read-participants.ts'
import { readJson, readMethod, type ExportedMethod } from '../polis/read-method.ts'
import { WORDS_HASH, wordsHash } from './words-hash.ts'
import { readStatementFacts } from '../polis/read-statement-facts.ts'
import { readVoteLog } from '../polis/read-vote-log.ts'
import { RefusedExport } from '../polis/refused-export.ts'
import { ERASED, isVote, PARTICIPANT_ERASED } from '../store/store.ts'

export interface Reproduction {
  readonly method: ExportedMethod
  /** Files whose content is not what method.json says. */
  readonly altered: readonly string[]
  readonly differences: readonly CanonicalDifference[]
  /** Settings that are not those with which the map was made. */
  readonly settings: readonly ChangedSetting[]
  /** Ids of the statements whose words are not those that were exported. */
  readonly words: readonly number[]
  /** Parts of the published documents that came out otherwise. */
  readonly documents: readonly string[]
  readonly map: OpinionMap
}

export interface ChangedSetting {
  readonly name: string
  /** As the map was made, and as method.json says it now. */
  readonly published: unknown
  readonly stated: unknown
}

/** Parts of the published documents that do not follow from the votes: when they were published, and the check of the map. */
const BESIDES = ['publishedAt', 'confidence', 'sequence']

/** Throws a RefusedExport where the export does not hold what is needed. */
export function reproduce(folder: string): Reproduction {
  if (!existsSync(join(folder, 'method.json'))) {
    throw new RefusedExport('method.json', null, (say) => say('noMethod'))
  }
  const method = readMethod(join(folder, 'method.json'), 'method.json')
  if (method.kind === 'results') {
    throw new RefusedExport('method.json', null, (say) => say('onlyFigures'))
  }
  if (method.map === null) throw new RefusedExport('method.json', null, (say) => say('noMap'))
  const read = <T>(name: string) => {
    if (!existsSync(join(folder, name))) throw new RefusedExport(name, null, (say) => say('missing'))
    return readJson(join(folder, name), name) as T // as our own exporter writes it; checked by comparing
  }
  const published = read<CanonicalDocument & { readonly settings?: MapSettings }>('canonical.json')
  const facts = readStatementFacts(join(folder, 'statements.csv'), 'statements.csv')
  const statementIds = [...facts.keys()].sort((a, b) => a - b)
  const indexOf = new Map(statementIds.map((id, index) => [id, index]))
  const engine =
    method.kind === 'everything'
      ? fromLog(folder, indexOf, method.map.sequence)
      : fromParticipants(folder, indexOf)
  statementIds.forEach((id, index) => {
    const { isMeta, isOpen } = facts.get(id)!
    engine.moderate(index, isMeta || !isOpen)
  })
  const map = engine.refresh()
  const presentation = restorePresentationState(read<StoredPresentationState>('presentation.json'))
  const isMeta = Uint8Array.from(statementIds, (id) => Number(facts.get(id)!.isMeta))
  const decided = decidedBy(method.settings)
  const shown = present(map, presentation, { isMeta, ...decided.presentation })
  const wireFacts = {
    version: method.map.version,
    publishedAtMs: 0,
    ...decided.publication,
    statementIds: Uint32Array.from(statementIds),
  }
  const besides = method.kind === 'open-data' ? [...BESIDES, 'counts'] : BESIDES
  return {
    method,
    altered: method.files
      .filter(({ name, sha256 }) => sha256 !== hashOf(folder, name))
      .map(({ name }) => name),
    differences: canonicalDifferences(published, canonicalDocument(map, statementIds)),
    settings: changedSettings(method.settings, published.settings),
    words: changedWords(folder),
    documents: [
      ...differing('snapshot', read<Snapshot>('snapshot.json'), wireSnapshot(shown, wireFacts), besides),
      ...differing(
        'components',
        read<Components>('components.json'),
        wireComponents(shown, wireFacts),
        besides,
      ),
    ],
    map,
  }
}

function fromLog(folder: string, indexOf: ReadonlyMap<number, number>, until: number): Engine {
  const log = readVoteLog(join(folder, 'vote-log.csv'), 'vote-log.csv')
  if (log.values.length < until) {
    const values = { entries: log.values.length, until }
    throw new RefusedExport('vote-log.csv', null, (say) => say('logTooShort', values))
  }
  const ids = Uint32Array.from(
    new Set(log.participants.filter((_, entry) => log.values[entry] !== ERASED)),
  ).sort()
  const numberOf = new Map(Array.from(ids, (id, number) => [id, number]))
  const engine = new Engine({ kernels: compileKernels() })
  let batch: { participants: number[]; statements: number[]; values: number[] } = empty()
  const applyBatch = () => {
    engine.apply(batch)
    batch = empty()
  }
  for (let entry = 0; entry < until; entry++) {
    const value = log.values[entry]!
    if (value === ERASED) {
      applyBatch()
      engine.skip()
      continue
    }
    const participant = numberOf.get(log.participants[entry]!)!
    if (value === PARTICIPANT_ERASED) {
      applyBatch()
      engine.retractAll(participant)
      continue
    }
    const statement = known(indexOf, log.statements[entry]!, 'vote-log.csv', entry + 2)
    if (!isVote(value)) {
      applyBatch()
      engine.retract(participant, statement)
      continue
    }
    batch.participants.push(participant)
    batch.statements.push(statement)
    batch.values.push(value)
    if (batch.values.length === 65_536) applyBatch()
  }
  applyBatch()
  return engine
}

function fromParticipants(folder: string, indexOf: ReadonlyMap<number, number>): Engine {
  const file = 'participant-votes.csv'
  const participants: number[] = []
  const statements: number[] = []
  const values: number[] = []
  const included: number[] = []
  let place = 0
  const isThere = visitParticipants(folder, ({ current, group }) => {
    included.push(group === null ? 0 : 1)
    for (const [statement, value] of current) {
      participants.push(place)
      statements.push(known(indexOf, statement, file, place + 2))
      values.push(value)
    }
    place++
  })
  if (!isThere) throw new RefusedExport(file, null, (say) => say('missing'))
  const engine = new Engine({ ...(included.includes(1) ? { included } : {}), kernels: compileKernels() })
  engine.apply({ participants, statements, values })
  return engine
}

function known(indexOf: ReadonlyMap<number, number>, id: number, file: string, line: number): number {
  const index = indexOf.get(id)
  if (index !== undefined) return index
  const values = { id: String(id), file: 'statements.csv' }
  throw new RefusedExport(file, line, (say) => say('statementUnknown', values))
}

function empty() {
  return { participants: [], statements: [], values: [] }
}

function changedSettings(stated: MapSettings, made: MapSettings | undefined): ChangedSetting[] {
  return Object.entries(made ?? {}).flatMap(([name, published]) => {
    const now = stated[name as keyof MapSettings] // a setting that is not there differs as well
    return now === published ? [] : [{ name, published, stated: now }]
  })
}

/** By the hash of each statement's words beside its other facts, where the export has one. */
function changedWords(folder: string): number[] {
  const facts = readTable(join(folder, 'statements.csv'), 'statements.csv', ['comment-id'])
  const hashAt = facts.columns.get(WORDS_HASH)
  if (hashAt === undefined || !existsSync(join(folder, 'comments.csv'))) return []
  const comments = readTable(join(folder, 'comments.csv'), 'comments.csv', ['comment-id', 'comment-body'])
  const bodyAt = comments.columns.get('comment-body')!
  const words = new Map(
    comments.rows.map((row) => [row.cells[comments.columns.get('comment-id')!]!, row.cells[bodyAt]!]),
  )
  return facts.rows.flatMap(({ cells }) => {
    const id = cells[facts.columns.get('comment-id')!]!
    const body = words.get(id)
    const isWhole =
      body !== undefined && [body, body.replace(/^'/, '')].map(wordsHash).includes(cells[hashAt]!)
    return isWhole ? [] : [Number(id)]
  })
}

function hashOf(folder: string, name: string): string | null {
  const path = join(folder, name)
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
}

/** Names of the parts of a document that are not the same to the last bit. */
function differing(document: string, published: object, again: object, besides: readonly string[]): string[] {
  const before = new Map<string, unknown>(Object.entries(published))
  const after = new Map<string, unknown>(Object.entries(again))
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => !besides.includes(name))
    .filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)))
    .map((name) => `${document}.json: ${name}`)
}
