import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInline, parseMarkdown, safeAddress, type Inline } from '../../../server/protocol/markdown.ts'

const text = (value: string): Inline => ({ kind: 'text', text: value })

test('paragraphs, line breaks, bold and italic', () => {
  expect(parseMarkdown('One **two**\n*three*\n\nfour')).toEqual([
    {
      kind: 'paragraph',
      children: [
        text('One '),
        { kind: 'strong', children: [text('two')] },
        { kind: 'break' },
        { kind: 'emphasis', children: [text('three')] },
      ],
    },
    { kind: 'paragraph', children: [text('four')] },
  ])
})

test('lists with bullets and numbers, also right after a paragraph', () => {
  expect(parseMarkdown('Why:\n- one\n- two\n  more\n\n1. first\n2. second')).toEqual([
    { kind: 'paragraph', children: [text('Why:')] },
    { kind: 'list', ordered: false, items: [[text('one')], [text('two more')]] },
    { kind: 'list', ordered: true, items: [[text('first')], [text('second')]] },
  ])
})

test('headings, quotes and code', () => {
  expect(parseMarkdown('# Title #\n> said so\n`a*b*`')).toEqual([
    { kind: 'heading', children: [text('Title')] },
    { kind: 'quote', children: [text('said so')] },
    { kind: 'paragraph', children: [{ kind: 'code', text: 'a*b*' }] },
  ])
})

test('links lead to http, https and mailto, bare addresses become links', () => {
  expect(parseInline('[plan](https://example.org/plan), https://example.org/b.')).toEqual([
    { kind: 'link', href: 'https://example.org/plan', children: [text('plan')] },
    text(', '),
    { kind: 'link', href: 'https://example.org/b', children: [text('https://example.org/b')] },
    text('.'),
  ])
})

test('an image is shown where the service keeps it itself; of any other only a link is left', () => {
  const path = `/media/town-square/${'x'.repeat(43)}`
  expect(parseInline(`![The square](${path})`)).toEqual([{ kind: 'image', path, alt: 'The square' }])
  expect(parseInline('![plan](https://example.org/plan.png)')).toEqual([
    { kind: 'link', href: 'https://example.org/plan.png', children: [text('plan')] },
  ])
  for (const target of ['/media/x/../secret', `//elsewhere.example${path}`, `${path}?x`, '/c/town-square']) {
    expect(parseInline(`![x](${target})`)).toEqual([text(`![x](${target})`)])
  }
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '/relative',
  'java\tscript:x',
])('an address like %j stays text', (address) => {
  expect(safeAddress(address)).toBeUndefined()
  expect(parseInline(`[x](${address.replace(/[()\s]/g, '')})`)).not.toContainEqual(
    expect.objectContaining({ kind: 'link' }),
  )
})

test('HTML stays the text that it is', () => {
  expect(parseMarkdown('<script>alert(1)</script>')).toEqual([
    { kind: 'paragraph', children: [text('<script>alert(1)</script>')] },
  ])
})

test('underscores inside words and lone asterisks are not emphasis', () => {
  expect(parseInline('snake_case_name 2 * 3 * 4')).toEqual([text('snake_case_name 2 * 3 * 4')])
})

test('any text is parsed, and every link in it is safe', () => {
  const visit = (parts: readonly Inline[]): void => {
    for (const part of parts) {
      if (part.kind === 'link') expect(part.href).toMatch(/^(https?|mailto):/)
      if ('children' in part) visit(part.children)
    }
  }
  const pieces = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '*',
    '**',
    '_',
    '`',
    '\n',
    '- ',
    'http://a',
    'javascript:',
    ' ',
    'x',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      for (const block of parseMarkdown(parts.join(''))) {
        if (block.kind === 'list') block.items.forEach(visit)
        else visit(block.children)
      }
    }),
  )
})
