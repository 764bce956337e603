// All that the page to take part is drawn from, and how its parts speak.
import type { LiveConversation } from '../conversation/live-conversation.ts'
import { html, type Html, type Piece } from '../http/html.ts'
import { pages } from '../protocol/addresses.ts'
import type { Boot } from '../protocol/boot.ts'
import { errors } from '../protocol/errors.ts'
import type { ResultsRefusal } from '../protocol/results.ts'
import type { Language } from '../protocol/values.ts'
import { cy as takingPartWelsh } from '../protocol/words/taking-part/cy.ts'
import { en as takingPartEnglish } from '../protocol/words/taking-part/en.ts'
import { locales, sayIn, type Say } from '../protocol/words/say.ts'
import type { AddressParts } from './page-address.ts'
import type { FormState, FormTrouble, Standing } from './form-state.ts'
import type { MapToRead } from './read-map.ts'
import { cy as formsWelsh } from './words/cy.ts'
import { en as formsEnglish } from './words/en.ts'

const en = { ...takingPartEnglish, ...formsEnglish }
const cy = { ...takingPartWelsh, ...formsWelsh }
export type SayHere = Say<typeof en>

export interface PageFacts {
  readonly boot: Boot
  readonly conversation: LiveConversation
  readonly address: AddressParts
  readonly state: FormState
  readonly standing: Standing
  /** The newest map, where whoever looks may see it. */
  readonly map: MapToRead | null
  /** Why they may not. */
  readonly hidden: ResultsRefusal | null
  /** Name of what the forms of this page do. */
  readonly mutation: string
  readonly language: Language
  readonly say: SayHere
}

/** Speaks the page's language. */
export function sayOf(language: Language): SayHere {
  return sayIn({ en, cy }, language)
}

/** Text of a statement that people may vote on; empty for others, such as one that its author has taken back. */
export function textOf({ conversation }: PageFacts, statement: number): string {
  const index = conversation.indexOf(statement) ?? -1
  return conversation.closed[index] === 0 ? conversation.statements[index]!.text : ''
}

/** A share of 0 to 1 as whole percent. */
export function shareOf({ language }: PageFacts, share: number): string {
  const form = { style: 'percent', maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(locales[language], form).format(share)
}

/** "4 March 2026", of a day such as 2026-03-04. */
export function dayOf({ language }: PageFacts, day: string): string {
  const names = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locales[language], names).format(Date.parse(`${day}T12:00:00Z`))
}

/** A form that says who posts it; `act` where its buttons do not say what they do. */
export function form(
  { boot, conversation, address, mutation, state }: PageFacts,
  act: string | null,
  { className = '', id = '', labelledBy = '' }: { className?: string; id?: string; labelledBy?: string },
  content: Piece,
): Html {
  const hidden = {
    ...(act !== null && { act }),
    ...(state.xid !== undefined ? { xid: state.xid } : boot.first !== null && { token: boot.first.token }),
    mutation,
  }
  const query = new URLSearchParams(address.search)
  if (state.xid !== undefined) query.set('named', '1') // should the form not be readable, nobody else is asked
  const search = query.size > 0 ? `?${query.toString()}` : ''
  return html`<form
    class="${className}"
    ${id !== '' && html` id="${id}"`}
    method="post"
    action="${pages.takePart(conversation.id)}${search}#ballot"
    ${labelledBy !== '' && html` aria-labelledby="${labelledBy}"`}
  >
    ${Object.entries(hidden).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
    )}${content}
  </form>`
}

/** Why a part refused what was asked of it, in its place. */
export function troubleHtml(
  { state, language, say }: PageFacts,
  of: FormTrouble['of'],
  id = '',
): Html | null {
  const { trouble } = state
  if (trouble?.of !== of) return null
  const { code } = trouble
  const words =
    code in errors ? errors[code as keyof typeof errors].words[language] : say(code as 'sureMissing') // one or the other
  return html`<p class="field-trouble" ${id !== '' && html` id="${id}"`} role="alert">${words}</p>`
}
