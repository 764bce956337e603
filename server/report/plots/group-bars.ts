// How each group voted on the most divisive statements: agrees from the left, disagrees from the right, passes between.
import type { VoteCount } from '../facts.ts'
import { type Html } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { type ReportView, statementOf } from '../view.ts'
import { ACCENT, at, INK, LINE, marks, PAPER, type Plot, SOFT, STRONG } from './drawing.ts'

const WIDTH = 720
const LEFT = 56
const BAR = 320
const ROW = 22

/** The bars; null where there are no groups or no divisive statements. */
export function groupsPlot(view: ReportView): Plot | null {
  const { facts, words } = view
  if (facts.groups.length === 0 || facts.divisive.length === 0) return null
  let y = 8
  const content = facts.divisive.flatMap((id) => {
    const statement = statementOf(view, id)
    if (statement === undefined) return []
    const heading = markup`<text class="plot-ink" x="12" y="${y + 16}" font-size="14" font-weight="600" fill="${INK}">${id}</text>
      <text class="plot-ink" x="${LEFT}" y="${y + 16}" font-size="14" fill="${INK}">${cut(statement.text)}</text>`
    const rows = statement.groups.map((votes, group) => row(view, group, votes, y + 26 + group * ROW))
    y += 26 + statement.groups.length * ROW + 18
    return [heading, ...rows]
  })
  return {
    name: 'groups',
    title: words.say('barsTitle'),
    finding: words.say('barsFinding'),
    width: WIDTH,
    height: y,
    content: [markup`<rect class="plot-paper" width="${WIDTH}" height="${y}" fill="${PAPER}"/>`, ...content],
  }
}

function row({ facts, words }: ReportView, group: number, votes: VoteCount | null, y: number): Html {
  const letter = facts.groups[group]!.letter
  const name = markup`${marks(group, [{ x: LEFT - 30, y: y + 8, radius: 6 }], 1)}<text class="plot-ink" x="${LEFT - 18}" y="${y + 13}" font-size="13" font-weight="600" fill="${INK}">${letter}</text>`
  const text = (said: string) =>
    markup`<text class="plot-soft" x="${LEFT + BAR + 12}" y="${y + 13}" font-size="12" fill="${SOFT}">${said}</text>`
  if (votes === null) return markup`${name}${text(words.say('barsHidden', { count: facts.smallest }))}`
  const agree = (BAR * votes.agrees) / votes.votes
  const disagree = (BAR * votes.disagrees) / votes.votes
  return markup`${name}<rect class="plot-paper" x="${LEFT}" y="${y + 2}" width="${BAR}" height="13" fill="${PAPER}" stroke="${LINE}"/>
    <rect class="plot-bar" x="${LEFT}" y="${y + 2}" width="${at(agree)}" height="13" fill="${ACCENT}"/>
    <rect class="plot-against" x="${at(LEFT + BAR - disagree)}" y="${y + 2}" width="${at(disagree)}" height="13" fill="${STRONG}"/>
    ${text(`${barText(words, votes)} ${words.say('barsOf', { people: words.number(votes.votes) })}`)}`
}

/** "91% agree, 5% disagree, 4% pass". */
export function barText(words: ReportView['words'], { agrees, disagrees, votes }: VoteCount): string {
  return words.say('bars', {
    agree: words.percent(agrees, votes),
    disagree: words.percent(disagrees, votes),
    pass: words.percent(votes - agrees - disagrees, votes),
  })
}

/** As much of a text as fits in one line; letters of other scripts are about twice as wide. */
function cut(text: string): string {
  let width = 0
  let end = 0
  for (const letter of text) {
    width += letter.codePointAt(0)! > 0x2e80 ? 2 : 1
    if (width > 92) return `${text.slice(0, end).trimEnd()} …`
    end += letter.length
  }
  return text
}
