import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const room = resolve(import.meta.dirname, '../../analysis')

test('the code in the guide to the analysis runs', async () => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(room, 'README.md'), 'utf8'))!
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-readme-'))
  try {
    const file = join(folder, 'readme.ts')
    writeFileSync(file, `${code!.replace('./index.ts', join(room, 'index.ts'))}\nexport { map, next }`)
    const { map, next } = (await import(file)) as { map: { votes: number }; next: { groups: unknown[] } }
    expect(map.votes).toBe(5)
    expect(next.groups.length).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
