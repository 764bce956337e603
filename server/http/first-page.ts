// The page to take part as the server draws it: readable and votable before any script has run, and without any. The marks are
// those that the script draws, so that nothing moves when it takes over.
import type { Boot } from '../protocol/boot.ts'
import type { Conversation } from '../protocol/conversation.ts'
import { type ErrorCode, errors } from '../protocol/errors.ts'
import type { ShownPurpose } from '../protocol/purpose.ts'
import type { Snapshot } from '../protocol/snapshot.ts'
import type { Progress } from '../protocol/statement.ts'
import type { Language } from '../protocol/values.ts'
import { pages } from '../protocol/addresses.ts'
import { markdownHtml } from './markdown-html.ts'
import { escapeHtml } from './page-shells.ts'
import { cy } from '../protocol/words/taking-part/cy.ts'
import { en } from '../protocol/words/taking-part/en.ts'
import { sayIn } from '../protocol/words/say.ts'

export interface FirstPage {
  readonly boot: Boot
  /** Name of the act of voting that the buttons are for; null where nobody is asked. */
  readonly mutation: string | null
  /** Why the last vote was not counted. */
  readonly refusal: ErrorCode | null
  /** The newest map, for its facts as text. */
  readonly map: Snapshot | null
  readonly textOf: (statement: number) => string
  /** Whether the address says which language is wanted. */
  readonly isLanguageChosen: boolean
}

const influenceWords = {
  inform: 'influenceInform',
  consult: 'influenceConsult',
  involve: 'influenceInvolve',
  collaborate: 'influenceCollaborate',
  empower: 'influenceEmpower',
} as const
const privacy = [
  'privacyNoName',
  'privacyKey',
  'privacyNumber',
  'privacyCounts',
  'privacyPlace',
  'privacyNothingElse',
  'privacyAddress',
  'privacyStatements',
  'privacyOperators',
  'privacyRights',
] as const
const answers = [
  { vote: 1, word: 'agree', icon: 'M4 12.5 9.5 18 20 6.5' },
  { vote: -1, word: 'disagree', icon: 'M5.5 5.5 18.5 18.5M18.5 5.5 5.5 18.5' },
  { vote: 0, word: 'pass', icon: 'M5 5.5 12.5 12 5 18.5M12.5 5.5 20 12 12.5 18.5' },
] as const
const MARK =
  '<svg class="wordmark-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="5" r="3.4" />' +
  '<circle cx="5.2" cy="17" r="3.4" /><circle cx="18.8" cy="17" r="3.4" /><path d="M12 8.4v4.2m0 0-3.9 2.6m3.9-2.6 3.9 2.6" /></svg>'

/** HTML of everything within the body. */
export function firstPageHtml(page: FirstPage): string {
  const { boot, isLanguageChosen } = page
  const { language } = boot
  const say = wordsOf(language)
  const shown = boot.conversation!
  const query = isLanguageChosen ? `?lang=${language}` : ''
  const other = language === 'en' ? 'cy' : 'en'
  const tags = [
    shown.isSample ? `<span class="tag tag-sample">${say('sample')}</span>` : '',
    shown.isOpen ? '' : `<span class="tag">${say('closed')}</span>`,
  ].join('')
  return (
    `<a class="skip" href="#content">${say('skipToContent')}</a>` +
    `<header class="masthead"><div class="masthead-inner"><a class="wordmark" href="${pages.home()}${query}">${MARK}Folkmoot</a>` +
    `<a class="language-link" href="?lang=${other}" lang="${other}" hreflang="${other}">${other === 'cy' ? 'Cymraeg' : 'English'}</a></div></header>` +
    `<main id="content" tabindex="-1"><div class="conversation"><header class="question"><p class="tags">${tags}</p>` +
    `<h1 class="written" dir="auto">${escapeHtml(shown.topic)}</h1>` +
    (shown.isSample ? `<p class="sample-note">${say('sampleMeaning')}</p>` : '') +
    (shown.description === '' ? '' : markdownHtml(shown.description)) +
    `</header>${purposeHtml(boot.purpose, language)}<div class="voting">${ballotHtml(page, shown, query)}</div>` +
    `<section class="so-far" aria-labelledby="counts-heading"><h2 id="counts-heading">${say('countsHeading')}</h2>${countsHtml(shown, language)}</section>` +
    `</div>${mapHtml(page, language)}</main>` +
    `<footer class="footer"><div class="footer-inner"><p>${say('footer')}</p><p><a href="${pages.home()}${query}">${say('allConversations')}</a></p></div></footer>`
  )
}

function ballotHtml({ boot, mutation, refusal }: FirstPage, shown: Conversation, query: string): string {
  const { language, first } = boot
  const say = wordsOf(language)
  const why =
    refusal === null
      ? ''
      : `<p class="notice notice-trouble" role="alert">${escapeHtml(errors[refusal].words[language])}</p>`
  if (shown.state !== 'open') {
    const words = { closed: 'votingClosed', paused: 'votingPaused', upcoming: 'votingUpcoming' } as const
    const heading = words[shown.state]
    return `<section class="ballot ballot-ending"><h2>${say(heading)}</h2><p>${say(`${heading}More`)}</p>${why}</section>`
  }
  if (first === null || mutation === null) return ''
  const { statement, progress, token } = first
  if (statement === null) {
    const heading = progress.of === 0 ? 'noStatements' : 'allDone'
    return `<section class="ballot ballot-ending"><h2>${say(heading)}</h2><p>${say(`${heading}More`)}</p>${why}</section>`
  }
  const hidden = { token, mutation, statement: `${statement.id}` }
  const buttons = answers.map(
    ({ vote, word, icon }) =>
      `<button type="submit" name="vote" value="${vote}" class="answer answer-${word}"><svg class="answer-icon answer-icon-${word}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${icon}" /></svg>${say(word)}</button>`,
  )
  return (
    `<form class="ballot" id="ballot" method="post" action="${pages.takePart(shown.id)}${query}" aria-labelledby="ballot-heading">` +
    `<h2 id="ballot-heading">${say('statementHeading')}</h2>` +
    `<blockquote class="statement written" dir="auto"><p>${escapeHtml(statement.text)}</p></blockquote>` +
    Object.entries(hidden)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}" />`)
      .join('') +
    `<div class="answers" role="group" aria-labelledby="ballot-heading">${buttons.join('')}</div>${why}` +
    `<div class="progress"><p>${progressHtml(progress, language)}</p><p class="quiet">${say('howToVote')}</p></div></form>`
  )
}

function purposeHtml(purpose: ShownPurpose | null, language: Language): string {
  const say = wordsOf(language)
  const lines = `<ul class="privacy-lines">${privacy.map((line) => `<li>${say(line)}</li>`).join('')}</ul>`
  if (purpose === null) {
    return `<details class="purpose purpose-plain"><summary>${say('privacyHeading')}</summary>${lines}</details>`
  }
  const fact = (name: PlainWord, html: string) =>
    `<div><dt>${say(name)}</dt><dd dir="auto">${html}</dd></div>`
  const { question, influence, decides, canChange, dates, next, contact, background } = purpose
  const days = dates.map(
    ({ day, what }) => `<li><time datetime="${day}">${day}</time>: ${escapeHtml(what)}</li>`,
  )
  return (
    `<details class="purpose" open><summary>${say('purposeHeading')}</summary><dl class="purpose-facts">` +
    fact('purposeQuestion', escapeHtml(question)) +
    fact('purposeInfluence', say(influenceWords[influence])) +
    fact('purposeDecides', escapeHtml(decides)) +
    `</dl><details class="purpose-more"><summary>${say('purposeMore')}</summary><dl class="purpose-facts">` +
    fact('purposeCanChange', escapeHtml(canChange)) +
    fact('purposeNext', escapeHtml(next)) +
    `</dl><ul>${days.join('')}</ul>${contact === undefined ? '' : markdownHtml(contact)}` +
    `${background === undefined ? '' : markdownHtml(background)}</details>` +
    `<details class="purpose-more"><summary>${say('privacyHeading')}</summary>${lines}</details></details>`
  )
}

function countsHtml({ counts }: Conversation, language: Language): string {
  const say = wordsOf(language)
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'cy')
  const one = (name: PlainWord, value: number) =>
    `<div><dt>${say(name)}</dt><dd>${number.format(value)}</dd></div>`
  return `<dl class="counts">${one('countPeople', counts.participants)}${one('countVotes', counts.votes)}${one('countStatements', counts.statements)}</dl>`
}

/** The facts of the map in words, for pages on which no script runs. */
function mapHtml({ map, textOf }: FirstPage, language: Language): string {
  if (map === null || map.state !== 'groups') return ''
  const words = {
    en: {
      group: 'Group',
      people: 'people',
      agree: 'most agree',
      disagree: 'most disagree',
      all: 'What everyone agrees on',
      of: 'of',
    },
    cy: {
      group: 'Grŵp',
      people: 'o bobl',
      agree: 'mae’r rhan fwyaf yn cytuno',
      disagree: 'mae’r rhan fwyaf yn anghytuno',
      all: 'Yr hyn y mae pawb yn cytuno arno',
      of: 'o',
    },
  }[language]
  const line = ({
    statement,
    direction,
    inFavour,
    votes,
  }: {
    statement: number
    direction: 'agree' | 'disagree'
    inFavour: number
    votes: number
  }) =>
    `<li dir="auto">${escapeHtml(textOf(statement))} (${words[direction]}, ${inFavour} ${words.of} ${votes})</li>`
  const groups = map.groups.map(
    ({ letter, people, representative }) =>
      `<h3>${words.group} ${letter}: ${people} ${words.people}</h3><ul>${representative.map(line).join('')}</ul>`,
  )
  const all =
    map.consensus.length === 0 ? '' : `<h3>${words.all}</h3><ul>${map.consensus.map(line).join('')}</ul>`
  return `<noscript><section class="map-section"><h2>${wordsOf(language)('mapHeading')}</h2>${groups.join('')}${all}</section></noscript>`
}

function progressHtml({ voted, of }: Progress, language: Language): string {
  const say = sayIn({ en, cy }, language)
  return voted === 0 ? say('progressNone', { count: of }) : say('progress', { voted, count: of })
}

type PlainWord = { [Key in keyof typeof en]: (typeof en)[Key] extends string ? Key : never }[keyof typeof en]

function wordsOf(language: Language): (word: PlainWord) => string {
  return (word) => escapeHtml({ en, cy }[language][word] as string) // a plain word has no plural forms
}
