import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildAll, isBuilt } from '../../../server/prepare/built.mjs'
import { temporaryFolder } from '../store/temporary-folder.ts'

const BUILDER = `
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs'
const source = readFileSync('server/main.ts', 'utf8')
if (source.includes('mistake')) { process.stderr.write('There is a mistake.'); process.exit(1) }
mkdirSync(process.argv[2] + '/server')
writeFileSync(process.argv[2] + '/server/main.js', source)
`

/** A project of one source file and a builder that copies it. */
function project(): string {
  const root = temporaryFolder()
  for (const folder of ['analysis', 'client', 'server', 'dist']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'server/build.mjs'), BUILDER)
  writeFileSync(join(root, 'server/main.ts'), 'first')
  return root
}

const built = (root: string) => readFileSync(join(root, 'dist/server/main.js'), 'utf8')
const quietly = () => {}

test('what was never built is built, and then it is fresh', async () => {
  const root = project()
  expect(isBuilt(root)).toBe(false)
  await buildAll(root, quietly)
  expect(isBuilt(root)).toBe(true)
  expect(built(root)).toBe('first')
})

test.each([
  ['a changed source', 'server/main.ts', 'second'],
  ['a new file', 'client/page.tsx', ''],
  ['a changed lock file', 'package-lock.json', '{"packages":{}}'],
])('%s makes the build stale', async (_, path, text) => {
  const root = project()
  await buildAll(root, quietly)
  writeFileSync(join(root, path), text)
  expect(isBuilt(root)).toBe(false)
  await buildAll(root, quietly)
  expect(isBuilt(root)).toBe(true)
})

test('a changed README leaves the build fresh', async () => {
  const root = project()
  await buildAll(root, quietly)
  writeFileSync(join(root, 'server/README.md'), 'The service.')
  expect(isBuilt(root)).toBe(true)
})

test('a build that fails says why and leaves the old one in its place', async () => {
  const root = project()
  await buildAll(root, quietly)
  writeFileSync(join(root, 'server/main.ts'), 'mistake')
  await expect(buildAll(root, quietly)).rejects.toThrow('There is a mistake.')
  expect(built(root)).toBe('first')
  expect(isBuilt(root)).toBe(false)
})

test('what an interrupted build left behind is swept away', async () => {
  const root = project()
  mkdirSync(join(root, 'dist/.fresh-1/server'), { recursive: true })
  mkdirSync(join(root, 'dist/.old-1'))
  await buildAll(root, quietly)
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(['.stamp', 'server'])
  expect(existsSync(join(root, 'dist/server/main.js'))).toBe(true)
})
