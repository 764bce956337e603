import { type Block, type Inline, parseMarkdown } from '../protocol/markdown.ts'
import { html, type Html } from './html.ts'

/** A markdown text as HTML, marked up as the page's script does it. */
export function markdownHtml(source: string): Html {
  return html`<div class="prose written" dir="auto">${parseMarkdown(source).map(blockHtml)}</div>`
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'list': {
      const items = block.items.map((item) => html`<li dir="auto">${item.map(partHtml)}</li>`)
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`
    }
    case 'quote':
      return html`<blockquote dir="auto">${block.children.map(partHtml)}</blockquote>`
    case 'heading':
      return html`<p class="prose-heading" dir="auto">${block.children.map(partHtml)}</p>`
    case 'paragraph':
      return html`<p dir="auto">${block.children.map(partHtml)}</p>`
  }
}

function partHtml(part: Inline): Html | string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'break':
      return html`<br />`
    case 'code':
      return html`<code>${part.text}</code>`
    case 'strong':
      return html`<strong>${part.children.map(partHtml)}</strong>`
    case 'emphasis':
      return html`<em>${part.children.map(partHtml)}</em>`
    case 'image':
      return html`<img src="${part.path}" alt="${part.alt}" loading="lazy" decoding="async" />`
    case 'link':
      return html`<a href="${part.href}" rel="nofollow noopener noreferrer ugc"
        >${part.children.map(partHtml)}</a
      >`
  }
}
