// Everyone comes back: N participants have voted, the service is stopped and started again on the same data, and each page
// reconnects at the moment it was told. Prints how long it takes until all are welcome again with their votes.
//
//   npm run bench -- return --sockets 10000
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { conversationName, prepareConversations } from './load/conversation.ts'
import { ReturningSocket } from './load/returning-socket.ts'
import { processUse, startServiceProcess } from './load/service-process.ts'
import { Spread } from './load/spread.ts'

const CONVERSATION = conversationName(0)
const STATEMENTS = 50
/** Sockets that are opened at the same time. */
const OPENING = 50

const { values } = parseArgs({ options: { sockets: { type: 'string', default: '10000' } } })
const count = Number(values.sockets)
if (!(Number.isInteger(count) && count > 0)) {
  throw new RangeError(`Expected --sockets above 0, got ${values.sockets}.`)
}
const folder = mkdtempSync(join(tmpdir(), 'folkmoot-return-'))
try {
  await prepareConversations(folder, { conversations: 1, statements: STATEMENTS, people: 0 })
  process.stdout.write(await run())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<string> {
  const first = await startServiceProcess(folder)
  const participants = Array.from({ length: count }, () => new ReturningSocket(first.port, CONVERSATION))
  for (let i = 0; i < count; i += OPENING) {
    await Promise.all(
      participants.slice(i, i + OPENING).map((participant, k) => participant.enter((i + k) % STATEMENTS)),
    )
  }
  const returning = Promise.all(participants.map((participant) => participant.comeBack()))
  const stopping = performance.now()
  const code = await first.stop()
  const stopped = performance.now()
  const second = await startServiceProcess(folder, ['--port', String(first.port)])
  const ready = performance.now()
  const returned = await returning
  const use = processUse(second.pid)
  const since = new Spread()
  for (const { at } of returned) since.add(at - ready)
  const withVotes = returned.filter(({ votes }) => votes === 1).length
  for (const participant of participants) participant.close()
  await second.stop()
  const summary = since.summary()!
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return [
    `${count} participants, each with a vote; ${cpus().length} cores of ${cpus()[0]?.model}, Node ${process.version}`,
    `  stopped in        ${seconds(stopped - stopping)} s with code ${code}, ready again after ${seconds(ready - stopped)} s`,
    `  back              p50 ${seconds(summary.p50)} s, p99 ${seconds(summary.p99)} s, all within ${seconds(summary.largest)} s of being ready`,
    `  with their votes  ${withVotes} of ${count}`,
    `  largest memory    ${use === null ? 'unknown' : `${Math.round(use.largestResidentMb)} MB`}`,
    '',
  ].join('\n')
}
