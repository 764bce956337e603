// What previews of a link to a report or a conversation show: its title, and the picture of its map.
import { escapeHtml, Html } from '../http/html.ts'

export interface Preview {
  /** Whole address of the page. */
  readonly address: string
  readonly title: string
  readonly description: string
  /** Path of the picture, 1200 × 630. */
  readonly picture: string
}

/** Markup for the head of a page. */
export function previewHead({ address, title, description, picture }: Preview): Html {
  const image = new URL(picture, address).href
  const facts: readonly (readonly [string, string])[] = [
    ['og:type', 'article'],
    ['og:site_name', 'Folkmoot'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', address],
    ['og:image', image],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
  ]
  return new Html(
    facts.map(([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}" />`).join('') +
      '<meta name="twitter:card" content="summary_large_image" />',
  )
}
