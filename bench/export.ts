// How exports and voting get along: votes arrive at a fixed rate over real sockets while exports of a large conversation are
// read back to back; stretches with and without exports take turns, so that both have the same machine. Also how much
// memory an export takes: of the service as it is, and with each kind of export.
//
//   npm run bench -- export                             1,000,000 votes stored, 2,000 a second, 6 × 10 s
//   npm run bench -- export --votes 200000 --rate 500
//   npm run bench -- export --memory                    the memory alone
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareExports, SUBJECT } from './export/conversation.ts'
import { measureMemory } from './export/memory.ts'
import { measureVoting } from './export/voting.ts'
import { startServiceProcess } from './load/service-process.ts'

const { values } = parseArgs({
  options: {
    votes: { type: 'string', default: '1000000' },
    rate: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '10' },
    stretches: { type: 'string', default: '6' },
    memory: { type: 'boolean', default: false },
  },
})
const [votes, rate, seconds, stretches] = [values.votes, values.rate, values.seconds, values.stretches].map(
  (value) => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < 1)
      throw new RangeError(`Expected a whole number, got ${value}.`)
    return number
  },
) as [number, number, number, number] // four of them
const folder = mkdtempSync(join(tmpdir(), 'folkmoot-export-'))
try {
  process.stdout.write(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}\n`)
  process.stdout.write(`${votes.toLocaleString('en')} votes stored.\n\n`)
  const cookie = await prepareExports(folder, votes)
  const service = await startServiceProcess(folder)
  try {
    const origin = `http://127.0.0.1:${service.port}`
    // The map has to be made once; afterwards nothing but exports and votes needs memory.
    await settled(`${origin}/api/conversations/${SUBJECT}/snapshot`)
    for (const line of await measureMemory(service.pid, origin, cookie)) process.stdout.write(`${line}\n`)
    if (!values.memory) {
      const load = { rate, seconds, stretches }
      for (const line of await measureVoting(service.port, origin, load)) process.stdout.write(`${line}\n`)
    }
  } finally {
    await service.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function settled(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address)
    await answer.arrayBuffer()
    if (answer.ok) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
