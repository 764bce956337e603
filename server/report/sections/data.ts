// The data behind the report, and how to cite it.
import { type Html } from '../../http/html.ts'
import { api, pages } from '../../protocol/addresses.ts'
import { markup } from '../markup.ts'
import { asOf, type ReportView } from '../view.ts'
import { section } from './parts.ts'

export function dataSection(view: ReportView): Html {
  const { facts, words, edition, files } = view
  const { say } = words
  const { topic } = facts.conversation
  const link = (name: string, label: string) =>
    markup`<li><a href="${files}/${name}" download="${name}">${label}</a></li>`
  const named =
    edition.kind === 'version'
      ? say('editionVersion', { number: edition.number, date: words.date(edition.publishedAtMs) })
      : say('editionLive', { date: asOf(view) })
  const cite = say('cite', {
    topic,
    edition: named,
    people: say('people', { count: facts.people.voters }),
    votes: say('votes', { count: facts.people.votes }),
    address: view.address,
  })
  return section(
    view,
    { id: 'data', heading: say('dataHeading') },
    markup`<p>${say('dataIntro')}</p><ul class="report-list">
      ${link('report.json', say('fileReport'))}${link('statements.csv', say('fileStatements'))}${link('groups.csv', say('fileGroups'))}${link('method.json', say('fileMethod'))}
      ${edition.kind === 'version' && link('SHA256SUMS', say('fileSums'))}</ul>`,
    edition.kind === 'version' && filesOf(view),
    edition.kind === 'live' && exportsOf(view),
    markup`<h3>${say('citeHeading')}</h3><p class="citation">${cite}</p>
      <p class="log-place">${say('logPlace', { sequence: facts.log.sequence, hash: facts.log.hash })}</p>`,
  )
}

/** Every file of a version but the page itself, with its size, and what else there is to know of open data. */
function filesOf({ words, files, fileSizes = [] }: ReportView): Html | false {
  const { say } = words
  if (fileSizes.length === 0) return false
  const hasOpenData = fileSizes.some(({ name }) => name === 'open-data.zip')
  return markup`<div class="screen-only"><h3>${say('filesHeading')}</h3><p>${say('filesAbout')}</p>${hasOpenData && markup`<p>${say('filesOpenData')}</p>`}
    <ul class="report-list report-files">${fileSizes.map(
      ({ name, bytes }) =>
        markup`<li><a href="${files}/${name}" download="${name.replace('/', '-')}">${name}</a> · ${sizeOf(bytes, words)}</li>`,
    )}</ul></div>`
}

/** In thousands of bytes, or millions; never "0 kB". */
function sizeOf(bytes: number, { number }: ReportView['words']): string {
  return bytes < 1_000_000
    ? `${number(Math.ceil(bytes / 1000))} kB`
    : `${number(Math.ceil(bytes / 100_000) / 10)} MB`
}

/** The whole conversation for other tools, and the way to check it. */
function exportsOf({ facts, words }: ReportView): Html {
  const { id, hasOpenData } = facts.conversation
  const { say } = words
  return markup`<h3>${say('exportsHeading')}</h3><ul class="report-list">
      <li><a href="${api.exported(id, 'results')}">${say('exportResults')}</a></li>
      <li><a href="${api.exported(id, 'results', 'results.xlsx')}">${say('exportWorkbook')}</a></li>
      ${hasOpenData && markup`<li><a href="${api.exported(id, 'open-data')}">${say('exportOpenData')}</a></li>`}
      <li><a href="${pages.developers()}">${say('developers')}</a></li></ul>
      ${
        hasOpenData &&
        markup`<p>${say('recomputeAbout')} <a href="${pages.recompute(id)}">${say('recompute')}</a></p>`
      }`
}
