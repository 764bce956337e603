import { type Block, type Inline, parseMarkdown } from '../protocol/markdown.ts'
import { escapeHtml } from './page-shells.ts'

/** A markdown text as HTML, marked up as the page's script does it; its texts are escaped. */
export function markdownHtml(source: string): string {
  return `<div class="prose written" dir="auto">${parseMarkdown(source).map(blockHtml).join('')}</div>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'list': {
      const items = block.items.map((item) => `<li dir="auto">${inlineHtml(item)}</li>`).join('')
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'quote':
      return `<blockquote dir="auto">${inlineHtml(block.children)}</blockquote>`
    case 'heading':
      return `<p class="prose-heading" dir="auto">${inlineHtml(block.children)}</p>`
    case 'paragraph':
      return `<p dir="auto">${inlineHtml(block.children)}</p>`
  }
}

function inlineHtml(parts: readonly Inline[]): string {
  return parts.map(partHtml).join('')
}

function partHtml(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return escapeHtml(part.text)
    case 'break':
      return '<br />'
    case 'code':
      return `<code>${escapeHtml(part.text)}</code>`
    case 'strong':
      return `<strong>${inlineHtml(part.children)}</strong>`
    case 'emphasis':
      return `<em>${inlineHtml(part.children)}</em>`
    case 'image':
      return `<img src="${part.path}" alt="${escapeHtml(part.alt)}" loading="lazy" decoding="async" />`
    case 'link':
      return `<a href="${escapeHtml(part.href)}" rel="nofollow noopener noreferrer ugc">${inlineHtml(part.children)}</a>`
  }
}
