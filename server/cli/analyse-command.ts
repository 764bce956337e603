// `folkmoot analyse PATH|ID`: the opinion map of an export or of a conversation in the database, as words or as JSON.
import { existsSync } from 'node:fs'
import { analyseBatch, compileKernels, Engine, mapStatistics, type OpinionMap } from '../../analysis/index.ts'
import { readExport } from '../polis/read-export.ts'
import { analysisDocument } from './analysis-document.ts'
import { analysisInput, readConversation, type AnalysisInput } from './analysis-input.ts'
import { analysisSummary } from './analysis-summary.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'
import { jsonText, writeOut } from './write-out.ts'

/** What `folkmoot analyse --help` prints. */
export const analyseHelp = `folkmoot analyse PATH|ID [--json] [--reference] [--data-dir DIR] [--invert]

Computes the opinion map of a Polis export (PATH, a folder with summary.csv, comments.csv and votes.csv)
or of a conversation in the database (ID), and prints what it says.

  --json          one JSON object instead of words
  --reference     compute with the plain pipeline on ml-pca and ml-kmeans instead of the engine
  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data
  --invert        the export has agree = -1: turn every vote

In the JSON, ids are those of the export; for a conversation of the database participants have the numbers of its log.
Agree is +1, disagree -1, pass 0.
  participants    people with at least one vote
  statements      statements with at least one vote, rejected ones included; statementIds lists them, and means and
                  each of the components are in that order
  votes           current votes: one for each person and statement with a vote
  voteEvents      entries of the log: current votes and those that a later one replaced
  grouped         people who take part in the grouping
  positions       of everybody, whether grouped or not; assignments only of those who are grouped
  consensus       what clearly most people agree (or disagree) on, grouped or not; consensusAcrossGroups what all
                  groups do
  timing          loadMs: reading and checking the input. ingestMs: numbering the votes and handing them to the
                  engine. refreshMs: computing the map and its statistics
`

/** Throws WrongUsage, RefusedInput, RefusedExport, or what the store throws. */
export async function analyseCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'PATH or ID', {
    json: 'boolean',
    reference: 'boolean',
    invert: 'boolean',
    'data-dir': 'string',
  })
  const startedAt = performance.now()
  const path = pathFromCaller(subject)
  const source = existsSync(path)
    ? readExport(path, { invert: options.invert ?? false }).conversation
    : await readConversation(subject, dataFolder(options['data-dir']))
  const loadedAt = performance.now()
  const input = analysisInput(source)
  const refresh = options.reference ? handToReference(input) : handToEngine(input)
  const ingestedAt = performance.now()
  const map = refresh()
  const grouping = map.groupings.find(({ k }) => k === map.k)
  const statistics = mapStatistics(map, grouping, { isMeta: input.isMeta })
  const timing = {
    loadMs: loadedAt - startedAt,
    ingestMs: ingestedAt - loadedAt,
    refreshMs: performance.now() - ingestedAt,
  }
  const analysis = { input, map, grouping, statistics, timing }
  await writeOut(options.json ? jsonText(analysisDocument(analysis)) : [analysisSummary(analysis)])
}

/** Takes the votes in; the answer computes the map. */
function handToEngine({ log, moderatedOut }: AnalysisInput): () => OpinionMap {
  const engine = new Engine({ kernels: compileKernels() })
  engine.apply(log)
  moderatedOut.forEach((isOut, statement) => engine.moderate(statement, isOut === 1))
  return () => engine.refresh()
}

/** The reference takes everything in one go. */
function handToReference({
  log,
  moderatedOut,
  participantIds,
  statementIds,
}: AnalysisInput): () => OpinionMap {
  const dimensions = { participants: participantIds.length, statements: statementIds.length }
  return () => analyseBatch(log, { moderatedOut }, dimensions)
}
