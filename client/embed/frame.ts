// The page's side of a frame: whether it stands in one, whose page is around it, and what was handed over after the # of
// the address, or in its query. That is read once and taken out of the address, so that it stays in no history and no bookmark; it
// lives on with the entry of the tab's history, for a reload.
import { readAddress } from '../../server/protocol/read-address.ts'
import { boot } from '../page/boot.ts'
import { type PagePart, partsWithout } from '../../server/protocol/page-parts.ts'
import type { HostMessage } from './host-messages.ts'

interface HandedOver {
  /** Who takes part, as the host says: a signed token or a bare name. */
  readonly identity?: string
  /** Origin of the host's page, as the embedding script says. */
  readonly host?: string
}

export const isFramed = window.parent !== window
const { dataset } = document.documentElement
/** What a site said of the person in the query, as frames without a script of ours do; the server has proven it. */
const proven = dataset.xid
delete dataset.xid
/** Whether the page was drawn for whom the site named. */
export const isDrawnForNamed = proven !== undefined
const handedOver = takeHandedOver()
const query = new URLSearchParams(location.search)
const without = partsWithout(query)
const hostOrigin = isFramed ? findHost() : undefined

/** Who takes part, as the host says; undefined for somebody who comes by themselves. */
export const identity: string | undefined = handedOver.identity

/** Whether a part of the page is to be shown. */
export function shows(part: PagePart): boolean {
  return !without.has(part)
}

/** Tells the page around this one, if it is one that the conversation lists; the browser delivers to that origin only. */
export function tellHost(message: HostMessage): void {
  if (hostOrigin !== undefined) window.parent.postMessage(message, hostOrigin)
}

/** Marks the document, for the design of a page in a frame and for the parts that are left out. */
export function settleIn(): void {
  const root = document.documentElement
  if (isFramed) root.dataset.framed = ''
  root.dataset.without = [...without].join(' ')
  document.addEventListener('click', takeAlong, true)
}

/** A link to this page in another language keeps all that came with its address. */
function takeAlong({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[hreflang]') : null
  const language = link && new URL(link.href).searchParams.get('lang')
  if (!link || !language) return
  const address = new URL(location.href)
  address.searchParams.set('lang', language)
  const { host, identity } = handedOver
  const secret = new URLSearchParams({ ...(host && { host }), ...(identity && { xid: identity }) })
  address.hash = secret.toString()
  link.href = address.href
}

function takeHandedOver(): HandedOver {
  const fragment = new URLSearchParams(location.hash.slice(1))
  const address = new URL(location.href)
  const { searchParams } = address
  const identity = fragment.get('xid') ?? proven ?? searchParams.get('xid')
  const host = fragment.get('host')
  if (identity === null && host === null) {
    const state = history.state as { handedOver?: HandedOver } | null // written below, by this page alone
    return state?.handedOver ?? {}
  }
  const handedOver = { ...(identity !== null && { identity }), ...(host !== null && { host }) }
  if (identity !== null && fragment.get('xid') === null) {
    searchParams.delete('xid')
    searchParams.set('named', '1') // so that a reload, too, asks nobody without a name
  }
  history.replaceState({ handedOver }, '', address.pathname + address.search)
  return handedOver
}

/** The host's origin by the first witness whom the conversation's list confirms. */
function findHost(): string | undefined {
  const witnesses = [
    handedOver.host,
    query.get('host') ?? undefined,
    location.ancestorOrigins?.[0],
    readAddress(document.referrer)?.origin,
    boot.hosts.length === 1 ? boot.hosts[0] : undefined,
  ]
  return witnesses.find((origin) => typeof origin === 'string' && boot.hosts.includes(origin)) ?? undefined
}
