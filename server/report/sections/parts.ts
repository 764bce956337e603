// What the sections of a report are put together from: headings, statements with their bars, figures, tables, notes.
import { markdownHtml } from '../../http/markdown-html.ts'
import { type NotedPart, writtenIn } from '../../protocol/report.ts'
import type { ReportStatement, VoteCount } from '../facts.ts'
import { Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'
import { classOf, inPage, type PlotName, shapeOf } from '../plots/drawing.ts'
import { barText } from '../plots/group-bars.ts'
import { plotOf } from '../plots/plots.ts'
import type { ReportView } from '../view.ts'

/** A section with its heading, and the facilitators' note to it. */
export function section(
  view: ReportView,
  { id, heading, note }: { id: string; heading: string; note?: NotedPart },
  ...content: readonly Piece[]
): Html {
  return markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>${note === undefined ? null : noteOf(view, view.written.notes[note])}${content}</section>`
}

/** What facilitators wrote, marked as theirs; null where they wrote nothing. */
export function noteOf({ words }: ReportView, written: Parameters<typeof writtenIn>[0]): Html | null {
  const note = writtenIn(written, words.language)
  if (note === null) return null
  return markup`<aside class="report-note"><p class="report-note-mark">${words.say('byFacilitators')}</p><div lang="${note.language}">${markdownHtml(note.text)}</div></aside>`
}

/** The shape that stands for a group, from `markerShapes`; decoration for screen readers. */
export function marker(group: number): Html {
  return markup`<svg class="marker ${classOf(group)}" aria-hidden="true"><use href="#mark-${group}"/></svg>`
}

/** The shapes of the groups, once for the whole page, since they stand beside every bar. */
export function markerShapes({ facts }: ReportView): Html {
  return markup`<svg class="marker-shapes" aria-hidden="true">${facts.groups.map(
    (_, group) =>
      markup`<symbol id="mark-${group}" viewBox="-1.5 -1.5 3 3"><path d="${shapeOf(group)}"/></symbol>`,
  )}</svg>`
}

/** A statement in the words of its author, with its number, a finding and the bars of everyone and each group. */
export function claim(view: ReportView, statement: ReportStatement, finding: Piece): Html {
  const { facts, words } = view
  const { say } = words
  return markup`<li class="claim"><p class="claim-text"><a class="claim-number" href="#statement-${statement.id}" aria-label="${say('statementNumber', { number: statement.id })}">${statement.id}</a> <span class="written" dir="auto">${statement.text}</span></p>
    ${finding === null || finding === '' ? null : markup`<p class="claim-finding">${finding}</p>`}
    <ul class="bars">
    ${bar(view, say('everyone'), statement.all)}
    ${facts.groups.map(({ letter }, group) => bar(view, markup`${marker(group)} ${letter}`, statement.groups[group] ?? null))}
    </ul></li>`
}

function bar({ facts, words }: ReportView, name: Piece, votes: VoteCount | null): Html {
  if (votes === null) {
    return markup`<li><span class="bar-name">${name}</span><span class="bar-none">${words.say('barsHidden', { count: facts.smallest })}</span></li>`
  }
  const agree = (100 * votes.agrees) / votes.votes
  const disagree = (100 * votes.disagrees) / votes.votes
  return markup`<li><span class="bar-name">${name}</span><svg class="vote-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><path class="vote-bar-agree" d="M0 0h${rounded(agree)}v8H0z"/><path class="vote-bar-disagree" d="M100 0h${-rounded(disagree)}v8h${rounded(disagree)}z"/></svg><span class="bar-count">${barText(words, votes)} ${words.say('barsOf', { people: words.say('people', { count: votes.votes }) })}</span></li>`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

/** A plot with its title, finding, caption, downloads and the same as a table; null where there is nothing to draw. */
export function figure(
  view: ReportView,
  name: PlotName,
  {
    caption = [],
    table = null,
    level = 'h3',
  }: { caption?: readonly Piece[]; table?: Html | null; level?: 'h3' | 'none' },
): Html | null {
  const plot = plotOf(view, name)
  if (plot === null) return null
  const { files, words } = view
  const { say, language } = words
  const link = (format: 'svg' | 'png') =>
    markup`<a href="${files}/${name}.${language}.${format}" download="${name}.${format}" aria-label="${say('downloadAs', { name: plot.title, format: format.toUpperCase() })}">${format.toUpperCase()}</a>`
  return markup`<figure class="report-figure" id="plot-${name}">
    ${level === 'none' ? null : markup`<h3>${plot.title}</h3>`}
    <p class="figure-finding">${plot.finding}</p>
    <div class="figure-frame" role="group" aria-label="${plot.title}" tabindex="0">${inPage(plot)}</div>
    <figcaption>${caption.map((each) => each !== null && markup`<p>${each}</p>`)}<p class="figure-downloads">${say('download')}: ${link('svg')} ${link('png')}</p></figcaption>
    ${table === null ? null : markup`<details class="figure-table"><summary>${say('asTable')}</summary>${table}</details>`}
    </figure>`
}

/** A table that scrolls sideways on a narrow screen. */
export function table({
  caption,
  head,
  rows,
  numbersFrom = 1,
}: {
  caption: string
  head: readonly Piece[]
  rows: readonly (readonly Piece[])[]
  numbersFrom?: number
}): Html {
  const cell = (content: Piece, column: number) =>
    column === 0
      ? markup`<th scope="row">${content}</th>`
      : markup`<td${new Html(column >= numbersFrom ? ' class="number"' : '')}>${content}</td>`
  return markup`<div class="table-scroll" role="group" aria-label="${caption}" tabindex="0"><table class="report-table"><caption class="visually-hidden">${caption}</caption>
    <thead><tr>${head.map((each, column) => markup`<th scope="col"${new Html(column >= numbersFrom ? ' class="number"' : '')}>${each}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`
}

/** Where numbers are told but some are hidden. */
export function countOr(view: ReportView, people: number | null): string {
  return people === null ? view.words.say('hidden') : view.words.number(people)
}
