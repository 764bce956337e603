// The page to take part as the server draws it: readable and votable before any script has run, and whole without any. The marks
// of what stands above the map are those that the script draws, so that nothing moves when it takes over; what only people
// without a script need stands within <noscript>.
import { padding } from '../http/compressed.ts'
import { html, Html } from '../http/html.ts'
import { markdownHtml } from '../http/markdown-html.ts'
import { pages } from '../protocol/addresses.ts'
import { locales } from '../protocol/words/say.ts'
import { ballotHtml } from './ballot-part.ts'
import { mapHtml } from './map-part.ts'
import { ownDataHtml } from './own-data-part.ts'
import { ownVotesHtml } from './own-votes-part.ts'
import type { PageFacts } from './page-facts.ts'
import { purposeHtml } from './purpose-part.ts'
import { questionsHtml } from './questions-part.ts'
import { writeHtml } from './write-part.ts'

/** HTML of everything within the body. */
export function pageHtml(facts: PageFacts): Html {
  const { boot, address, say } = facts
  const shown = boot.conversation! // of this page
  return html`<a class="skip" href="#content">${say('skipToContent')}</a>${mastheadHtml(facts)}
    <main id="content" tabindex="-1">
      <div class="conversation">
        <header class="question">
          <p class="tags">
            ${shown.isSample && html`<span class="tag tag-sample">${say('sample')}</span>`}${shown.state !== 'open' && html`<span class="tag">${say(shown.state)}</span>`}
          </p>
          <h1 class="written" dir="auto">${shown.topic}</h1>
          ${shown.isSample && html`<p class="sample-note">${say('sampleMeaning')}</p>`}${shown.description !== '' && markdownHtml(shown.description)}
        </header>
        ${purposeHtml(facts)}${boot.questions?.when === 'before' && questionsHtml(facts)}${!address.without.has('vote') && html`<div class="voting">${partInTurn(facts)}</div>`}
        <section class="so-far" aria-labelledby="counts-heading">
          <h2 id="counts-heading">${say('countsHeading')}</h2>
          ${countsHtml(facts)}
        </section>
        ${boot.questions?.when === 'after' && questionsHtml(facts)}${!address.without.has('write') && writeHtml(facts)}${ownDataHtml(facts)}
      </div>
      ${!address.without.has('map') && mapHtml(facts)}
    </main>
    <footer class="footer">
      <div class="footer-inner">
        <p>${say('footer')}</p>
        <p><a href="${pages.home()}${chosenLanguage(facts)}">${say('allConversations')}</a></p>
      </div>
    </footer>
    ${boot.first !== null && new Html(`<!--${padding()}-->`)}`
}

/** What stands in the place of the ballot. */
function partInTurn(facts: PageFacts): Html | null {
  return facts.state.view === 'votes' ? ownVotesHtml(facts) : ballotHtml(facts)
}

const MARK = html`<svg class="wordmark-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <circle cx="12" cy="5" r="3.4" />
  <circle cx="5.2" cy="17" r="3.4" />
  <circle cx="18.8" cy="17" r="3.4" />
  <path d="M12 8.4v4.2m0 0-3.9 2.6m3.9-2.6 3.9 2.6" />
</svg>`

function mastheadHtml(facts: PageFacts): Html {
  const { language, address, state } = facts
  const other = language === 'en' ? 'cy' : 'en'
  const query = new URLSearchParams(address.search)
  query.set('lang', other)
  if (state.xid !== undefined) query.set('xid', state.xid)
  return html`<header class="masthead">
    <div class="masthead-inner">
      <a class="wordmark" href="${pages.home()}${chosenLanguage(facts)}">${MARK}Folkmoot</a
      ><a class="language-link" href="?${query.toString()}" lang="${other}" hreflang="${other}"
        >${other === 'cy' ? 'Cymraeg' : 'English'}</a
      >
    </div>
  </header>`
}

/** The query that keeps a language that was chosen. */
function chosenLanguage({ address, language }: PageFacts): string {
  return new URLSearchParams(address.search).has('lang') ? `?lang=${language}` : ''
}

function countsHtml({ boot, language, say }: PageFacts): Html {
  const number = new Intl.NumberFormat(locales[language])
  const { participants, votes, statements } = boot.conversation!.counts // of this page
  const open = boot.first?.progress.of // without those that wait for a moderator or were not accepted
  const counted = [
    [say('countPeople'), participants],
    [say('countVotes'), votes],
    [say('countStatements'), open ?? statements],
  ] as const
  return html`<dl class="counts">
    ${counted.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${number.format(value)}</dd>
        </div>`,
    )}
  </dl>`
}
