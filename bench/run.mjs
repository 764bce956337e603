// Bundles a bench and runs it: `npm run bench` for the engine's, `npm run bench -- <name> [options]` for another one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from '../server/prepare.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const [first, ...others] = process.argv.slice(2)
const isNamed = first !== undefined && !first.startsWith('-')
const name = isNamed ? first : 'engine'
const entry = join(here, `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  process.stderr.write(`There is no bench called ${name}.\n`)
  process.exit(2)
}

await prepare()
const { build } = await import('vite')
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node20',
    outDir: join(root, 'dist/bench', name),
    emptyOutDir: true,
    minify: false,
    rollupOptions: { input: entry, output: { entryFileNames: 'main.js' } },
  },
})
const options = isNamed ? others : process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', join(root, 'dist/bench', name, 'main.js'), ...options],
  { stdio: 'inherit', cwd: root },
)
process.exit(status ?? 1)
