// Markdown as elements. Text reaches the page only as text nodes.
import type { ComponentChildren } from 'preact'
import { parseMarkdown, type Block, type Inline } from '../../server/protocol/markdown.ts'

/** A markdown text that someone else wrote; its headings are bold lines, so that the outline stays the page’s. */
export function Markdown({ source }: { source: string }) {
  return (
    <div class="prose written" dir="auto">
      {parseMarkdown(source).map(renderBlock)}
    </div>
  )
}

function renderBlock(block: Block): ComponentChildren {
  switch (block.kind) {
    case 'list': {
      const items = block.items.map((item) => <li dir="auto">{item.map(renderInline)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'quote':
      return <blockquote dir="auto">{block.children.map(renderInline)}</blockquote>
    case 'heading':
      return (
        <p class="prose-heading" dir="auto">
          {block.children.map(renderInline)}
        </p>
      )
    case 'paragraph':
      return <p dir="auto">{block.children.map(renderInline)}</p>
  }
}

function renderInline(part: Inline): ComponentChildren {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'break':
      return <br />
    case 'code':
      return <code>{part.text}</code>
    case 'strong':
      return <strong>{part.children.map(renderInline)}</strong>
    case 'emphasis':
      return <em>{part.children.map(renderInline)}</em>
    case 'image':
      return <img src={part.path} alt={part.alt} loading="lazy" decoding="async" />
    case 'link':
      return (
        <a href={part.href} rel="nofollow noopener noreferrer ugc">
          {part.children.map(renderInline)}
        </a>
      )
  }
}
