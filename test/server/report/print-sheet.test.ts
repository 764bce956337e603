// The style sheet for paper in the built page of the report.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'

test('the rules for paper come after all others, so that they have the last word', () => {
  const folder = join(packageRoot, 'dist/client')
  const page = readFileSync(join(folder, 'report/index.html'), 'utf8')
  const sheets = [...page.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, path]) =>
    readFileSync(join(folder, path!), 'utf8'),
  )
  expect(sheets.map((sheet) => sheet.includes('@page'))).toEqual([...sheets.slice(1).map(() => false), true])
})
