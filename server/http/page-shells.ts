// The built pages: HTML shells with placeholders, filled in for each request. What goes in is escaped, because
// topics and descriptions are people's own words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Boot } from '../protocol/boot.ts'
import { escapeHtml, type Html } from './html.ts'

/** Rooms of the client that are pages. */
export type PageRoom =
  | 'home'
  | 'participate'
  | 'project'
  | 'facilitate'
  | 'moderate'
  | 'staff'
  | 'host'
  | 'join'
  | 'problem'
  | 'results'
  | 'recompute'
  | 'import'
  | 'connections'

export interface PageContent {
  /** Text of the title element. */
  readonly title: string
  /** Text of the description that search engines and previews show. */
  readonly description: string
  /** Address of a stylesheet that comes after the page's own; null for none. */
  readonly stylesheet: string | null
  readonly boot: Boot
  /** Attributes of the root element. */
  readonly marks?: Html | undefined
  /** What stands on the page before its script has run. */
  readonly before?: Html | undefined
  /** What stands at the end of the head. */
  readonly head?: Html | undefined
}

export class PageShells {
  readonly #folder: string
  readonly #shells = new Map<PageRoom, string>()

  /** `folder` holds `<room>/index.html`, as the build leaves them. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** The HTML of a page. */
  fill(room: PageRoom, { title, description, stylesheet, boot, marks, before, head }: PageContent): string {
    const values: Readonly<Record<string, string>> = {
      LANGUAGE: boot.language,
      TITLE: escapeHtml(title),
      DESCRIPTION: escapeHtml(description),
      BOOT: escapeForScript(JSON.stringify(boot)),
      MARKS: marks?.markup ?? '',
      PAGE: before?.markup ?? '',
    }
    const link = stylesheet === null ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}" />`
    return this.#shell(room)
      .replace('</head>', () => `${head?.markup ?? ''}${link}</head>`)
      .replace(/%(LANGUAGE|MARKS|TITLE|DESCRIPTION|BOOT|PAGE)%/g, (_, name: string) => values[name]!)
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

/** JSON in which no character can end the script element or begin a comment. */
function escapeForScript(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
