// What stands around the content of pages that are drawn by the server and need no script: the way past it, the name of the
// service, the other language, the foot.
import { pages } from '../protocol/addresses.ts'
import type { Language } from '../protocol/values.ts'
import { markup } from '../report/markup.ts'
import type { Piece } from './html.ts'

export interface PageFrame {
  readonly language: Language
  /** Path of the page, which is there in the other language as well. */
  readonly path: string
  /** Words of the link past the head of the page. */
  readonly skip: string
  readonly footer: string
}

/** The body of a page. */
export function framed({ language, path, skip, footer }: PageFrame, content: Piece): string {
  const other = language === 'en' ? 'cy' : 'en'
  return String(markup`<a class="skip" href="#content">${skip}</a>
    <header class="masthead"><div class="masthead-inner"><a class="wordmark" href="${pages.home()}">${SIGN}Folkmoot</a>
    <a class="language-link" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${other === 'cy' ? 'Cymraeg' : 'English'}</a></div></header>
    <main id="content" class="report" tabindex="-1">${content}</main>
    <footer class="footer"><div class="footer-inner"><p>${footer}</p></div></footer>`)
}

const SIGN = markup`<svg class="wordmark-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="5" r="3.4"/>
  <circle cx="5.2" cy="17" r="3.4"/><circle cx="18.8" cy="17" r="3.4"/><path d="M12 8.4v4.2m0 0-3.9 2.6m3.9-2.6 3.9 2.6"/></svg>`
