// A browser without a script, as far as forms go: it keeps cookies or does not, and posts what stands in a form of the page.
import type { Boot } from '../../../server/protocol/boot.ts'
import type { Service } from '../../../server/service.ts'

export interface Page {
  readonly status: number
  readonly location: string | null
  readonly setCookies: readonly string[]
  readonly headers: Headers
  readonly html: string
}

export class BrowserWithoutScript {
  readonly #service: Service
  readonly #path: string
  readonly #headers: Readonly<Record<string, string>>
  readonly #keepsCookies: boolean
  readonly cookies = new Map<string, string>()
  /** The page that it shows. */
  page: Page = { status: 0, location: null, setCookies: [], headers: new Headers(), html: '' }

  constructor(
    service: Service,
    path: string,
    { keepsCookies = true, headers = {} }: { keepsCookies?: boolean; headers?: Record<string, string> } = {},
  ) {
    this.#service = service
    this.#path = path
    this.#keepsCookies = keepsCookies
    this.#headers = headers
  }

  /** Opens the page, or one more of its addresses. */
  async open(path = this.#path): Promise<this> {
    return this.#ask(path, {})
  }

  /** Fields of the first form on the page that does this. */
  fields(act: string): Record<string, string> {
    const form = this.page.html
      .split('<form')
      .find((each) => each.includes(`name="act" value="${act}"`))
      ?.split('</form>')[0]
    if (form === undefined) throw new Error(`There is no form to ${act} on the page.`)
    const hidden = [...form.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)]
    return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
  }

  has(act: string): boolean {
    return this.page.html.includes(`name="act" value="${act}"`)
  }

  /** Posts a form, follows where the answer leads, and shows the page. */
  async submit(act: string, more: Readonly<Record<string, string>> = {}): Promise<this> {
    return this.post({ ...this.fields(act), act, ...more })
  }

  async post(
    fields: Readonly<Record<string, string>>,
    { origin = `http://127.0.0.1:${this.#service.port}` }: { origin?: string | null } = {},
  ): Promise<this> {
    await this.#ask(this.#path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: origin === null ? {} : { Origin: origin },
    })
    const { location, setCookies } = this.page
    if (location === null) return this
    await this.open(location)
    this.page = { ...this.page, location, setCookies }
    return this
  }

  get boot(): Boot {
    return JSON.parse(/id="boot"[^>]*>([\s\S]*?)<\/script>/.exec(this.page.html)![1]!) as Boot // of every page
  }

  async #ask(
    path: string,
    init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> },
  ) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`http://127.0.0.1:${this.#service.port}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...this.#headers, ...init.headers, ...(cookie !== '' && { Cookie: cookie }) },
    })
    const setCookies = response.headers.getSetCookie()
    for (const each of this.#keepsCookies ? setCookies : []) {
      const [name = '', value = ''] = each.split(';')[0]!.split('=')
      if (/max-age=0/i.test(each)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const { status, headers } = response
    this.page = {
      status,
      headers,
      setCookies,
      location: headers.get('Location'),
      html: await response.text(),
    }
    return this
  }
}
