// What the page of the API says of tokens, of pages elsewhere, of webhooks and of limits.
import { EXPORTS_AT_ONCE } from '../export/exports.ts'
import type { Piece } from '../http/html.ts'
import { type WebhookEvent, webhookEvent } from '../protocol/connections.ts'
import { cy as settingsWelsh } from '../protocol/setting-words/cy.ts'
import { en as settingsEnglish } from '../protocol/setting-words/en.ts'
import { STATEMENT_LENGTH } from '../protocol/statement-text.ts'
import { markup } from '../report/markup.ts'
import { REPORT_FRESH_MS } from '../report/reports.ts'
import { table } from '../report/sections/parts.ts'
import { messageOf } from '../webhooks/message.ts'
import { WEBHOOKS_AT_MOST } from '../webhooks/webhook-routes.ts'
import type { ApiPage } from './api-page.ts'
import { TOKEN_PREFIX } from './api-readers.ts'
import { code } from './code.ts'
import type { en } from './words/en.ts'

const EVENTS = {
  opened: 'eventOpened',
  closed: 'eventClosed',
  'version-published': 'eventVersion',
  'statement-waiting': 'eventWaiting',
  test: 'eventTest',
} as const satisfies Readonly<Record<WebhookEvent | 'test', keyof typeof en>>

/** Moment of the example. */
const MARCH_MS = Date.UTC(2026, 2, 4, 18, 30)

/** How whoever receives a message makes sure that it came from here. */
export const VERIFY = `import { createHmac, timingSafeEqual } from 'node:crypto'

/** body: the bytes as they arrived, before anything has parsed them */
function isFromFolkmoot(body, header, key, nowSeconds = Date.now() / 1000) {
  const [, seconds, signature] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (seconds === undefined || Math.abs(nowSeconds - seconds) > 300) return false
  const expected = createHmac('sha256', key).update(seconds + '.').update(body).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}`

type Section = readonly [id: string, heading: string, content: Piece]

/** The last sections of the page. */
export function connectionParts({ say, language, address }: ApiPage): readonly Section[] {
  const setting = (language === 'cy' ? settingsWelsh : settingsEnglish)['origins.label']
  const request = `curl --header 'Authorization: Bearer ${TOKEN_PREFIX}…' ${address}/api/conversations/high-street/report`
  const message = messageOf('version-published', 'high-street', MARCH_MS, { version: 1 })
  return [
    [
      'tokens',
      say('tokensHeading'),
      markup`<p>${say('tokensIntro')}</p>${code(request, say('tokensHeading'))}${table({
        caption: say('tokensHeading'),
        head: [say('tokenScope'), say('meaning')],
        numbersFrom: 2,
        rows: [[markup`<code>read:results</code>`, say('tokenScopeReadResults')]],
      })}`,
    ],
    ['origins', say('originsHeading'), markup`<p>${say('originsIntro', { setting })}</p>`],
    [
      'webhooks',
      say('webhooksHeading'),
      markup`<p>${say('webhooksIntro')}</p>${code(JSON.stringify(JSON.parse(message), null, 2), say('webhooksHeading'))}${table(
        {
          caption: say('webhookEvents'),
          head: [say('event'), say('meaning')],
          numbersFrom: 2,
          rows: [...webhookEvent.options, 'test' as const].map((event) => [
            markup`<code>${event}</code>`,
            say(EVENTS[event]),
          ]),
        },
      )}<p>${say('webhookAnswer')}</p><h3>${say('verifyHeading')}</h3><p>${say('verifyIntro')}</p>${code(VERIFY, say('verifyHeading'))}`,
    ],
    [
      'limits',
      say('limitsHeading'),
      markup`<ul class="report-list"><li>${say('limitExports', { count: EXPORTS_AT_ONCE })}</li>
        <li>${say('limitReports', { seconds: REPORT_FRESH_MS / 1000 })}</li><li>${say('limitWebhooks', { count: WEBHOOKS_AT_MOST })}</li>
        <li>${say('limitStatements', { characters: STATEMENT_LENGTH.most })}</li></ul>`,
    ],
  ]
}
