// The question, and what its answers are for, as the organisers said it.
import { markdownHtml } from '../../http/markdown-html.ts'
import { purposeIn } from '../../protocol/purpose.ts'
import { Html, type Piece } from '../../http/html.ts'
import { markup } from '../markup.ts'
import type { ReportView } from '../view.ts'
import { section } from './parts.ts'

const influenceWords = {
  inform: 'influenceInform',
  consult: 'influenceConsult',
  involve: 'influenceInvolve',
  collaborate: 'influenceCollaborate',
  empower: 'influenceEmpower',
} as const

export function purposeSection(view: ReportView): Html {
  const { facts, words } = view
  const { say } = words
  const purpose = purposeIn(facts.purposes, words.language)
  const description =
    facts.conversation.description === '' ? null : markdownHtml(facts.conversation.description)
  const content: readonly Piece[] =
    purpose === null
      ? [description ?? markup`<p>${say('purposeNone')}</p>`]
      : [
          markup`<p class="report-question" lang="${purpose.language}" dir="auto">${purpose.question}</p>`,
          description,
          markup`<dl class="report-facts">
            ${entry(say('influence'), say(influenceWords[purpose.influence]))}
            ${entry(say('decides'), markup`<span lang="${purpose.language}">${purpose.decides}</span>`)}
            ${entry(say('canChange'), markup`<span lang="${purpose.language}">${purpose.canChange}</span>`)}
            ${entry(say('next'), markup`<span lang="${purpose.language}">${purpose.next}</span>`)}
            ${purpose.dates.length > 0 && entry(say('dates'), markup`<ul>${purpose.dates.map(({ day, what }) => markup`<li>${say('dateOf', { date: words.day(day), what })}</li>`)}</ul>`)}
            ${purpose.contact !== undefined && entry(say('contact'), markdownHtml(purpose.contact))}
            </dl>`,
        ]
  return section(view, { id: 'purpose', heading: say('purposeHeading') }, content)
}

function entry(term: string, definition: Piece): Html {
  return markup`<div><dt>${term}</dt><dd>${definition}</dd></div>`
}
