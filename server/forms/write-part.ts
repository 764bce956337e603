// Writing a statement by form: what may be better said otherwise, and what others have said already, is shown before it is sent.
import { html, type Html } from '../http/html.ts'
import type { OwnStatement } from '../protocol/own-statements.ts'
import { adviceWords, ownStateWords } from '../protocol/page-words.ts'
import { form, type PageFacts, troubleHtml } from './page-facts.ts'

export function writeHtml(facts: PageFacts): Html | null {
  const { boot, standing, say } = facts
  const { state, whoWrites } = boot.conversation! // of this page
  const mayWrite = state === 'open' && whoWrites !== 'staff' && boot.first !== null
  const own = standing.statements
  if (!mayWrite && own.length === 0) return null
  return html`<noscript
    ><section class="write panel" aria-labelledby="write-heading">
      <h2 id="write-heading">${mayWrite ? say('writeHeading') : say('ownHeading')}</h2>
      ${mayWrite && formHtml(facts)}${
        own.length > 0 &&
        html`<div class="own-statements">
          ${mayWrite && html`<h3>${say('ownHeading')}</h3>`}
          <ul>
            ${own.map((each) => ownHtml(facts, each))}
          </ul>
        </div>`
      }
    </section></noscript
  >`
}

function formHtml(facts: PageFacts): Html {
  const { boot, state, say } = facts
  const { whoWrites, statementLength } = boot.conversation! // of this page
  const needsApproval = whoWrites === 'approval'
  const trouble = troubleHtml(facts, 'write', 'write-trouble')
  const thanks = needsApproval ? say('writeThanksApproval') : say('writeThanks')
  return html`${form(
    facts,
    'write',
    { className: 'write-form' },
    html`<p class="quiet">${needsApproval ? say('writeApproval') : say('writeAnyone')}</p>
      <label for="write-text">${say('writeLabel')}</label
      ><textarea
        id="write-text"
        name="text"
        rows="3"
        dir="auto"
        aria-describedby="write-count${trouble !== null && html` write-trouble`}"
        ${trouble !== null && html` aria-invalid="true"`}
      >
${'\n'}${state.typed ?? ''}</textarea>
      <p id="write-count" class="field-note">${say('charactersLeft', { count: statementLength })}</p>
      ${trouble}${reviewHtml(facts)}<button type="submit" class="button">${say('writeSend')}</button>`,
  )}${similarHtml(facts)}${state.done === 'written' && html`<p class="write-thanks" role="status">${thanks}</p>`}`
}

/** What to look at before the draft is sent; with it the draft can be sent as it is. */
function reviewHtml({ state, say }: PageFacts): Html | null {
  if (state.review === undefined) return null
  const advice = state.review.advice.map((each) => html`<li>${say(adviceWords[each])}</li>`)
  return html`<h3>${say('lookAgain')}</h3>
    ${
      advice.length > 0 &&
      html`<ul class="advice">
        ${advice}
      </ul>`
    }<label class="choice"><input type="checkbox" name="sure" value="yes" />${say('sendAnyway')}</label>`
}

function similarHtml(facts: PageFacts): Html | null {
  const { state, standing, say } = facts
  const similar = state.review?.similar ?? []
  if (similar.length === 0) return null
  const voted = new Set(standing.votes.map(([statement]) => statement))
  const items = similar.map(
    ({ id, text }) =>
      html`<li>
        <p dir="auto">${text}</p>
        ${voted.has(id) ? html`<p class="quiet">${say('similarVoted')}</p>` : html`<button type="submit" name="statement" value="${id}" class="button button-quiet button-small">${say('similarVote')}<span class="visually-hidden">: ${text}</span></button>`}
      </li>`,
  )
  return html`<section class="similar" aria-labelledby="similar-heading">
    <h3 id="similar-heading">${say('similarHeading')}</h3>
    ${form(
      facts,
      'ask',
      {},
      html`<ul>
        ${items}
      </ul>`,
    )}
  </section>`
}

function ownHtml(facts: PageFacts, { id, text, state, reason, instead }: OwnStatement): Html {
  const { say } = facts
  const mayTakeBack =
    facts.boot.conversation!.state !== 'closed' && (state === 'waiting' || state === 'accepted')
  return html`<li>
    <p id="own-${id}" dir="auto">${text}</p>
    <p class="own-state" data-state="${state}">${say(ownStateWords[state])}</p>
    ${state === 'not-accepted' && reason !== null && html`<p class="quiet" dir="auto">${say('ownReason', { reason })}</p>`}${instead.map((each) => html`<p class="quiet">${say('ownInstead', { text: each.text })}</p>`)}${mayTakeBack && takeBackHtml(facts, id)}
  </li>`
}

/** Folded away, so that nobody takes something back by a slip of the finger. */
function takeBackHtml(facts: PageFacts, id: number): Html {
  const { say } = facts
  return html`<details class="take-back">
    <summary aria-describedby="own-${id}">${say('withdrawVote')}</summary>
    <p class="quiet">${say('ownWithdrawHelp')}</p>
    ${form(
      facts,
      'take-back',
      {},
      html`<button type="submit" name="statement" value="${id}" class="button button-quiet button-small">
        ${say('ownWithdraw')}
      </button>`,
    )}
  </details>`
}
