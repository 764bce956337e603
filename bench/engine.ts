// What the engine's speed is: ingest, refresh by stage, ratios to the ml-pca + ml-kmeans pipeline and to the floor (one
// plain pass over the packed votes), growth with the number of people, a million people, and `folkmoot analyse` cold.
//
//   npm run bench -- engine [--only ingest,refresh,reference,growth,million,analyse] [--out FILE]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { analyseBatch } from '../analysis/index.ts'
import { writeExport } from './engine/export-files.ts'
import { inRounds, timed, timesOf, type Times } from './engine/rounds.ts'
import { Subject } from './engine/subject.ts'
import { type Shape, type SyntheticLog, syntheticLog } from './synthetic-log.ts'

const SHAPES: readonly Shape[] = ['uniform', 'polarised', 'skewed', 'degenerate']
/** What red-dwarf takes for 50,000 people × 500 statements on a machine of this class. */
const RED_DWARF_SECONDS = 113

interface Row {
  readonly name: string
  readonly times: Times
  readonly [more: string]: unknown
}

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string' }, child: { type: 'boolean' } },
})

const benches: Record<string, () => Row[]> = { ingest, refresh, reference, growth, million, analyse }

if (options.child) process.stdout.write(JSON.stringify(millionInThisProcess()))
else {
  const chosen = options.only?.split(',') ?? Object.keys(benches)
  const unknown = chosen.find((name) => !(name in benches))
  if (unknown)
    throw new RangeError(`There is no part called ${unknown}; there are ${Object.keys(benches).join(', ')}.`)
  const report = { machine: machine(), parts: {} as Record<string, Row[]> }
  process.stdout.write(
    `${report.machine.processor}, Node ${report.machine.node}, commit ${report.machine.commit}\n`,
  )
  for (const name of chosen) {
    report.parts[name] = benches[name]!()
    process.stdout.write(`\n${name}\n${report.parts[name].map(line).join('')}`)
  }
  const out = resolve(options.out ?? 'dist/bench/engine.json')
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, `${JSON.stringify(report, null, 2)}\n`)
}

/** Votes in random order, in one call and in portions as a service takes them, pairs counted. */
function ingest(): Row[] {
  const log = syntheticLog('polarised', 100_000, 500, 28)
  const votes = log.values.length
  const portions = [votes, 10_000, 1_000]
  const name = (portion: number) => `100,000 × 500, ${votes} votes in portions of ${portion}`
  const taken = new Map<string, number[]>(portions.map((portion) => [name(portion), []]))
  for (let round = 0; round < 5; round++) {
    for (const portion of portions) {
      const subject = new Subject(log)
      const applied = timed(() => subject.apply(portion))
      subject.refresh()
      taken.get(name(portion))!.push(applied + subject.stages.get('pair statistics')!)
    }
  }
  return Array.from(taken, ([key, values]) => {
    const times = timesOf(values)
    return { name: key, times, 'votes a second': Math.round((votes / times.median) * 1000) }
  })
}

/** A full refresh by stage, after one changed vote and after a thousand, beside the floor. */
function refresh(): Row[] {
  const rows: Row[] = []
  for (const [people, statements, votesEach] of [
    [2_000, 200, 60],
    [10_000, 500, 28],
    [100_000, 500, 28],
  ] as const) {
    for (const shape of SHAPES) {
      const log = syntheticLog(shape, people, statements, votesEach)
      const subject = filled(log)
      const floor = floorOf(log)
      const stages = new Map<string, number[]>()
      const one = (): void => {
        subject.refresh()
        for (const [stage, time] of subject.stages) stages.set(stage, [...(stages.get(stage) ?? []), time])
      }
      const name = `${people} × ${statements} ${shape}`
      const times = inRounds(
        new Map([
          ['one', one],
          ['many', () => subject.refresh(1000)],
          ['floor', floor],
        ]),
        15,
        8,
      )
      const full = times.get('one')!
      rows.push({
        name,
        times: full,
        'after 1,000 votes': rounded(times.get('many')!.median),
        'times the floor': rounded(full.median / times.get('floor')!.median),
        ...Object.fromEntries(
          Array.from(stages, ([stage, taken]) => [stage, rounded(timesOf(taken).median)]),
        ),
      })
    }
  }
  return rows
}

/** The engine and the reference pipeline on the same votes, in turn. */
function reference(): Row[] {
  return SHAPES.map((shape) => {
    const log = syntheticLog(shape, 2_000, 200, 60)
    const subject = filled(log)
    for (let warm = 0; warm < 60; warm++) subject.refresh()
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < 3; round++) {
      theirs.push(timed(() => analyseBatch(log)))
      for (let again = 0; again < 15; again++) ours.push(timed(() => subject.refresh()))
    }
    const whole = timesOf(Array.from({ length: 5 }, () => timed(() => filled(log).refresh())))
    const times = timesOf(ours)
    const peer = timesOf(theirs)
    return {
      name: `2,000 × 200 ${shape}`,
      times,
      'reference ms': rounded(peer.median),
      ratio: Math.round(peer.median / times.median),
      'ratio with all votes taken in': Math.round(peer.median / whole.median),
    }
  })
}

/** How the time of a refresh grows with the people: the slope of its logarithm. */
function growth(): Row[] {
  const sizes = [10_000, 31_623, 100_000, 316_228, 1_000_000]
  const rows = sizes.map((people) => {
    const subject = filled(syntheticLog('polarised', people, 500, 28))
    const times = inRounds(new Map([['refresh', () => subject.refresh()]]), 5, 3).get('refresh')!
    return { name: `${people} × 500`, people, times }
  })
  const x = rows.map(({ people }) => Math.log(people))
  const y = rows.map(({ times }) => Math.log(times.median))
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const slope =
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0) /
    x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
  return [...rows, { name: 'exponent', times: timesOf([]), exponent: rounded(slope) }]
}

/** In a process of its own, for its memory. */
function million(): Row[] {
  const child = spawnSync(process.execPath, [process.argv[1]!, '--child'], { maxBuffer: 1e8 })
  if (child.status !== 0) throw new Error(child.stderr.toString())
  return [JSON.parse(child.stdout.toString()) as Row]
}

/** A million people × 1,000 statements, 29 million votes, coming a part of the people at a time. */
function millionInThisProcess(): Row {
  const PARTS = 20
  const people = 1_000_000 / PARTS
  let subject: Subject | undefined
  let votes = 0
  let applied = 0
  for (let part = 0; part < PARTS; part++) {
    const log = syntheticLog('polarised', people, 1_000, 29, part + 1, part * people)
    subject ??= new Subject(log)
    votes += log.values.length
    applied += timed(() => subject!.take(log))
  }
  const first = timed(() => subject!.refresh())
  const counting = subject!.stages.get('pair statistics')!
  const times = inRounds(new Map([['refresh', () => subject!.refresh()]]), 5, 1).get('refresh')!
  return {
    name: `1,000,000 × 1,000, ${votes} votes`,
    times,
    'first refresh ms': rounded(first),
    'of that pairs': rounded(counting),
    ...Object.fromEntries(Array.from(subject!.stages, ([stage, time]) => [stage, rounded(time)])),
    'votes a second': Math.round((votes / (applied + counting)) * 1000),
    'resident MB': Math.round(process.memoryUsage.rss() / 2 ** 20),
  }
}

/** The command line, cold, on a CSV export of 50,000 people. */
function analyse(): Row[] {
  const command = resolve('dist/server/folkmoot.js')
  if (!existsSync(command)) throw new Error('Build the service first: npm run build.')
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-bench-'))
  try {
    const log = syntheticLog('polarised', 50_000, 500, 30)
    writeExport(folder, log, 500)
    const once = (): void => {
      const run = spawnSync(process.execPath, [command, 'analyse', folder, '--json'], { maxBuffer: 1e9 })
      if (run.status !== 0) throw new Error(run.stderr.toString())
    }
    const times = inRounds(new Map([['analyse', once]]), 5, 1).get('analyse')!
    const ratio = rounded((RED_DWARF_SECONDS * 1000) / times.median)
    return [{ name: `50,000 × 500, ${log.values.length} votes, cold`, times, 'times red-dwarf': ratio }]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function filled(log: SyntheticLog): Subject {
  const subject = new Subject(log)
  subject.apply()
  return subject
}

/** One plain pass that adds up the packed votes. */
function floorOf(log: SyntheticLog): () => void {
  const packed = Uint16Array.from(log.values, (value, event) => log.statements[event]! * 4 + value + 1)
  let sum = 0
  return () => {
    for (let at = 0; at < packed.length; at++) sum += packed[at]!
    if (sum < 0) throw new Error('The sum cannot be negative.')
  }
}

function line({ name, times, ...more }: Row): string {
  const spread =
    times.rounds > 0 ? `${rounded(times.median)} ms (${rounded(times.low)} to ${rounded(times.high)})` : ''
  const rest = Object.entries(more).map(([key, value]) => `${key} ${value}`)
  return `  ${[name, spread, ...rest].filter((part) => part !== '').join(' · ')}\n`
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

function machine(): { processor: string; cores: number; node: string; commit: string } {
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD']).stdout.toString().trim()
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.versions.node,
    commit,
  }
}
