// Where the reader stands, in words, for pages on which no script runs: worked out from their own votes and the published map as the
// script does it, for this page alone.
import { html, type Html } from '../http/html.ts'
import { ownPosition } from '../protocol/own-position.ts'
import { type Comparison, ENOUGH_VOTES, whereIStand } from '../protocol/where-i-stand.ts'
import { type PageFacts, shareOf, textOf } from './page-facts.ts'

const SHOWN = 3

/** Nothing before the first vote, and where there are no groups. */
export function ownPlaceHtml(facts: PageFacts): Html | null {
  const { map, standing, say } = facts
  if (map === null || standing.votes.length === 0) return null
  const votes = new Map(standing.votes)
  const components = map.components()
  const place = ownPosition(votes, components)
  const found = place && whereIStand(place, votes, map.snapshot.groups, components)
  if (!found) return null
  const { nearest, alsoNear, agreements, differences } = found
  const { letter } = nearest
  const where = alsoNear
    ? say('standingBetween', { first: letter, second: alsoNear.letter })
    : say('standingNearest', { letter })
  const restsOn = found.votes < ENOUGH_VOTES ? 'standingGuess' : 'standingRests'
  return html`<section class="standing" aria-labelledby="standing-heading">
    <h3 id="standing-heading">${say('standingHeading')}</h3>
    <p class="standing-sentence">${where} ${say(restsOn, { count: found.votes })}</p>
    <div class="standing-lists">
      ${comparisonsHtml(facts, say('standingAgree', { letter }), 'standingSame', agreements)}${comparisonsHtml(facts, say('standingDiffer', { letter }), 'standingOpposite', differences)}
    </div>
    <p class="quiet">${say('standingOnlyHere')}</p>
  </section>`
}

function comparisonsHtml(
  facts: PageFacts,
  lead: string,
  words: 'standingSame' | 'standingOpposite',
  comparisons: readonly Comparison[],
): Html | null {
  const { say } = facts
  const shown = comparisons.filter(({ statement }) => textOf(facts, statement) !== '').slice(0, SHOWN)
  if (shown.length === 0) return null
  const items = shown.map(
    ({ statement, own, share, people }) =>
      html`<li>
        <span class="stance-text written" dir="auto">${textOf(facts, statement)}</span>
        <span class="stance-count"
          >${own === 1 ? say('youAgreed') : say('youDisagreed')}
          ${say(words, { share: shareOf(facts, share), people })}</span
        >
      </li>`,
  )
  return html`<div class="stances">
    <p class="stances-lead">${lead}</p>
    <ul>
      ${items}
    </ul>
  </div>`
}
