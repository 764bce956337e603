import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { packageRoot } from '../../server/package-root.ts'
import { temporaryFolder } from './store/temporary-folder.ts'

test.each(['SIGTERM', 'SIGINT'] as const)(
  'npm start hands %s to the service and ends with 0',
  async (signal) => {
    const words = ['start', '--silent', '--', '--port', '0', '--data-dir', temporaryFolder()]
    const npm = spawn('npm', words, { cwd: packageRoot, stdio: ['ignore', 'pipe', 'ignore'] })
    onTestFinished(() => void npm.kill('SIGKILL'))
    const [greeting] = await once(npm.stdout, 'data')
    expect(String(greeting)).toContain('/c/high-street')
    npm.kill(signal)
    expect(await once(npm, 'close')).toEqual([0, null])
  },
)
