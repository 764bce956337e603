// The built pages: HTML shells with placeholders, filled in for each request. What goes in is escaped, because
// topics and descriptions are people's own words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Boot } from '../protocol/boot.ts'

/** Rooms of the client that are pages. */
export type PageRoom = 'home' | 'participate' | 'project' | 'facilitate' | 'staff' | 'problem'

export interface PageContent {
  /** Text of the title element. */
  readonly title: string
  /** Text of the description that search engines and previews show. */
  readonly description: string
  /** Address of a stylesheet that comes after the page's own; null for none. */
  readonly stylesheet: string | null
  readonly boot: Boot
  /** What stands on the page before its script has run: HTML, made safe by whoever made it. */
  readonly before?: string
}

export class PageShells {
  readonly #folder: string
  readonly #shells = new Map<PageRoom, string>()

  /** `folder` holds `<room>/index.html`, as the build leaves them. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** The HTML of a page. */
  fill(room: PageRoom, { title, description, stylesheet, boot, before = '' }: PageContent): string {
    const values: Readonly<Record<string, string>> = {
      LANGUAGE: boot.language,
      TITLE: escapeHtml(title),
      DESCRIPTION: escapeHtml(description),
      BOOT: escapeForScript(JSON.stringify(boot)),
      PAGE: before,
    }
    const link = stylesheet === null ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}" />`
    return this.#shell(room)
      .replace('</head>', `${link}</head>`)
      .replace(/%(LANGUAGE|TITLE|DESCRIPTION|BOOT|PAGE)%/g, (_, name: string) => values[name]!)
  }

  #shell(room: PageRoom): string {
    let shell = this.#shells.get(room)
    if (shell === undefined) {
      shell = readFileSync(join(this.#folder, room, 'index.html'), 'utf8')
      this.#shells.set(room, shell)
    }
    return shell
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML and in its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}

/** JSON in which no character can end the script element or begin a comment. */
function escapeForScript(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
