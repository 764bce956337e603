// What a phone has to load before its first vote, as the built pages say it, compressed as servers send it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packageRoot } from '../../server/package-root.ts'

const folder = join(packageRoot, 'dist/client')
const page = readFileSync(join(folder, 'participate/index.html'), 'utf8')
const ASSET = /[\w.-]+-[\w-]{8}\.(?:js|css)/g

/** Compressed size of the files, bytes. */
function compressed(names: Iterable<string>): number {
  let bytes = 0
  for (const name of names) bytes += gzipSync(readFileSync(join(folder, 'assets', name))).length
  return bytes
}

/** The files that these files name, and so on, but for those that are there already. */
function reachedFrom(names: Iterable<string>, present: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>()
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!name.endsWith('.js')) continue
    for (const [next] of readFileSync(join(folder, 'assets', name), 'utf8').matchAll(ASSET)) {
      if (present.has(next) || reached.has(next)) continue
      reached.add(next)
      open.push(next)
    }
  }
  return reached
}

const first = new Set(page.match(ASSET) ?? [])
const scripts = [...first].filter((name) => name.endsWith('.js'))
const styles = [...first].filter((name) => name.endsWith('.css'))

test('the page to take part needs at most 60 kB of script before the first vote', () => {
  expect(scripts.length).toBeGreaterThan(0)
  expect(compressed(scripts)).toBeLessThanOrEqual(60_000)
})

test('the page to take part needs at most 15 kB of style', () => {
  expect(styles.length).toBeGreaterThan(0)
  expect(compressed(styles)).toBeLessThanOrEqual(15_000)
})

test('the page to take part is at most 100 kB in all before the first vote', () => {
  expect(gzipSync(page).length + compressed(first)).toBeLessThanOrEqual(100_000)
})

test('the map is loaded later, and is at most 40 kB', () => {
  const later = reachedFrom(scripts, first)
  expect([...later].some((name) => name.startsWith('map-and-meaning'))).toBe(true)
  expect(compressed(later)).toBeLessThanOrEqual(40_000)
})
