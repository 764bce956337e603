// Builds analysis/kernels/kernels-binary.ts from analysis/kernels/assembly: `node test/analysis/kernels/build.mjs`.
// AssemblyScript is fetched when it is needed, for it is needed only here.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const COMPILER = 'assemblyscript@0.28.20'
const kernels = resolve(import.meta.dirname, '../../../analysis/kernels')
const source = join(kernels, 'assembly/kernels.ts')
const folder = mkdtempSync(join(tmpdir(), 'folkmoot-kernels-'))
const options = '-O3 --noAssert --runtime stub --enable simd --initialMemory 1 --converge'.split(' ')
execFileSync(
  'npx',
  ['--yes', '-p', COMPILER, 'asc', source, ...options, '-o', join(folder, 'kernels.wasm')],
  { stdio: 'inherit', cwd: folder },
)
const binary = readFileSync(join(folder, 'kernels.wasm'))
rmSync(folder, { recursive: true })
const digest = createHash('sha256').update(readFileSync(source)).digest('hex')
writeFileSync(
  join(kernels, 'kernels-binary.ts'),
  `// Built by test/analysis/kernels/build.mjs with ${COMPILER}; not to be edited.

/** SHA-256 of the source (assembly/kernels.ts) that the binary was built from. */
export const KERNELS_SOURCE = '${digest}'

/** The WebAssembly module, ${binary.length} bytes in base64. */
export const KERNELS_BINARY =
  '${binary.toString('base64')}'
`,
)
