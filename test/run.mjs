// `npm test`: the whole check of the project, ending in one plain line of counts. Each type-check and the formatting
// count as one check, each test as one. With arguments only vitest runs, with these arguments; `--long` makes the fault
// tests break things as often as the long form asks for.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from '../server/prepare.mjs'

await prepare()
const filter = process.argv.slice(2).filter((word) => word !== '--long')
if (process.argv.includes('--long')) process.env.FOLKMOOT_FAULTS = 'long'
const counts = { passed: 0, failed: 0, skipped: 0 }

if (filter.length === 0) {
  for (const project of ['analysis', 'server', 'client', 'bench', 'test']) {
    await check(`Types of ${project}`, ['node_modules/typescript/bin/tsc', '-p', project])
  }
  await check('Formatting', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'])
}
await runTests(filter)

console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = counts.failed > 0 ? 1 : 0

async function check(name, parameters) {
  const code = await run(parameters)
  counts[code === 0 ? 'passed' : 'failed']++
  console.log(`${name}: ${code === 0 ? 'good' : 'FAILED'}`)
}

async function runTests(filter) {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filter])
  const before = counts.failed
  if (existsSync(report)) count(JSON.parse(readFileSync(report, 'utf8')))
  rmSync(folder, { recursive: true, force: true })
  // An error outside of any test, or a run that broke off, fails the whole even where every test that ran passed.
  if (code !== 0 && counts.failed === before) counts.failed++
}

function count(report) {
  counts.passed += report.numPassedTests
  counts.failed += report.numFailedTests
  counts.skipped += report.numPendingTests + report.numTodoTests
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.length === 0) counts.failed++ // did not even load
  }
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'skipped')
  for (const test of skipped) console.log(`Skipped: ${test.fullName}`)
}

function run(parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
