import { chooseLanguage } from '../http/language.ts'
import type { Language } from '../protocol/values.ts'

/** The language of whoever sits at the console, as the environment says it: Welsh for `cy_GB.UTF-8`, English else. */
export function consoleLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const locale = LC_ALL || LC_MESSAGES || LANG || ''
  return chooseLanguage(locale.replace(/[.@].*$/, '').replace('_', '-'), undefined)
}
