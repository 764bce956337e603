// The script of the host's page, served at /embed.js: puts the page to take part into a frame wherever the markup asks
// for it, keeps the frame as high as its content, and hands on what happens. It also reads the markup of Polis, so that
// a site that embeds Polis changes one host name.
//
//   <div class="folkmoot" data-conversation="high-street"></div>
//   <script async src="https://talk.example.org/embed.js"></script>
import type { EmbedErrorCode, HostEventName, HostMessage } from './host-messages.ts'

interface HeardEvent {
  readonly iframe: HTMLIFrameElement | null
  readonly data: HostMessage
}

/** Returns true from a `resize` handler to keep the frame's height as it is. */
type Handler = (event: HeardEvent) => unknown
/** `doneVoting` is what Polis calls `done`. */
type Handlers = Record<HostEventName | 'doneVoting', Handler[]>

/** `window.folkmoot` and, for pages written for Polis, `window.polis`. */
interface Embedding {
  on: Handlers
  /** Fills the markup that was added to the page since; by address of the service. */
  scans: Record<string, () => void>
}

type HostWindow = typeof window & { folkmoot?: Partial<Embedding>; polis?: Partial<Embedding> }

const FIRST_HEIGHT = 640
const PATIENCE_MS = 20_000
/** Parts of the page that can be left out, as Polis names them: voting, writing, help, topic, description, map, footer. */
const PARTS = ['ucv', 'ucw', 'ucsh', 'ucst', 'ucsd', 'ucsv', 'ucsf']
const titles: Readonly<Record<string, string>> = { cy: 'Cymryd rhan yn y sgwrs' }

const host = window as HostWindow // the two names are ours to define
const embedding = merge(host.polis, host.folkmoot)
host.polis = host.folkmoot = embedding

const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]')
if (script instanceof HTMLScriptElement) {
  const service = new URL(script.src).origin
  embedding.scans[service] ??= embedFrom(service)
  embedding.scans[service]()
}

/** Listens to the frames of one service; answers the function that fills the markup on the page. */
function embedFrom(service: string): () => void {
  const frames = new Map<HTMLIFrameElement, number>()

  addEventListener('message', ({ origin, source, data }: MessageEvent<HostMessage | null>) => {
    if (origin !== service || !data) return
    for (const [frame, patience] of frames) {
      if (frame.contentWindow !== source) continue
      if (data.name === 'init') {
        clearTimeout(patience)
        frame.title = data.title
      }
      const isHandled = tell(frame, data)
      if (data.name === 'resize' && !isHandled) frame.style.height = `${data.height}px`
    }
  })

  return () => {
    for (const place of document.querySelectorAll<HTMLElement>('.folkmoot, .polis')) {
      if (place.querySelector('iframe')) continue
      const frame = frameFor(service, place)
      if (!frame) {
        fail(null, 'no-conversation')
        continue
      }
      frames.set(
        frame,
        setTimeout(() => fail(frame, 'unreachable'), PATIENCE_MS),
      )
      place.replaceChildren(frame)
    }
  }
}

/** The frame that the markup asks for; null where it names no conversation. */
function frameFor(service: string, place: HTMLElement): HTMLIFrameElement | null {
  const read = (...names: readonly string[]) =>
    names.map((name) => place.getAttribute(`data-${name}`)).find((value) => value) ?? ''
  const conversation = read('conversation', 'conversation_id')
  const site = read('site', 'site_id')
  const page = read('page', 'page_id')
  if (!conversation && !(site && page)) return null
  const path = conversation ? ['c', conversation] : ['pages', site, page]
  const address = new URL(path.map((part) => `/${encodeURIComponent(part)}`).join(''), service)

  const language = read('language', 'ui_lang').toLowerCase().replace('_', '-')
  if (language) address.searchParams.set('lang', language)
  for (const part of PARTS) if (/^(false|0)$/i.test(read(part))) address.searchParams.set(part, 'false')
  address.searchParams.set('host', location.origin)
  const identity = read('identity', 'xid')
  if (identity) {
    // After the # it is neither sent to a server nor written into its logs; that there is one, the server has to know, because
    // it would ask somebody without a name before the script has read it.
    address.hash = new URLSearchParams({ xid: identity }).toString()
    address.searchParams.set('named', '1')
  }

  const frame = document.createElement('iframe')
  frame.title = titles[language.slice(0, 2)] ?? 'Take part in the conversation'
  frame.referrerPolicy = 'origin'
  const { style } = frame
  style.display = 'block'
  style.boxSizing = 'border-box'
  style.width = '100%'
  style.height = `${parseInt(read('height')) || FIRST_HEIGHT}px`
  style.border = read('border') || '0'
  style.borderRadius = read('border_radius')
  style.padding = read('padding')
  frame.src = address.href
  return frame
}

/** Calls the handlers of an event; true when one of them returned true. A handler that fails disturbs no other. */
function tell(iframe: HTMLIFrameElement | null, data: HostMessage): boolean {
  const { on } = embedding
  let isHandled = false
  for (const handler of [...(on[data.name] ?? []), ...(data.name === 'done' ? on.doneVoting : [])]) {
    try {
      if (handler({ iframe, data }) === true) isHandled = true
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  }
  return isHandled
}

function fail(frame: HTMLIFrameElement | null, code: EmbedErrorCode): void {
  tell(frame, { name: 'error', conversation: '', code })
}

/** One object from what pages may have put under either name before this script came. */
function merge(polis: Partial<Embedding> = {}, folkmoot: Partial<Embedding> = polis): Embedding {
  const names = ['init', 'vote', 'write', 'done', 'doneVoting', 'resize', 'error'] as const
  const on = Object.fromEntries(
    names.map((name) => {
      const further = folkmoot === polis ? [] : (folkmoot.on?.[name] ?? [])
      return [name, [...(polis.on?.[name] ?? []), ...further]]
    }),
  ) as Handlers // the names are those of its keys
  return Object.assign(polis, folkmoot, { on, scans: polis.scans ?? folkmoot.scans ?? {} })
}
