import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { forbiddenEdges, TOP_FOLDERS } from './boundaries.ts'

const root = join(import.meta.dirname, '..')
const IGNORED = new Set(['.git', '.idea', '.vscode', 'data', 'dist', 'node_modules']) // made here, never committed

describe('the project', () => {
  test('has no import that the architecture forbids', () => {
    const edges = forbiddenEdges(readSources(), readDependencies())
    expect(edges.map(({ file, line, target, reason }) => `${file}:${line} → ${target}: ${reason}`)).toEqual(
      [],
    )
  })

  test('has no folder at the top beyond those of the architecture', () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const names = folders.map((entry) => entry.name).filter((name) => !IGNORED.has(name))
    expect(names.filter((name) => !TOP_FOLDERS.includes(name))).toEqual([])
  })
})

describe('the checker', () => {
  const dependencies = new Set(['valibot', 'ml-pca', 'preact', 'better-sqlite3', 'drizzle-orm', 'hono'])
  const edgesOf = (tree: Record<string, string>) =>
    forbiddenEdges(new Map(Object.entries(tree)), dependencies).map(
      ({ file, line, target }) => `${file}:${line} → ${target}`,
    )

  test.each([
    ['analysis to the server', 'analysis/a.ts', "import { b } from '../server/b.ts'"],
    ['analysis to Node', 'analysis/a.ts', "import { readFileSync } from 'node:fs'"],
    ['analysis to Node by its old name', 'analysis/a.ts', "import { readFileSync } from 'fs'"],
    ['the engine to ml-pca', 'analysis/a.ts', "import { PCA } from 'ml-pca'"],
    ['the reference to anything but ml-*', 'analysis/reference/a.ts', "import { h } from 'preact'"],
    ['the protocol to the rest of the server', 'server/protocol/a.ts', "import { b } from '../b.ts'"],
    ['the protocol to Node', 'server/protocol/a.ts', "import 'node:crypto'"],
    ['the client to the server', 'client/a.tsx', "import type { B } from '../server/b.ts'"],
    ['the client to analysis', 'client/a.ts', "import { b } from '../analysis/b.ts'"],
    [
      'another file of the same room to analysis',
      'client/recompute/a.ts',
      "import { b } from '../../analysis/b.ts'",
    ],
    ['the client to Node', 'client/a.ts', "import 'node:fs'"],
    ['the server to the client', 'server/a.ts', "export { b } from '../client/b.ts'"],
    ['the server to a test', 'server/a.mjs', "import { b } from '../test/b.ts'"],
    ['analysis to a bench', 'analysis/a.ts', "import { b } from '../bench/b.ts'"],
    ['SQL outside the store', 'server/socket/a.ts', "import Database from 'better-sqlite3'"],
    ['drizzle outside the store', 'server/a.ts', "import { eq } from 'drizzle-orm/sqlite-core'"],
    ['a package that package.json does not name', 'server/a.ts', "import x from 'left-pad'"],
    ['out of the project', 'server/a.ts', "import x from '../../elsewhere.ts'"],
  ])('refuses %s', (_, file, text) => {
    expect(edgesOf({ [file]: text })).toHaveLength(1)
  })

  test.each([
    ['import', "import b from '../server/b.ts'"],
    ['side effect', "import '../server/b.ts'"],
    ['type import', "import type { B } from '../server/b.ts'"],
    ['type in place', "type B = import('../server/b.ts').B"],
    ['export of all', "export * from '../server/b.ts'"],
    ['export of one', "export { b } from '../server/b.ts'"],
    ['dynamic import', "const b = await import('../server/b.ts')"],
    ['require', "const b = require('../server/b.ts')"],
  ])('sees an import written as %s, and names its line', (_, text) => {
    expect(edgesOf({ 'analysis/a.ts': `// first line\n\n${text}\n` })).toEqual([
      'analysis/a.ts:3 → ../server/b.ts',
    ])
  })

  test('refuses an import whose address is made at run time, since it cannot be checked', () => {
    const tree = { 'server/a.ts': 'const b = await import(`./${name}.ts`)' }
    expect(edgesOf(tree)).toEqual(['server/a.ts:1 → an address made at run time'])
  })

  test('accepts what the architecture allows, and is not misled by comments and strings', () => {
    const tree = {
      'analysis/reference/a.ts': "import { PCA } from 'ml-pca'\nimport { b } from '../b.ts'",
      'server/protocol/a.ts': "import * as v from 'valibot'\nimport { b } from './b.ts'",
      'server/a.ts': "import { b } from '../analysis/b.ts'\nimport { Hono } from 'hono'\nimport 'node:fs'",
      'server/store/a.ts': "import Database from 'better-sqlite3'\nimport { b } from '../b.ts'",
      'client/a.tsx':
        "import { b } from '../server/protocol/b.ts'\nimport './a.css'\nexport const c = <p>import 'fs'</p>",
      'test/a.test.ts': "import { b } from '../server/b.ts'\nimport { c } from '../bench/c.ts'",
      'client/recompute/recompute-worker.ts': "import { b } from '../../analysis/b.ts'",
      'analysis/a.ts': "// import { b } from '../server/b.ts'\nconst text = \"import x from 'fs'\"",
    }
    expect(edgesOf(tree)).toEqual([])
  })
})

function readSources(): Map<string, string> {
  const files = new Map<string, string>()
  for (const folder of TOP_FOLDERS) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|tsx|mjs|js)$/.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      files.set(relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8'))
    }
  }
  return files
}

function readDependencies(): Set<string> {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return new Set(Object.keys({ ...dependencies, ...devDependencies }))
}
