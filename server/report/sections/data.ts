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
    edition.kind === 'live' && exportsOf(view),
    markup`<h3>${say('citeHeading')}</h3><p class="citation">${cite}</p>
      <p class="log-place">${say('logPlace', { sequence: facts.log.sequence, hash: facts.log.hash })}</p>`,
  )
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
