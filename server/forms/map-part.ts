// The facts of the map in words, for pages on which no script runs: the groups, what each stands for, what all agree on.
import { html, type Html } from '../http/html.ts'
import { errors } from '../protocol/errors.ts'
import { certaintySentences } from '../protocol/certainty.ts'
import type { OpinionGroup, Snapshot } from '../protocol/snapshot.ts'
import { ownPlaceHtml } from './own-place-part.ts'
import { type PageFacts, shareOf, textOf } from './page-facts.ts'

type Stance = OpinionGroup['representative'][number]

export function mapHtml(facts: PageFacts): Html | null {
  const { hidden, language, say } = facts
  const map = facts.map?.snapshot ?? null
  if (hidden !== null) {
    return html`<noscript
      ><section class="map-section" aria-labelledby="map-heading">
        <h2 id="map-heading">${say('mapHeading')}</h2>
        <p class="lead">${errors[hidden].words[language]}</p>
      </section></noscript
    >`
  }
  if (map === null) return null
  const content = map.state === 'groups' ? groupsHtml(facts, map) : waitingHtml(facts, map.opensAt)
  return html`<noscript
    ><section class="map-section" aria-labelledby="map-heading">
      <h2 id="map-heading">${say('mapHeading')}</h2>
      ${content}
    </section></noscript
  >`
}

function waitingHtml({ boot, say }: PageFacts, opensAt: number): Html {
  const now = boot.conversation!.counts.participants // of this page
  return html`<p class="lead">${say('mapOpens', { count: opensAt, now })}</p>
    <p class="quiet">${say('mapOpensMore')}</p>`
}

function groupsHtml(facts: PageFacts, map: Snapshot): Html {
  const { grouped, groups, consensus } = map
  const { say } = facts
  const own = { agree: say('mostAgree'), disagree: say('mostDisagree') }
  const everyones = { agree: say('everyoneAgrees'), disagree: say('everyoneDisagrees') }
  const portraits = groups.map(
    ({ letter, people, representative }) =>
      html`<article class="portrait">
        <h4>
          <span>${say('groupName', { letter })}</span>
          <span class="portrait-people">${say('groupPeople', { count: people })}</span>
        </h4>
        ${representative.length === 0 ? html`<p class="quiet">${say('groupNothing')}</p>` : stancesHtml(facts, representative, own)}
      </article>`,
  )
  const howSure = certaintySentences(map).map(({ key, share }) => say(key, { share: shareOf(facts, share) }))
  return html`${ownPlaceHtml(facts)}
    <p>${say('mapPeople', { count: grouped })}</p>
    <p>${howSure.join(' ')}</p>
    <section class="portraits">
      <h3>${say('groupStandsFor')}</h3>
      <div class="portraits-list">${portraits}</div>
    </section>
    <section class="consensus">
      <h3>${say('consensusHeading')}</h3>
      ${consensus.length === 0 ? html`<p class="quiet">${say('consensusNothing')}</p>` : stancesHtml(facts, consensus, everyones)}
    </section>`
}

function stancesHtml(
  facts: PageFacts,
  stances: readonly Pick<Stance, 'statement' | 'direction' | 'inFavour' | 'votes'>[],
  lead: Readonly<Record<Stance['direction'], string>>,
): readonly (Html | false)[] {
  return (['agree', 'disagree'] as const).map((direction) => {
    const these = stances.filter(
      (stance) => stance.direction === direction && textOf(facts, stance.statement) !== '',
    )
    const items = these.map(
      ({ statement, inFavour, votes }) =>
        html`<li>
          <span class="stance-text written" dir="auto">${textOf(facts, statement)}</span>
          <span class="stance-count">${facts.say('shareOf', { inFavour, votes })}</span>
        </li>`,
    )
    return (
      these.length > 0 &&
      html`<div class="stances">
        <p class="stances-lead">${lead[direction]}</p>
        <ul>
          ${items}
        </ul>
      </div>`
    )
  })
}
