// The API for other programs over HTTP, besides what it gives out: its description for programs and for people, and its tokens.
import type { Hono } from 'hono'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageOf } from '../http/language.ts'
import { confirmed, tagged } from '../http/tagged.ts'
import { packageRoot } from '../package-root.ts'
import { pages } from '../protocol/addresses.ts'
import { sayIn } from '../protocol/words/say.ts'
import { ReportShell } from '../report/report-shell.ts'
import type { StaffRoutes } from '../staff/staff-routes.ts'
import { apiPage } from './api-page.ts'
import { addApiTokens, type ApiTokens } from './api-tokens.ts'
import { openApi } from './open-api.ts'
import { cy } from './words/cy.ts'
import { en } from './words/en.ts'

export interface ApiPages extends ApiTokens {
  /** Address under which people reach the service; null where it is not set. */
  readonly publicUrl: string | null
  /** Folder of the built pages. */
  readonly clientFolder: string
}

export function addApi(app: Hono, routes: StaffRoutes, options: ApiPages): void {
  const { publicUrl, clientFolder } = options
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  } // ours
  app.get('/api/openapi.json', (context) => {
    // It is about no conversation and says nothing that is not in the source.
    context.header('Access-Control-Allow-Origin', '*')
    context.header('Vary', 'Accept-Language')
    return confirmed(context, openApi({ version, address: publicUrl, language: languageOf(context) }))
  })

  const shell = new ReportShell(clientFolder, 'developers')
  app.get(pages.developers(), (context) => {
    const language = languageOf(context)
    const say = sayIn({ en, cy }, language)
    const document = openApi({ version, address: publicUrl, language })
    const html = shell.fill({
      language,
      title: `${say('pageTitle')} · Folkmoot`,
      description: say('pageIntro'),
      head: '',
      body: apiPage(document, language, publicUrl ?? new URL(context.req.url).origin),
      files: null,
    })
    context.header('Content-Language', language)
    context.header('Vary', 'Accept-Language')
    return tagged(
      context,
      `"${hash('sha256', html, 'base64url')}"`,
      'no-cache',
      html,
      'text/html; charset=utf-8',
    )
  })

  addApiTokens(routes, options)
}
