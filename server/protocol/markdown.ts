// The part of markdown that descriptions need, as a tree: paragraphs, headings, lists, bold, italic, code, links, images and
// line breaks. Everything else, HTML above all, stays the text that it is. There is no way from text to markup but the
// tree; a link leads only to http, https or mailto, and an image is one that the service keeps itself, because our pages ask
// nobody else for anything.
import { readAddress } from './read-address.ts'

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly path: string; readonly alt: string }

export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

const BULLET = /^\s{0,3}[-*+]\s+/
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+/
const HEADING = /^\s{0,3}#{1,6}\s+/
const QUOTE = /^\s{0,3}>\s?/

/** Blocks of a markdown text. Linear in its length but for nesting, which ends at a depth of four. */
export function parseMarkdown(source: string): Block[] {
  return source
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .flatMap(blocksOf)
}

type Kind = 'paragraph' | 'quote' | 'bullets' | 'numbers'

function blocksOf(chunk: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let kind = 'paragraph' as Kind // widened: the functions below change it

  function flush(): void {
    const texts = lines.map((line) => line.trim()).filter((line) => line !== '')
    lines = []
    if (texts.length === 0) return
    if (kind === 'bullets' || kind === 'numbers') {
      blocks.push({
        kind: 'list',
        ordered: kind === 'numbers',
        items: texts.map((text) => parseInline(text)),
      })
    } else {
      blocks.push({ kind, children: parseInline(texts.join('\n')) })
    }
  }
  function take(next: Kind, line: string): void {
    if (kind !== next) flush()
    kind = next
    lines.push(line)
  }

  for (const line of chunk.split('\n')) {
    if (HEADING.test(line)) {
      flush()
      const text = line.replace(HEADING, '').replace(/\s+#+\s*$/, '')
      blocks.push({ kind: 'heading', children: parseInline(text) })
    } else if (BULLET.test(line)) take('bullets', line.replace(BULLET, ''))
    else if (NUMBER.test(line)) take('numbers', line.replace(NUMBER, ''))
    else if (QUOTE.test(line)) take('quote', line.replace(QUOTE, ''))
    else if ((kind === 'bullets' || kind === 'numbers') && lines.length > 0) {
      lines[lines.length - 1] += ` ${line.trim()}` // a list item that goes on in the next line
    } else take('paragraph', line)
  }
  flush()
  return blocks
}

const MAXIMUM_DEPTH = 4
/** Path of an image that the service keeps: conversation and hash, as in addresses.ts. */
const OWN_IMAGE = /^\/media\/[a-z0-9][a-z0-9._-]{0,62}\/[A-Za-z0-9_-]{43}$/
const INLINE =
  /\\([\\`*_[\]()#>!+.-])|`([^`\n]+)`|!?\[([^[\]]{1,500})\]\(([^()\s]{1,2000})\)|(\*\*|__)(?=\S)([^\n]{1,2000}?\S?)\5|(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]{1,2000}?)\7(?![\p{L}\p{N}])|(https?:\/\/[^\s<>()]{1,2000}[^\s<>().,;:!?'"])|(\n)/gu

/** Inline parts of a text. */
export function parseInline(text: string, depth = 0): Inline[] {
  if (depth > MAXIMUM_DEPTH) return [{ kind: 'text', text }]
  const parts: Inline[] = []
  let last = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, escaped, code, label, target, , strong, , emphasis, address] = match
    if (match.index > last) parts.push({ kind: 'text', text: text.slice(last, match.index) })
    last = match.index + whole.length
    if (escaped !== undefined) parts.push({ kind: 'text', text: escaped })
    else if (code !== undefined) parts.push({ kind: 'code', text: code })
    else if (label !== undefined && whole.startsWith('!') && OWN_IMAGE.test(target ?? ''))
      parts.push({ kind: 'image', path: target ?? '', alt: label })
    else if (label !== undefined) parts.push(link(label, target ?? '', whole, depth))
    else if (strong !== undefined) parts.push({ kind: 'strong', children: parseInline(strong, depth + 1) })
    else if (emphasis !== undefined)
      parts.push({ kind: 'emphasis', children: parseInline(emphasis, depth + 1) })
    else if (address !== undefined) parts.push(link(address, address, address, MAXIMUM_DEPTH))
    else parts.push({ kind: 'break' })
  }
  if (last < text.length) parts.push({ kind: 'text', text: text.slice(last) })
  return parts
}

function link(label: string, target: string, whole: string, depth: number): Inline {
  const href = safeAddress(target)
  return href === undefined
    ? { kind: 'text', text: whole }
    : { kind: 'link', href, children: parseInline(label, depth + 1) }
}

/** The address as a browser reads it, if it leads to http, https or mailto; undefined for everything else. */
export function safeAddress(target: string): string | undefined {
  const address = readAddress(target)
  return address && ['http:', 'https:', 'mailto:'].includes(address.protocol) ? address.href : undefined
}
