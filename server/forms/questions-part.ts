// The entry questions as a form, where it is their turn: before voting, or after some votes.
import { html, type Html } from '../http/html.ts'
import { ASKED_AFTER_VOTES, NOT_SAID } from '../protocol/entry-questions.ts'
import { form, type PageFacts, troubleHtml } from './page-facts.ts'
import { QUESTION_FIELD } from './posted.ts'

export function questionsHtml(facts: PageFacts): Html | null {
  const { boot, standing, state, say } = facts
  const { questions } = boot
  if (questions === null || boot.first === null || !boot.conversation!.isOpen) return null
  if (state.done === 'answered') {
    return html`<noscript><p class="notice" role="status">${say('questionsThanks')}</p></noscript>`
  }
  const isTurn = questions.when === 'before' || standing.votes.length >= ASKED_AFTER_VOTES
  if (!isTurn || standing.hasAnswered) return null
  const fields = questions.questions.map(
    ({ id, words, options }) =>
      html`<fieldset>
        <legend dir="auto">${words}</legend>
        ${[...options, { id: NOT_SAID, words: say('notSaid') }].map((option) => html`<label class="choice" dir="auto"><input type="radio" name="${QUESTION_FIELD}${id}" value="${option.id}" />${option.words}</label>`)}
      </fieldset>`,
  )
  return html`<noscript
    ><section class="panel entry-questions" aria-labelledby="questions-heading">
      <h2 id="questions-heading">${say('questionsHeading')}</h2>
      <p class="quiet">${say('questionsExplained')}</p>
      ${form(facts, 'answer', {}, html`${fields}${troubleHtml(facts, 'answer')}<button type="submit" class="button">${say('questionsSend')}</button>`)}
    </section></noscript
  >`
}
