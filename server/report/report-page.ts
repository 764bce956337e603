// A whole report as HTML: everything within the body of its page. Nothing in it needs a script.
import { pages } from '../protocol/addresses.ts'
import type { ReportVersion } from '../store/report-store.ts'
import { Html, type Piece } from '../http/html.ts'
import { framed } from '../http/page-frame.ts'
import { markup } from './markup.ts'
import { certaintySection } from './sections/certainty.ts'
import { dataSection } from './sections/data.ts'
import { agreementSection, differenceSection, uncertaintySection } from './sections/findings.ts'
import { groupsSection } from './sections/groups.ts'
import { limitsSection, methodSection, moderationSection } from './sections/method.ts'
import { markerShapes, noteOf } from './sections/parts.ts'
import { peopleSection } from './sections/people.ts'
import { purposeSection } from './sections/purpose.ts'
import { tableSection } from './sections/table.ts'
import { asOf, groupList, type ReportView } from './view.ts'

/** Stands in a published page where notes that came later are put when it is read. */
export const LATER_NOTES = '<!-- later notes -->'

const contents = [
  ['purpose', 'purposeHeading'],
  ['people', 'peopleHeading'],
  ['agree', 'agreeHeading'],
  ['groups', 'groupsHeading'],
  ['differ', 'differHeading'],
  ['unsure', 'unsureHeading'],
  ['statements', 'tableHeading'],
  ['method', 'methodHeading'],
  ['sure', 'sureHeading'],
  ['moderation', 'moderationHeading'],
  ['limits', 'limitsHeading'],
  ['data', 'dataHeading'],
] as const

/** The page of a report; `versions` are those published so far. */
export function reportPage(view: ReportView, versions: readonly ReportVersion[] = []): string {
  const { facts, words, edition } = view
  const { say } = words
  const { id, topic, isSample } = facts.conversation
  return frame(
    view.words,
    edition.kind === 'version' ? pages.reportVersion(id, edition.number) : pages.report(id),
    markup`<header class="report-head"><p class="eyebrow">${say('eyebrow')}${isSample && markup` <span class="tag tag-sample">${say('sample')}</span>`}</p>
      <h1 class="written" dir="auto">${topic}</h1><p class="report-state">${state(view)}</p>${new Html(LATER_NOTES)}
      ${edition.kind === 'live' && edition.isDraft && markup`<p class="notice report-draft">${say('draft')}</p>`}
      ${edition.kind === 'version' && markup`<p class="screen-only"><a href="${pages.report(id)}">${say('newest')}</a></p>`}</header>
      ${markerShapes(view)}${noteOf(view, view.written.introduction)}
      ${summary(view)}
      <nav class="report-contents" aria-label="${say('contents')}"><h2>${say('contents')}</h2><ol>${contents.map(
        ([part, heading]) => markup`<li><a href="#${part}">${say(heading)}</a></li>`,
      )}</ol></nav>
      ${purposeSection(view)}${peopleSection(view)}${agreementSection(view)}${groupsSection(view)}${differenceSection(view)}${uncertaintySection(view)}
      ${tableSection(view)}${methodSection(view)}${certaintySection(view)}${moderationSection(view)}${limitsSection(view)}${dataSection(view)}
      ${versionList(view, versions)}`,
  )
}

/** What every page of reports has around its content. */
export function frame({ say, language }: ReportView['words'], path: string, content: Piece): string {
  return framed({ language, path, skip: say('skip'), footer: say('footer') }, content)
}

function state(view: ReportView): string {
  const { facts, words, edition } = view
  const { say } = words
  if (edition.kind === 'version') {
    return say('stateVersion', { number: edition.number, date: words.date(edition.publishedAtMs) })
  }
  const date = asOf(view)
  const { state: now } = facts.conversation
  if (now === 'upcoming') return say('stateOpenSoon')
  return say(now === 'open' ? 'stateLive' : now === 'paused' ? 'statePaused' : 'stateClosed', { date })
}

function summary(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const { voters, votes } = facts.people
  const sentences = [
    say('summaryPeople', {
      people: say('people', { count: voters }),
      votes: say('votes', { count: votes }),
      statements: say('statements', { count: facts.moderation.voted }),
    }),
  ]
  if (facts.groups.length === 0) sentences.push(say('summaryNoGroups'))
  else {
    sentences.push(
      say('summaryGroups', {
        count: facts.groups.length,
        grouped: words.number(facts.people.grouped),
        list: groupList(view),
      }),
    )
    if (facts.confidence?.distinct === false) sentences.push(say('summaryNotDistinct'))
    const agreed = facts.consensus.length
    sentences.push(agreed === 0 ? say('summaryNoConsensus') : say('summaryConsensus', { count: agreed }))
    const [first] = facts.divisive
    if (first !== undefined) sentences.push(say('summaryDivide', { number: first }))
  }
  return markup`<section class="report-summary" aria-labelledby="summary-heading"><h2 id="summary-heading">${say('summaryHeading')}</h2><p>${sentences.join(' ')}</p></section>`
}

function versionList({ facts, words, edition }: ReportView, versions: readonly ReportVersion[]): Piece {
  const { say } = words
  if (edition.kind === 'version' || versions.length === 0) return null
  const { id } = facts.conversation
  return markup`<section id="versions" aria-labelledby="versions-heading"><h2 id="versions-heading">${say('versionsHeading')}</h2><ul class="report-list">${versions.map(
    ({ number, publishedAtMs }) =>
      markup`<li><a href="${pages.reportVersion(id, number)}">${say('versionLink', { number, date: words.date(publishedAtMs) })}</a>
        ${number > 1 && markup` · <a href="${pages.reportComparison(id, number - 1, number)}">${say('compareLink', { first: number - 1, second: number })}</a>`}</li>`,
  )}</ul></section>`
}
