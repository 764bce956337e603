import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { usage } from '../server/config.ts'
import { runFolkmoot } from './server/cli/run-folkmoot.ts'
import { temporaryFolder } from './server/store/temporary-folder.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the README names every flag and every variable of the service', () => {
  const flags = [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag]) => flag!)
  const variables = [...usage.matchAll(/also ([A-Z_]+)\)/g)].map(([, variable]) => variable!)
  expect(flags.length).toBeGreaterThan(6)
  const missing = [...flags, ...variables].filter((name) => !readme.includes(`\`${name}\``))
  expect(missing.filter((name) => name !== '--help')).toEqual([])
})

test('the README names every command', async () => {
  const { out } = await runFolkmoot(['--help'], temporaryFolder())
  const commands = [...out.matchAll(/^ {2}([a-z]+)/gm)].map(([, command]) => command!)
  expect(commands).toContain('import')
  expect(commands.filter((command) => !new RegExp(`\\b${command}\\b`).test(readme))).toEqual([])
})
