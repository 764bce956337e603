// The words of reports: both languages whole, nothing left over.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesIn, type Message } from '../../../server/protocol/words/message.ts'
import { cy } from '../../../server/report/words/cy.ts'
import { en } from '../../../server/report/words/en.ts'

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))

test('both catalogues have the same keys, and the same names in every form', () => {
  expect(Object.keys(cy)).toEqual(Object.keys(en))
  for (const [key, message] of Object.entries(en)) {
    const names = namesIn(forms(message).at(-1)!).sort()
    for (const text of [...forms(message), ...forms(cy[key as keyof typeof en])]) {
      expect([key, namesIn(text).sort()]).toEqual([key, names])
      expect(text.trim()).not.toBe('')
    }
  }
})

test('every message is used', () => {
  const folder = join(import.meta.dirname, '../../../server/report')
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('words/'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
  expect(Object.keys(en).filter((key) => !source.includes(`'${key}'`))).toEqual([])
})
