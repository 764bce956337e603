// The three answers as the page's script draws them.
import { html, type Html } from '../http/html.ts'

/** In the order in which they are shown. */
export const answers = [
  { vote: 1, word: 'agree', past: 'youAgreed', path: 'M4 12.5 9.5 18 20 6.5' },
  { vote: -1, word: 'disagree', past: 'youDisagreed', path: 'M5.5 5.5 18.5 18.5M18.5 5.5 5.5 18.5' },
  { vote: 0, word: 'pass', past: 'youPassed', path: 'M5 5.5 12.5 12 5 18.5M12.5 5.5 20 12 12.5 18.5' },
] as const

/** The sign of an answer; the word beside it says the same. */
export function iconHtml({ word, path }: (typeof answers)[number]): Html {
  return html`<svg
    class="answer-icon answer-icon-${word}"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d="${path}" />
  </svg>`
}
