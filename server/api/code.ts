import type { Html } from '../http/html.ts'
import { markup } from '../report/markup.ts'

/** Some lines of code on a page, which scroll sideways by themselves. */
export function code(text: string, label: string): Html {
  return markup`<pre class="code" tabindex="0" role="group" aria-label="${label}" dir="ltr"><code>${text}</code></pre>`
}
