// What readers of files say, in each language: complete, with the same values, and all of it in use.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { cy } from '../../../server/polis/words/cy.ts'
import { en } from '../../../server/polis/words/en.ts'
import { type Message, namesIn } from '../../../server/protocol/words/message.ts'

const formsOf = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))

test('every message says the same in each language', () => {
  expect(Object.keys(cy).sort()).toEqual(Object.keys(en).sort())
  for (const [key, message] of Object.entries(en)) {
    const names = namesIn(formsOf(message).at(-1)!).sort()
    for (const text of [...formsOf(message), ...formsOf(cy[key as keyof typeof cy])]) {
      expect([key, namesIn(text).sort()]).toEqual([key, names])
      expect(text.trim()).not.toBe('')
    }
  }
})

test('every message is used', () => {
  const sources = ['server/polis', 'server/imports', 'server/export'].flatMap((folder) =>
    readdirSync(join(packageRoot, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(packageRoot, folder, name), 'utf8')),
  )
  expect(Object.keys(en).filter((key) => !sources.some((text) => text.includes(`'${key}'`)))).toEqual([])
})

test('in Welsh a statement is called what it is called everywhere, and not a setting', () => {
  const texts = Object.values(cy).flatMap(formsOf)
  expect(texts.filter((text) => /\bg?osodiad/i.test(text))).toEqual([])
  expect(cy.remedyStatement).toContain('datganiad')
})
