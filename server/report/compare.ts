// What changed from one version of a report to another.
import type { Html, Piece } from '../http/html.ts'
import { pages } from '../protocol/addresses.ts'
import type { ReportVersion } from '../store/report-store.ts'
import type { ReportFacts, ReportStatement, Way } from './facts.ts'
import { markup } from './markup.ts'
import { percentOf } from './percent.ts'
import { frame } from './report-page.ts'
import type { ReportWords } from './report-words.ts'
import { wayName } from './sections/channels.ts'
import { table } from './sections/parts.ts'

/** A published version with its figures. */
export interface Compared {
  readonly version: ReportVersion
  readonly facts: ReportFacts
}

/** Statements whose share of agreement changed are listed up to this number. */
const MOST_CHANGES = 15

/** The comparison as the body of a page. */
export function comparisonPage(first: Compared, second: Compared, words: ReportWords): string {
  const { say } = words
  const { id, topic } = second.facts.conversation
  const numbers = { first: first.version.number, second: second.version.number }
  const intro = say('compareIntro', {
    ...numbers,
    firstDate: words.date(first.version.publishedAtMs),
    secondDate: words.date(second.version.publishedAtMs),
  })
  const [before, after] = [first.facts, second.facts]
  const agreed = (facts: ReportFacts) =>
    new Set(facts.consensus.map(({ statement, direction }) => `${statement} ${direction}`))
  const [agreedBefore, agreedAfter] = [agreed(before), agreed(after)]
  const consensusOf = (facts: ReportFacts, without: ReadonlySet<string>) =>
    facts.consensus
      .filter(({ statement, direction }) => !without.has(`${statement} ${direction}`))
      .flatMap(({ statement }) => facts.statements.find((each) => each.id === statement) ?? [])
  const missing = (from: ReportFacts, of: ReportFacts) => {
    const known = new Set(of.statements.map((each) => each.id))
    return from.statements.filter((each) => !known.has(each.id))
  }
  return frame(
    words,
    pages.reportComparison(id, numbers.first, numbers.second),
    markup`<header class="report-head"><p class="eyebrow">${topic}</p><h1>${say('compareTitle', numbers)}</h1><p class="report-state">${intro}</p>
      <p><a href="${pages.reportVersion(id, numbers.first)}">${say('columnFirst', { number: numbers.first })}</a> · <a href="${pages.reportVersion(id, numbers.second)}">${say('columnFirst', { number: numbers.second })}</a></p></header>
      ${part('figures', say('compareFigures'), figureTable(first, second, words))}
      ${part('agreed', say('compareConsensusNew'), statementList(consensusOf(after, agreedBefore), words))}
      ${part('not-agreed', say('compareConsensusGone'), statementList(consensusOf(before, agreedAfter), words))}
      ${part('shares', say('compareShares'), shareTable(before, after, numbers, words))}
      ${part('new', say('compareNew'), statementList(missing(after, before), words))}
      ${part('gone', say('compareGone'), statementList(missing(before, after), words))}`,
  )
}

function part(id: string, heading: string, content: Piece): Html {
  return markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>${content}</section>`
}

function figureTable(first: Compared, second: Compared, words: ReportWords): Html {
  const { say } = words
  const [before, after] = [first.facts, second.facts]
  const rows: readonly (readonly [string, (facts: ReportFacts) => number | null])[] = [
    [say('columnPeople'), ({ people }) => people.voters],
    ...waysIn(before, after).map(
      (way) =>
        [
          say('peopleWay', { way: wayName(way, words) }),
          (facts: ReportFacts) => peopleBy(way, facts),
        ] as const,
    ),
    [say('columnVotes'), ({ people }) => people.votes],
    [say('rowStatements'), ({ statements }) => statements.length],
    [say('rowGrouped'), ({ people }) => people.grouped],
    [say('rowGroups'), ({ groups }) => groups.length],
  ]
  return table({
    caption: say('compareFigures'),
    head: [
      '',
      say('columnFirst', { number: first.version.number }),
      say('columnFirst', { number: second.version.number }),
      say('columnChange'),
    ],
    rows: rows.map(([name, of]) => {
      const [one, two] = [of(before), of(after)]
      return [
        name,
        one === null ? say('hidden') : words.number(one),
        two === null ? say('hidden') : words.number(two),
        one === null || two === null
          ? say('hidden')
          : `${signOf(two - one)}${words.number(Math.abs(two - one))}`,
      ]
    }),
  })
}

/** The ways that either version tells apart; none where one of them did not yet know them. */
function waysIn(before: ReportFacts, after: ReportFacts): Way[] {
  const ways = [...new Set([...before.channels, ...after.channels].map(({ channel }) => channel))]
  return ways.length < 2 || ways.includes('here') ? [] : ways
}

/** Null where there are too few to be told. */
function peopleBy(way: Way, { channels }: ReportFacts): number | null {
  const found = channels.find(({ channel }) => channel === way)
  return found === undefined ? 0 : found.people
}

function statementList(statements: readonly ReportStatement[], { say }: ReportWords): Html {
  if (statements.length === 0) return markup`<p>${say('compareNothing')}</p>`
  return markup`<ol class="claims">${statements.map(
    ({ id, text }) =>
      markup`<li class="claim"><p class="claim-text"><span class="claim-number"><span class="visually-hidden">${say('statementNumber', { number: id })}</span><span aria-hidden="true">${id}</span></span> <span class="written" dir="auto">${text}</span></p></li>`,
  )}</ol>`
}

function shareTable(
  before: ReportFacts,
  after: ReportFacts,
  numbers: { readonly first: number; readonly second: number },
  words: ReportWords,
): Html {
  const { say } = words
  const changes = after.statements.flatMap((statement) => {
    const earlier = before.statements.find(({ id }) => id === statement.id)?.all
    const { all } = statement
    if (!earlier || all === null) return []
    const [one, two] = [percentOf(earlier.agrees, earlier.votes), percentOf(all.agrees, all.votes)]
    return one === two ? [] : [{ statement, earlier, all, points: two - one }]
  })
  changes.sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.statement.id - b.statement.id)
  if (changes.length === 0) return markup`<p>${say('compareNothing')}</p>`
  const share = ({ agrees, votes }: { agrees: number; votes: number }) =>
    say('shareOf', { percent: words.percent(agrees, votes), people: words.number(votes) })
  return table({
    caption: say('compareShares'),
    head: [
      say('columnStatement'),
      say('columnFirst', { number: numbers.first }),
      say('columnFirst', { number: numbers.second }),
      say('columnChange'),
    ],
    rows: changes
      .slice(0, MOST_CHANGES)
      .map(({ statement, earlier, all, points }) => [
        markup`${statement.id} <span class="written" dir="auto">${statement.text}</span>`,
        share(earlier),
        share(all),
        say('points', { sign: signOf(points), count: Math.abs(points) }),
      ]),
  })
}

function signOf(value: number): string {
  return value > 0 ? '+' : value < 0 ? '−' : ''
}
