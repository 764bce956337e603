// The words of the API's description: both languages whole, nothing left over.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { namesIn, type Message } from '../../../server/protocol/words/message.ts'
import { cy } from '../../../server/api/words/cy.ts'
import { en } from '../../../server/api/words/en.ts'

const textOf = (message: Message) => (typeof message === 'string' ? message : message.other)

test('both catalogues have the same keys and the same names', () => {
  expect(Object.keys(cy)).toEqual(Object.keys(en))
  for (const [key, message] of Object.entries(en)) {
    const welsh = textOf(cy[key as keyof typeof en])
    expect([key, namesIn(welsh).sort()]).toEqual([key, namesIn(textOf(message)).sort()])
    expect(welsh.trim()).not.toBe('')
  }
})

test('every message is used', () => {
  const folder = join(import.meta.dirname, '../../../server/api')
  const source = readdirSync(folder, { encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
  expect(Object.keys(en).filter((key) => !source.includes(`'${key}'`))).toEqual([])
})
