// Memory of the service while an export is written and read: the largest resident size during it, less that before it.
import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { processUse } from '../load/service-process.ts'
import { SUBJECT } from './conversation.ts'

const ROUNDS = 3
/** The thread of an export gives its memory back a moment after its end. */
const PAUSE_MS = 1_500

/** A line for each kind of export. */
export async function measureMemory(pid: number, origin: string, cookie: string): Promise<string[]> {
  const api = `${origin}/api/conversations/${SUBJECT}/exports`
  const staff = `${origin}/api/staff/conversations/${SUBJECT}`
  const lines = [
    'memory of the service while an export is read (largest of three, less that before the first):',
  ]
  await wait(PAUSE_MS)
  const before = processUse(pid)?.residentMb ?? Number.NaN
  for (const [name, address] of [
    ['results.zip', `${api}/results.zip`],
    ['results.xlsx', `${api}/results/results.xlsx`],
    ['open-data.zip', `${api}/open-data.zip`],
    ['everything.zip', `${staff}/full-export`],
  ] as const) {
    let most = 0
    let bytes = 0
    let longestMs = 0
    for (let round = 0; round < ROUNDS; round++) {
      await wait(PAUSE_MS)
      // From here on the kernel counts the largest size anew.
      writeFileSync(`/proc/${pid}/clear_refs`, '5')
      const startedAt = performance.now()
      bytes = await readAll(address, { Cookie: cookie })
      longestMs = Math.max(longestMs, performance.now() - startedAt)
      most = Math.max(most, processUse(pid)!.largestResidentMb - before)
    }
    lines.push(
      `  ${name.padEnd(16)} +${most.toFixed(0).padStart(3)} MB, ${(bytes / 1e6).toFixed(1)} MB read in ${(longestMs / 1000).toFixed(1)} s`,
    )
  }
  return lines
}

/** Reads an answer to its end; how many bytes it has. Rejects where it is refused. */
export async function readAll(address: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(address, { headers })
  if (!answer.ok || answer.body === null)
    throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  let bytes = 0
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length // as Node has it
  return bytes
}
