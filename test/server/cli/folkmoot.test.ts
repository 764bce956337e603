import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { runFolkmoot } from './run-folkmoot.ts'

const run = (...words: string[]) => runFolkmoot(words, temporaryFolder())

describe('folkmoot', () => {
  test('explains itself and each command on stdout', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('import PATH'),
    })
    expect((await run('import', '--help')).out).toContain('--invert')
    expect((await run('analyse', '--help')).out).toContain('statements with at least one vote')
  })

  test('goes on to its end when nobody reads what it prints any more', async () => {
    const child = spawn(process.execPath, [join(packageRoot, 'server/folkmoot.mjs'), '--help'])
    child.stdout.destroy()
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text) => (err += text))
    expect(await once(child, 'close')).toEqual([0, null])
    expect(err).toBe('')
  })

  test.each([
    { words: [], line: /^$/ },
    { words: ['analyze'], line: /^folkmoot: there is no command “analyze”; folkmoot --help lists them\n$/ },
    { words: ['toString'], line: /^folkmoot: there is no command “toString”/ },
    { words: ['import'], line: /^folkmoot import: PATH is missing; folkmoot import --help says how\n$/ },
    { words: ['import', 'a', 'b'], line: /^folkmoot import: one PATH at a time, got a and b; .*\n$/ },
    { words: ['import', '.', '--idd', 'x'], line: /^folkmoot import: Unknown option '--idd'; .*\n$/ },
    {
      words: ['import', '.', '--id'],
      line: /^folkmoot import: Option '--id <value>' argument missing; .*\n$/,
    },
    { words: ['import', '.', '--id', 'A B'], line: /^folkmoot import: --id is “A B”, expected a name .*\n$/ },
    {
      words: ['analyse', '.', '--json=yes'],
      line: /^folkmoot analyse: Option '--json' does not take an argument; .*\n$/,
    },
  ])('called as $words ends with 2 and one line that says what is wrong', async ({ words, line }) => {
    const { code, err } = await run(...words)
    expect(code).toBe(2)
    expect(err).toMatch(line)
  })
})
