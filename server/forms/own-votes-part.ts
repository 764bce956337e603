// One's own votes as forms: each can be changed or withdrawn.
import { html, type Html } from '../http/html.ts'
import type { Vote } from '../protocol/values.ts'
import { answers, iconHtml } from './answers.ts'
import { form, type PageFacts, textOf, troubleHtml } from './page-facts.ts'
import { ownStateWords } from '../protocol/page-words.ts'

export function ownVotesHtml(facts: PageFacts): Html {
  const { boot, conversation, standing, state, say } = facts
  const isOpen = boot.conversation!.isOpen // of this page
  const done = state.done === 'changed' || state.done === 'withdrawn' ? state.done : null
  const row = ([statement, vote]: readonly [number, Vote]) => {
    const canChange = isOpen && conversation.closed[conversation.indexOf(statement) ?? -1] === 0
    const name = `my-vote-${statement}`
    const text = textOf(facts, statement)
    // One's own that others cannot vote on, be it not yet or not any more.
    const own = text === '' ? standing.statements.find(({ id }) => id === statement) : undefined
    return html`<li>
      <p id="${name}" class="written" dir="auto">${text || (own?.text ?? say('statementGone'))}</p>
      ${own && html`<p class="quiet">${say(ownStateWords[own.state])}</p>`}
      <div class="my-vote-answers" role="group" aria-labelledby="${name}">
        ${answers.map((answer) => html`<button type="submit" name="change" value="${statement}:${answer.vote}" aria-pressed="${answer.vote === vote ? 'true' : 'false'}" ${!canChange && html` disabled`}>${iconHtml(answer)}${say(answer.word)}</button>`)}<button
          type="submit"
          name="change"
          value="${statement}:w"
          class="my-vote-withdraw"
          ${!isOpen && html` disabled`}
        >
          ${say('withdrawVote')}
        </button>
      </div>
    </li>`
  }
  const votes = [...standing.votes].sort(([first], [second]) => first - second)
  return html`<section class="ballot my-votes" id="ballot" aria-labelledby="my-votes-heading">
    <h2 id="my-votes-heading" tabindex="-1">${say('myVotes', { count: votes.length })}</h2>
    ${done !== null && html`<p class="notice" role="status">${say(done)}</p>`}${troubleHtml(facts, 'votes')}${form(
      facts,
      'change',
      {},
      html`<ul>
        ${votes.map(row)}
      </ul>`,
    )}${form(facts, 'voting', { className: 'plain-form' }, html`<button type="submit" class="button">${say('backToVoting')}</button>`)}
  </section>`
}
