// Which language a page is served in: `?lang=`, else what the browser prefers, else English.
import type { Context } from 'hono'
import type { Language } from '../protocol/values.ts'
import { language } from '../protocol/values.ts'

const languages: readonly Language[] = language.options

/** The language to answer a request in. */
export function languageOf(context: Context): Language {
  return chooseLanguage(context.req.query('lang'), context.req.header('Accept-Language'))
}

/** `asked` is the value of `?lang=`, `accepted` the Accept-Language header. */
export function chooseLanguage(asked: string | undefined, accepted: string | undefined): Language {
  const wanted = asked === undefined ? [] : [asked.toLowerCase()]
  for (const name of [...wanted, ...preferences(accepted ?? '')]) {
    const known = languages.find((each) => name === each || name.startsWith(`${each}-`))
    if (known !== undefined) return known
  }
  return 'en'
}

/** Language names of an Accept-Language header, most wanted first; names of weight 0 are left out. */
function preferences(header: string): string[] {
  return header
    .toLowerCase()
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [name = '', ...parameters] = part.trim().split(';')
      const weight = parameters
        .map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1])
        .find((each) => each !== undefined)
      return { name: name.trim(), weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name)
}
