// `folkmoot statements ID`: the statements of a conversation, those that wait for a decision first, and decisions about them.
// A service that is running takes the decisions up by itself.
import { openStore } from '../store/open.ts'
import type { Store, StoredStatement } from '../store/store.ts'
import { dataFolder, readCommandLine } from './command-line.ts'
import { RefusedInput, WrongUsage } from './failures.ts'

export const statementsHelp = `folkmoot statements ID [--accept NUMBERS] [--reject NUMBERS] [--merge NUMBERS --into NUMBER] [--reason TEXT]
                        [--all] [--reports] [--json] [--data-dir DIR]

Lists the statements that wait for a decision, with their numbers, and decides about statements.
NUMBERS are parted by commas. A running service takes decisions up within two seconds: voters and the map follow.

  --accept NUMBERS  people may vote on these
  --reject NUMBERS  people may not vote on these, and the map leaves them out
  --merge NUMBERS   these say the same as the one given by --into; people vote on that one
  --reason TEXT     why they are rejected, for their authors to read
  --all             lists every statement
  --reports         lists what people have reported
  --json            prints the list as JSON
  --data-dir DIR    where the database is kept; else the environment's DATA_DIR, else ./data
`

const MAXIMUM_REASON = 500

export async function statementsCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'ID', {
    accept: 'string',
    reject: 'string',
    merge: 'string',
    into: 'string',
    reason: 'string',
    all: 'boolean',
    reports: 'boolean',
    json: 'boolean',
    'data-dir': 'string',
  })
  if ((options.merge === undefined) !== (options.into === undefined)) {
    throw new WrongUsage('--merge and --into go together')
  }
  const reason = options.reason?.trim() ?? null
  if (reason !== null && reason.length > MAXIMUM_REASON) {
    throw new WrongUsage(`--reason has ${reason.length} characters, at most ${MAXIMUM_REASON} are allowed`)
  }
  const [accepted, rejected, merged] = [options.accept, options.reject, options.merge].map(numbersIn)
  const into = numbersIn(options.into)[0] ?? null
  const store = await openStore(dataFolder(options['data-dir']))
  try {
    const statements = await statementsOf(store, subject)
    const known = new Set(statements.map(({ id }) => id))
    const named = [...accepted!, ...rejected!, ...merged!, ...(into === null ? [] : [into])]
    const unknown = named.find((id) => !known.has(id))
    if (unknown !== undefined) throw new RefusedInput(`there is no statement ${unknown}; nothing was changed`)
    if (into !== null && merged!.includes(into)) {
      throw new RefusedInput(`statement ${into} cannot be merged with itself; nothing was changed`)
    }
    const { participation } = store
    for (const id of accepted!) {
      await participation.decide(subject, id, { moderation: 1, reason: null, mergedInto: null })
    }
    for (const id of rejected!) {
      await participation.decide(subject, id, { moderation: -1, reason, mergedInto: null })
    }
    for (const id of merged!) {
      await participation.decide(subject, id, { moderation: -1, reason, mergedInto: into })
    }
    const now = await statementsOf(store, subject)
    const listed = options.all ? now : now.filter(({ isWaiting }) => isWaiting)
    if (options.reports) await printReports(store, subject, now)
    else if (options.json) process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`)
    else process.stdout.write(report(listed, now))
  } finally {
    await store.close()
  }
}

async function statementsOf(store: Store, id: string): Promise<readonly StoredStatement[]> {
  if ((await store.conversation(id)) === null) throw new RefusedInput(`there is no conversation “${id}”`)
  return store.statements(id)
}

function numbersIn(list: string | undefined): number[] {
  return (list ?? '').split(',').flatMap((part) => {
    const text = part.trim()
    if (text === '') return []
    if (!/^\d{1,9}$/.test(text)) throw new WrongUsage(`“${text}” is not the number of a statement`)
    return [Number(text)]
  })
}

function report(listed: readonly StoredStatement[], all: readonly StoredStatement[]): string {
  const waiting = all.filter(({ isWaiting }) => isWaiting).length
  const lines = listed.map(
    (statement) => `${String(statement.id).padStart(6)}  ${stateOf(statement)}  ${statement.text}`,
  )
  return [...lines, `${all.length} statements, ${waiting} waiting for a decision.`, ''].join('\n')
}

function stateOf({ isWaiting, moderation, mergedInto }: StoredStatement): string {
  if (isWaiting) return 'waiting '
  if (mergedInto !== null) return 'merged  '
  return { '-1': 'rejected', '0': 'open    ', '1': 'accepted' }[`${moderation}`]
}

async function printReports(store: Store, id: string, statements: readonly StoredStatement[]): Promise<void> {
  const reports = await store.participation.reports(id)
  const textOf = new Map(statements.map((statement) => [statement.id, statement.text]))
  const lines = reports.map(
    ({ statement, reason, timeMs }) =>
      `${new Date(timeMs).toISOString().slice(0, 16)}  ${String(statement).padStart(6)}  ${reason}  ${textOf.get(statement) ?? ''}`,
  )
  process.stdout.write([...lines, `${reports.length} reports.`, ''].join('\n'))
}
