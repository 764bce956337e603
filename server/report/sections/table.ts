// Every statement with its votes, to be sorted and filtered where scripts run, and to be read where none do.
import type { ReportStatement, VoteCount } from '../facts.ts'
import { Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'
import type { ReportView } from '../view.ts'
import { section } from './parts.ts'

/** More statements than these would make a page too heavy to read; the files hold all. */
export const MOST_ROWS = 1_000

export function tableSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const isCut = facts.statements.length > MOST_ROWS
  const rows = isCut
    ? [...facts.statements]
        .sort((a, b) => (b.all?.votes ?? 0) - (a.all?.votes ?? 0) || a.id - b.id)
        .slice(0, MOST_ROWS)
    : facts.statements
  const head = (label: Piece, kind: 'number' | 'text') =>
    markup`<th scope="col" data-sort="${kind}"${new Html(kind === 'number' ? ' class="number"' : '')}>${label}</th>`
  return section(
    view,
    { id: 'statements', heading: say('tableHeading') },
    markup`<p>${say('tableIntro')}${isCut && ` ${say('tableMost', { count: MOST_ROWS })}`}</p>`,
    markup`<div class="table-tools" hidden data-shown="${say('tableFiltered', { shown: '{shown}', all: words.number(rows.length) })}">
      <label for="statement-filter">${say('tableFilter')}</label> <input id="statement-filter" type="search" autocomplete="off"/> <output for="statement-filter"></output><p class="quiet">${say('tableSort')}</p></div>`,
    markup`<div class="table-scroll" role="group" aria-label="${say('tableHeading')}" tabindex="0"><table class="report-table statement-table" id="statement-table"><caption class="visually-hidden">${say('tableHeading')}</caption>
      <thead><tr>${head(say('columnNumber'), 'number')}${head(say('columnStatement'), 'text')}${head(say('columnVotes'), 'number')}${head(say('columnAgree'), 'number')}${head(say('columnDisagree'), 'number')}${head(say('columnPass'), 'number')}${facts.groups.map(({ letter }) => head(markup`${say('group', { letter })} <small>${say('columnGroupAgree')}</small>`, 'number'))}${head(say('columnDivides'), 'number')}</tr></thead>
      <tbody>${rows.map((statement) => row(view, statement))}</tbody></table></div>`,
  )
}

function row(
  { facts, words }: ReportView,
  { id, text, isSeed, isMeta, all, groups, divisiveness }: ReportStatement,
): Html {
  const { say } = words
  const marks = [isMeta ? say('metaMark') : '', isSeed ? say('seedMark') : ''].filter((each) => each !== '')
  const share = (part: (votes: VoteCount) => number) =>
    all === null ? NONE : cell(words.percent(part(all), all.votes))
  return markup`<tr id="statement-${id}"><th scope="row">${id}</th><td class="statement-text written" dir="auto">${text}${marks.length > 0 && markup` <small>(${marks.join('; ')})</small>`}</td>
    ${all === null ? cell(`< ${facts.smallest}`) : cell(words.number(all.votes))}
    ${share(({ agrees }) => agrees)}${share(({ disagrees }) => disagrees)}${share(({ agrees, disagrees, votes }) => votes - agrees - disagrees)}
    ${groups.map((votes) =>
      votes === null
        ? NONE
        : cell(
            markup`${words.percent(votes.agrees, votes.votes)} / ${words.percent(votes.disagrees, votes.votes)} <small>${words.number(votes.votes)}</small>`,
          ),
    )}
    ${divisiveness === null ? NONE : cell(divisiveness.toFixed(2))}</tr>`
}

function cell(content: Piece): Html {
  return markup`<td>${content}</td>`
}

const NONE = cell('–')
