// The ballot as a form: one statement with its three buttons, or why there is none; and, without a script, the way back from the
// last vote, reporting, and the way to one's own votes.
import { html, type Html } from '../http/html.ts'
import { errors } from '../protocol/errors.ts'
import { reportReason } from '../protocol/own-data.ts'
import { answers, iconHtml } from './answers.ts'
import { dayOf, form, type PageFacts, troubleHtml } from './page-facts.ts'

const reasons = {
  personal: 'reportPersonal',
  abusive: 'reportAbusive',
  'off-topic': 'reportOffTopic',
  false: 'reportFalse',
  other: 'reportOther',
} as const

export function ballotHtml(facts: PageFacts): Html | null {
  const { boot, say, language } = facts
  const shown = boot.conversation! // of this page
  if (shown.state !== 'open') return notOpenHtml(facts)
  if (facts.state.trouble?.of === 'identity') return notProvenHtml(facts)
  if (boot.first === null) {
    if (shown.needsCode) {
      return invitationHtml(facts)
    }
    // Whoever was named goes on when the script has come.
    if (!shown.needsIdentity)
      return facts.state.trouble === undefined
        ? null
        : html`<section class="ballot ballot-ending" id="ballot">${refusalHtml(facts)}</section>`
    return endingHtml(facts, say('identityHeading'), errors['identity-needed'].words[language])
  }
  const { statement, progress } = boot.first
  if (statement === null) {
    const heading = progress.of === 0 ? 'noStatements' : 'allDone'
    return endingHtml(facts, say(heading), say(`${heading}More`))
  }
  const buttons = answers.map(
    (answer) =>
      html`<button type="submit" name="vote" value="${answer.vote}" class="answer answer-${answer.word}">
        ${iconHtml(answer)}${say(answer.word)}
      </button>`,
  )
  const { voted, of } = progress
  const far = voted === 0 ? say('progressNone', { count: of }) : say('progress', { voted, count: of })
  return html`${form(
    facts,
    'vote',
    { className: 'ballot', id: 'ballot', labelledBy: 'ballot-heading' },
    html`<input type="hidden" name="statement" value="${statement.id}" />
      <h2 id="ballot-heading">${say('statementHeading')}</h2>
      <blockquote class="statement written" dir="auto"><p>${statement.text}</p></blockquote>
      <div class="answers" role="group" aria-labelledby="ballot-heading">${buttons}</div>
      ${refusalHtml(facts)}
      <div class="progress">
        <p>${far}</p>
        ${voted === 0 && html`<p class="quiet">${say('howToVote')}</p>`}
      </div>`,
  )}${besideHtml(facts, statement.id)}`
}

/** Why the word of the site around the page was not believed; with what was typed, so that it can be taken along. */
function notProvenHtml(facts: PageFacts): Html {
  const { state, say, language } = facts
  const words = errors[state.trouble?.code as keyof typeof errors].words[language] // a code, of an identity
  return html`<section class="ballot ballot-ending" id="ballot">
    <h2 tabindex="-1">${say('identityHeading')}</h2>
    <p class="notice notice-trouble" role="alert">${words}</p>
    ${
      state.typed !== undefined &&
      html`<label for="typed-text">${say('writeLabel')}</label
        ><textarea id="typed-text" rows="3" dir="auto" readonly>${'\n'}${state.typed}</textarea>`
    }
  </section>`
}

/** Where an invitation code is entered. */
function invitationHtml(facts: PageFacts): Html {
  const { state, say, language } = facts
  const trouble = troubleHtml(facts, 'invite', 'invitation-trouble')
  return form(
    facts,
    'invite',
    { className: 'ballot ballot-ending', id: 'ballot', labelledBy: 'invitation-heading' },
    html`<h2 id="invitation-heading">${say('invitationHeading')}</h2>
      <p>${errors['code-needed'].words[language]}</p>
      <label for="invitation-code">${say('invitationLabel')}</label>
      <input
        id="invitation-code"
        name="code"
        class="text-field"
        autocomplete="off"
        spellcheck="false"
        maxlength="100"
        value="${trouble === null ? '' : (state.typed ?? '')}"
        ${trouble !== null && html` aria-invalid="true" aria-describedby="invitation-trouble"`}
      />${trouble}<button type="submit" class="button">${say('invitationSend')}</button>`,
  )
}

/** Why nobody may vote at the moment, and what happens next. */
function notOpenHtml(facts: PageFacts): Html {
  const { boot, say } = facts
  const { state, opensOn } = boot.conversation! // of this page
  switch (state) {
    case 'upcoming': {
      const more =
        opensOn === null ? say('votingUpcomingMore') : say('votingUpcomingOn', { day: dayOf(facts, opensOn) })
      return endingHtml(facts, say('votingUpcoming'), more)
    }
    case 'paused':
      return endingHtml(facts, say('votingPaused'), say('votingPausedMore'))
    default: {
      const next =
        boot.purpose && html`<p dir="auto" lang="${boot.purpose.language}">${boot.purpose.next}</p>`
      return endingHtml(facts, say('votingClosed'), say('votingClosedMore'), next)
    }
  }
}

function endingHtml(facts: PageFacts, heading: string, text: string, more: Html | null = null): Html {
  return html`<section class="ballot ballot-ending" id="ballot">
      <h2 tabindex="-1">${heading}</h2>
      <p>${text}</p>
      ${more}${refusalHtml(facts)}
    </section>
    ${besideHtml(facts, null)}`
}

function refusalHtml({ state, language }: PageFacts): Html | null {
  const { trouble } = state
  if (trouble?.of !== 'vote' || !(trouble.code in errors)) return null
  const { words } = errors[trouble.code as keyof typeof errors] // looked up above
  return html`<p class="notice notice-trouble" role="alert">${words[language]}</p>`
}

/** What the script draws by itself. */
function besideHtml(facts: PageFacts, statement: number | null): Html | null {
  const { state, standing, say } = facts
  const done = state.done === 'returned' || state.done === 'reported' ? state.done : null
  const report = statement !== null && reportHtml(facts, statement)
  if (!standing.hasVoted && !report && done === null) return null
  return html`<noscript
    >${done === 'returned' && html`<p class="notice" role="status">${say('returned')}</p>`}${state.lacksCookies && html`<p class="notice" role="status">${say('noCookies')}</p>`}${undoHtml(facts)}${standing.votes.length > 0 && form(facts, 'votes', { className: 'plain-form' }, html`<button type="submit" class="button button-quiet button-small">${say('myVotes', { count: standing.votes.length })}</button>`)}${report}</noscript
  >`
}

function undoHtml(facts: PageFacts): Html | null {
  const { boot, standing, say } = facts
  const past = answers.find(({ vote }) => vote === standing.last?.vote)?.past
  if (standing.last === null || past === undefined || !boot.conversation!.isOpen) return null
  return form(
    facts,
    'undo',
    { className: 'undo' },
    html`<input type="hidden" name="statement" value="${standing.last.statement}" /><span>${say(past)}</span>
      <button type="submit" class="text-button">${say('undo')}</button>`,
  )
}

function reportHtml(facts: PageFacts, statement: number): Html {
  const { state, say } = facts
  if (state.done === 'reported') return html`<p class="report" role="status">${say('reportThanks')}</p>`
  const choices = reportReason.options.map(
    (reason) =>
      html`<label class="choice"
        ><input type="radio" name="reason" value="${reason}" required />${say(reasons[reason])}</label
      >`,
  )
  return html`<details class="report" ${state.trouble?.of === 'report' && html` open`}>
    <summary>${say('report')}</summary>
    ${form(
      facts,
      'report',
      {},
      html`<input type="hidden" name="statement" value="${statement}" />
        <fieldset>
          <legend>${say('reportWhy')}</legend>
          ${choices}
        </fieldset>
        ${troubleHtml(facts, 'report')}<button type="submit" class="button button-small button-quiet">
          ${say('reportSend')}
        </button>`,
    )}
  </details>`
}
