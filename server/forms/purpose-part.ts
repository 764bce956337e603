// What the conversation is for, above the first statement, marked up as the page's script does it.
import { html, type Html, type Piece } from '../http/html.ts'
import { markdownHtml } from '../http/markdown-html.ts'
import { influenceWords, privacyLines } from '../protocol/page-words.ts'
import { dayOf, type PageFacts } from './page-facts.ts'

export function purposeHtml(facts: PageFacts): Html {
  const { boot, language, say } = facts
  const { purpose } = boot
  const lines = html`<ul class="privacy-lines">
    ${privacyLines.map((line) => html`<li>${say(line)}</li>`)}
  </ul>`
  if (purpose === null) {
    return html`<details class="purpose purpose-plain">
      <summary>${say('privacyHeading')}</summary>
      ${lines}
    </details>`
  }
  const fact = (name: string, content: Piece) =>
    html`<div>
      <dt lang="${language}">${name}</dt>
      <dd dir="auto">${content}</dd>
    </div>`
  const { question, influence, decides, canChange, dates, next, contact, background } = purpose
  const days = dates.map(
    ({ day, what }) => html`<li><time datetime="${day}">${dayOf(facts, day)}</time>: ${what}</li>`,
  )
  return html`<details
    class="purpose"
    open${purpose.language !== language && html` lang="${purpose.language}"`}
  >
    <summary>${say('purposeHeading')}</summary>
    <dl class="purpose-facts">
      ${fact(say('purposeQuestion'), question)}${fact(say('purposeInfluence'), html`<span lang="${language}">${say(influenceWords[influence])}</span>`)}${fact(say('purposeDecides'), decides)}
    </dl>
    <details class="purpose-more">
      <summary lang="${language}">${say('purposeMore')}</summary>
      <dl class="purpose-facts">
        ${fact(say('purposeCanChange'), canChange)}${
          days.length > 0 &&
          fact(
            say('purposeDates'),
            html`<ul>
              ${days}
            </ul>`,
          )
        }${fact(say('purposeNext'), next)}${contact !== undefined && fact(say('purposeContact'), markdownHtml(contact))}
      </dl>
      ${background !== undefined && markdownHtml(background)}
    </details>
    <details class="purpose-more" lang="${language}">
      <summary>${say('privacyHeading')}</summary>
      ${lines}
    </details>
  </details>`
}
