// The description of the API as a page for people who write programs: made from the OpenAPI document, so that neither says what
// the other does not.
import type { Html, Piece } from '../http/html.ts'
import { framed } from '../http/page-frame.ts'
import { pages } from '../protocol/addresses.ts'
import type { Language } from '../protocol/values.ts'
import { type Say, sayIn } from '../protocol/words/say.ts'
import { markup } from '../report/markup.ts'
import { table } from '../report/sections/parts.ts'
import { code } from './code.ts'
import { connectionParts } from './connection-parts.ts'
import { type Endpoint, endpoints, languageParameter, type Parameter, type Part, parts } from './endpoints.ts'
import type { OpenApi } from './open-api.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

/** What the parts of the page are made from. */
export interface ApiPage {
  readonly document: OpenApi
  readonly language: Language
  readonly say: Say<typeof en>
  /** Address of the service, for examples. */
  readonly address: string
}

const HEADINGS = {
  conversations: 'conversationsHeading',
  results: 'resultsHeading',
  reports: 'reportsHeading',
  exports: 'exportsHeading',
  polis: 'polisHeading',
} as const satisfies Readonly<Record<Part, keyof typeof en>>

/** The body of the page. */
export function apiPage(document: OpenApi, language: Language, address: string): string {
  const say = sayIn({ en, cy }, language)
  const page: ApiPage = { document, language, say, address }
  const sections: readonly (readonly [id: string, heading: string, content: Piece])[] = [
    ['conventions', say('conventionsHeading'), conventions(page)],
    ...parts.map(
      (part) =>
        [
          part,
          say(HEADINGS[part]),
          [
            part === 'polis' && markup`<p>${say('polisIntro')}</p>`,
            endpoints.filter((each) => each.part === part).map((each) => endpointOf(page, each)),
          ],
        ] as const,
    ),
    ...connectionParts(page),
  ]
  const frame = { language, path: pages.developers(), skip: say('skip'), footer: say('footer') }
  return framed(
    frame,
    markup`<header class="report-head"><p class="eyebrow">Folkmoot ${document.info.version}</p><h1>${say('pageTitle')}</h1>
      <p class="lead">${say('pageIntro')}</p><p><a href="/api/openapi.json?lang=${language}">${say('machineReadable')}</a></p></header>
      <nav class="report-contents" aria-label="${say('contents')}"><h2>${say('contents')}</h2><ol>${sections.map(
        ([id, heading]) => markup`<li><a href="#${id}">${heading}</a></li>`,
      )}</ol></nav>
      ${sections.map(
        ([id, heading, content]) =>
          markup`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>${content}</section>`,
      )}`,
  )
}

function conventions({ document, say }: ApiPage): Html {
  return markup`<ul class="report-list"><li>${say('conventionRequests')}</li><li>${say('conventionVotes')}</li><li>${say('conventionSmall')}</li>
    <li>${say('conventionTags')}</li><li>${say('conventionErrors')}</li></ul>
    <h3>${say('exampleRefused')}</h3>${code(exampleIn(document, 'Refusal'), say('exampleRefused'))}`
}

function endpointOf(page: ApiPage, { path, answer }: Endpoint): Html {
  const { document, say } = page
  const { summary, operationId, parameters } = document.paths[path]!.get
  const named = parameters.filter(({ name }) => name !== languageParameter.name)
  const isDocument = answer !== 'file' && answer !== 'polis'
  return markup`<article class="endpoint" id="${operationId}" aria-labelledby="${operationId}-path">
    <h3 id="${operationId}-path"><span class="method">GET</span><code>${path}</code></h3><p>${summary}</p>
    ${named.length > 0 && parameterTable(page, path, named)}
    ${isDocument && markup`<details><summary>${say('example')}</summary>${code(exampleIn(document, answer), `${say('example')}: ${path}`)}</details>`}</article>`
}

function parameterTable(
  { say }: ApiPage,
  path: string,
  parameters: readonly (Omit<Parameter, 'about'> & { readonly description: string })[],
): Html {
  return table({
    caption: say('tableOf', { path }),
    head: [say('parameter'), say('where'), say('meaning')],
    numbersFrom: 3,
    rows: parameters.map(({ name, in: where, schema, description }) => {
      const allowed = Array.isArray(schema.enum) ? schema.enum.map(String) : []
      return [
        markup`<code>${name}</code>`,
        say(where === 'path' ? 'inPath' : 'inQuery'),
        markup`${description}${allowed.length > 0 && markup` ${say('oneOf', { values: allowed.join(', ') })}`}`,
      ]
    }),
  })
}

function exampleIn({ components }: OpenApi, name: string): string {
  return JSON.stringify(components.schemas[name]?.examples[0], null, 2)
}
