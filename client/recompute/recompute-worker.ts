// Makes the published map of open data again, in a thread of the reader's own browser, and compares. It is the one file of
// the client that may import the analysis: the very code that made the map is what makes it again here.
import { decidedBy } from '../../server/protocol/map-settings.ts'
import {
  canonicalDifferences,
  type CanonicalDocument,
  canonicalDocument,
  Engine,
  present,
  type PresentedMap,
  restorePresentationState,
  type StoredPresentationState,
} from '../../analysis/index.ts'
import type {
  Recomputable,
  RecomputeDifference,
  RecomputeNews,
  RecomputeStage,
} from '../../server/protocol/recompute.ts'
import { shownVotes, type ShownVotes } from '../../server/protocol/shown-votes.ts'

const STAGES = 5

self.addEventListener('message', ({ data }: MessageEvent<{ readonly address: string }>) => {
  recompute(data.address).catch((error: unknown) =>
    say({ type: 'failed', reason: 'broken', words: error instanceof Error ? error.message : String(error) }),
  )
})

async function recompute(address: string): Promise<void> {
  progress('fetching', 0)
  const answer = await fetch(address).catch(() => null)
  if (answer === null) return say({ type: 'failed', reason: 'unreachable', words: '' })
  if (!answer.ok || answer.body === null) {
    const body = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null
    return say({ type: 'failed', reason: 'refused', words: body?.error?.message ?? '' })
  }
  let head: Recomputable | null = null
  const included: number[] = []
  const participants: number[] = []
  const statements: number[] = []
  const values: number[] = []
  for await (const line of linesOf(answer.body)) {
    if (head === null) {
      head = JSON.parse(line) as Recomputable // from our own service
      continue
    }
    const [letter, ...votes] = line.split(' ')
    for (const vote of votes) {
      const [statement, value] = vote.split(':')
      participants.push(included.length)
      statements.push(Number(statement))
      values.push(Number(value))
    }
    included.push(letter === '-' ? 0 : 1)
    if (included.length % 200 === 0) progress('fetching', included.length / head.people)
  }
  if (head === null) throw new Error('The answer is empty.')
  const published = head
  progress('computing', 0)
  const engine = new Engine(included.includes(1) ? { included } : {})
  engine.apply({ participants, statements, values })
  published.statements.forEach(({ isOut }, index) => engine.moderate(index, isOut))
  let stages = 0
  const map = engine.refresh(() => progress('computing', ++stages / STAGES))
  const isMeta = Uint8Array.from(published.statements, (statement) => Number(statement.isMeta))
  const stored = published.presentation as StoredPresentationState | null
  const shown = present(map, stored === null ? undefined : restorePresentationState(stored), {
    isMeta,
    ...decidedBy(published.settings).presentation,
  })
  progress('comparing', 0)
  const ids = published.statements.map(({ id }) => id)
  const canonical = canonicalDifferences(
    published.canonical as CanonicalDocument, // written by the same code
    canonicalDocument(map, ids),
  )
  say({
    type: 'done',
    people: map.participants,
    votes: map.votes,
    sequence: published.sequence,
    logHash: published.logHash,
    differences: [
      ...canonical.map((each) => difference(each.part, each.statement, each.published, each.recomputed)),
      ...differencesOfWhatIsShown(published, shown),
    ],
  })
}

/** What people see of the groups: how many are in each, how they voted, what they stand for. */
function differencesOfWhatIsShown(
  { snapshot, components, statements, settings }: Recomputable,
  shown: PresentedMap,
): RecomputeDifference[] {
  const found: RecomputeDifference[] = []
  const one = (part: string, statement: number | null, before: unknown, after: unknown) => {
    if (!Object.is(before, after)) found.push(difference(part, statement, before, after))
  }
  const indexOf = new Map(statements.map(({ id }, index) => [id, index]))
  const told = toldVotes(shown, snapshot.groups, decidedBy(settings).publication.smallestGroup)
  for (const [column, group] of snapshot.groups.entries()) {
    const again = shown.groups.find(({ letter }) => letter === group.letter)
    one(`people of group ${group.letter}`, null, group.people, again?.people)
    group.representative.forEach(({ statement, inFavour }, place) => {
      const other = again?.representative.filter((each) => told(each.statement).groups[column] != null)[place]
      one(
        `representative of group ${group.letter}`,
        statement,
        statement,
        statements[other?.statement ?? -1]?.id,
      )
      one(`representative of group ${group.letter}: in favour`, statement, inFavour, other?.inFavour)
    })
  }
  components.statements.forEach((id, place) => {
    const index = indexOf.get(id) ?? -1
    const { all, groups } = told(index)
    one('mean', id, components.means[place], all === null ? 0 : (all.agrees - all.disagrees) / all.votes)
    one('first axis', id, components.components[0][place], shown.components[0][index])
    one('second axis', id, components.components[1][place], shown.components[1][index])
    for (const [column, group] of components.groups.entries()) {
      one(`votes of group ${group.letter}`, id, group.votes[place], groups[column]?.votes ?? 0)
      one(`agrees of group ${group.letter}`, id, group.agrees[place], groups[column]?.agrees ?? 0)
    }
  })
  return found
}

/** What is published of the votes on a statement, by dense index: no number of too few people. */
function toldVotes(
  { map, grouping, groups }: PresentedMap,
  published: Recomputable['snapshot']['groups'],
  smallest: number,
): (statement: number) => ShownVotes {
  const canonical = published.map(
    ({ letter }) => groups.find((group) => group.letter === letter)?.canonical ?? -1,
  )
  const at = ({ agrees, disagrees, votes }: typeof map.totals, cell: number) => ({
    agrees: agrees[cell] ?? 0,
    disagrees: disagrees[cell] ?? 0,
    votes: votes[cell] ?? 0,
  })
  return (statement) =>
    shownVotes(
      at(map.totals, statement),
      grouping === undefined
        ? []
        : canonical.map((group) => at(grouping.counts, group * map.statements + statement)),
      smallest,
    )
}

function difference(
  part: string,
  statement: number | null,
  published: unknown,
  recomputed: unknown,
): RecomputeDifference {
  return { part, statement, published: String(published ?? '–'), recomputed: String(recomputed ?? '–') }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (done) break
  }
  if (rest !== '') yield rest
}

function progress(stage: RecomputeStage, share: number): void {
  say({ type: 'progress', stage, share })
}

function say(news: RecomputeNews): void {
  self.postMessage(news)
}
