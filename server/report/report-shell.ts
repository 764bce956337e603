// The page that a report, or the description of the API, is put into, as the build leaves it: style sheets and a small script. A published version carries
// both as files of its own, so that it looks the same after every update of the software.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeHtml } from '../http/html.ts'
import type { Language } from '../protocol/values.ts'

export interface ReportDocument {
  readonly language: Language
  readonly title: string
  readonly description: string
  /** Markup for the end of the head. */
  readonly head: string
  readonly body: string
  /** Path that style sheet and script come after; null for those of the present build. */
  readonly files: string | null
}

export class ReportShell {
  readonly #folder: string
  readonly #page: string
  #shell: string | null = null

  /** `folder` holds the room's `index.html` and `assets/`, as the build leaves them. */
  constructor(folder: string, room: 'report' | 'developers' = 'report') {
    this.#folder = folder
    this.#page = join(folder, room, 'index.html')
  }

  fill({ language, title, description, head, body, files }: ReportDocument): string {
    const values: Readonly<Record<string, string>> = {
      LANGUAGE: language,
      TITLE: escapeHtml(title),
      DESCRIPTION: escapeHtml(description),
      PAGE: body,
    }
    let shell = this.#read()
    if (files !== null) {
      shell = shell
        .replace(STYLES, '')
        .replace(SCRIPTS, '')
        .replace(
          '</head>',
          `<link rel="stylesheet" href="${files}/report.css" /><script type="module" src="${files}/report.js"></script></head>`,
        )
    }
    return shell
      .replace('</head>', () => `${head}</head>`)
      .replace(/%(LANGUAGE|TITLE|DESCRIPTION|PAGE)%/g, (_, name: string) => values[name]!)
  }

  /** Every style sheet of the page in one. */
  styles(): string {
    return this.#assets(STYLES)
  }

  /** The script of the page. */
  script(): string {
    return this.#assets(SCRIPTS)
  }

  #assets(pattern: RegExp): string {
    return [...this.#read().matchAll(pattern)]
      .map((match) => readFileSync(join(this.#folder, match[1]!), 'utf8'))
      .join('\n')
  }

  #read(): string {
    this.#shell ??= readFileSync(this.#page, 'utf8')
    return this.#shell
  }
}

const STYLES = /<link rel="stylesheet"[^>]*href="(\/assets\/[^"]+\.css)"[^>]*>/g
const SCRIPTS = /<script type="module"[^>]*src="(\/assets\/[^"]+\.js)"[^>]*><\/script>/g
