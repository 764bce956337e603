// A report of 200 statements and five groups: small enough to read anywhere, whole without a script, safe whatever people wrote.
import { expect, test } from 'vitest'
import { NO_WORDS } from '../../../server/protocol/report.ts'
import { reportPage } from '../../../server/report/report-page.ts'
import { reportWords } from '../../../server/report/report-words.ts'
import type { ReportView } from '../../../server/report/view.ts'
import { largeFacts } from './large-facts.ts'

const viewIn = (language: 'en' | 'cy', changes: Partial<ReportView> = {}): ReportView => ({
  facts: largeFacts(),
  written: NO_WORDS,
  words: reportWords(language),
  edition: { kind: 'live', isDraft: false },
  address: 'https://example.org/r/large',
  files: '/r/large/files',
  ...changes,
})

test.each(['en', 'cy'] as const)('200 statements and five groups make at most 300 kB in %s', (language) => {
  expect(Buffer.byteLength(reportPage(viewIn(language)))).toBeLessThan(300_000)
})

test('everything stands in the page without a script, in the order of the contents', () => {
  const html = reportPage(viewIn('en'))
  const order = [...html.matchAll(/<section id="([a-z]+)"/g)].map((match) => match[1])
  expect(order).toEqual([
    'purpose',
    'people',
    'agree',
    'groups',
    'differ',
    'unsure',
    'statements',
    'method',
    'sure',
    'moderation',
    'limits',
    'data',
  ])
  expect(html.match(/<tr id="statement-/g)).toHaveLength(200)
  expect(html).not.toMatch(/<script|style=|onclick/i)
})

test('each percentage of a bar comes with the number of people', () => {
  const html = reportPage(viewIn('en'))
  const bars = html.match(/<span class="bar-count">.*?<\/span>/g) ?? []
  expect(bars.length).toBeGreaterThan(50)
  for (const bar of bars) expect(bar).toMatch(/\d+% agree, \d+% disagree, \d+% pass of [\d,]+ people/)
})

test('of a question that too few answered the report says so, in the place of a table of hidden numbers', () => {
  const facts = largeFacts()
  const question = (id: string, asked: string) => ({
    id,
    words: { en: asked },
    options: [
      { id: 'yes', words: { en: 'Yes' } },
      { id: 'no', words: { en: 'No' } },
    ],
  })
  const answers = [
    { question: question('here', 'Do you live here?'), people: [null, null, null] },
    { question: question('work', 'Do you work here?'), people: [31, null, null] },
  ]
  const html = reportPage(viewIn('en', { facts: { ...facts, answers } }))
  expect(html).toContain(
    '<h4>Do you live here?</h4><p>Too few people answered for anything to be told of them.</p>',
  )
  expect(html).toMatch(/<caption class="visually-hidden">Do you work here\?<\/caption>/)
  expect(html).not.toMatch(/<caption class="visually-hidden">Do you live here\?<\/caption>/)
})

test('what people and facilitators wrote cannot become part of the page', () => {
  const hostile = '<script>alert(1)</script>'
  const facts = largeFacts()
  const html = reportPage(
    viewIn('en', {
      facts: {
        ...facts,
        conversation: { ...facts.conversation, topic: hostile },
        statements: facts.statements.map((statement) => ({ ...statement, text: hostile })),
      },
      written: {
        ...NO_WORDS,
        introduction: { en: hostile },
        groups: { A: { en: hostile } },
        axes: { left: { en: hostile } },
      },
    }),
  )
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;')
})

test('names and notes of facilitators are marked as theirs, in the language in which they are written', () => {
  const written = { ...NO_WORDS, groups: { A: { en: 'Gardeners' } }, notes: { people: { cy: 'Nodyn' } } }
  const html = reportPage(viewIn('en', { written }))
  expect(html).toContain('Group A, “Gardeners”')
  expect(html).toContain('The facilitators gave the groups and directions their names')
  expect(html).toMatch(/Written by the facilitators<\/p><div lang="cy">.*?Nodyn/)
})
