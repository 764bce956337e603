// The load driver: N participants vote at a fixed rate on the real service in a process of its own, whether it keeps up or
// not (open loop: a vote's time runs from the moment when it was due, so a stall is not hidden by waiting). Says of
// itself when it was the one that did not keep up.
//
//   npm run bench -- load --sockets 2000 --rate 5000 --seconds 60
//   … --conversations 500 --people 100000   spread over 500 conversations, in the first of which 100,000 have voted before
//   … --slow 500         that many sockets read nothing in the second half of the time
//   … --profile FOLDER   also writes CPU profiles of the service's threads there
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import type { Vote } from '../server/protocol/values.ts'
import { DATABASE_NAME } from '../server/store/open.ts'
import { conversationName, prepareConversations } from './load/conversation.ts'
import { checkLog } from './load/log-check.ts'
import { MapLag } from './load/map-lag.ts'
import { readOptions } from './load/options.ts'
import { eventLoopDelay, METRICS_TOKEN } from './load/service-metrics.ts'
import { processUse, startServiceProcess } from './load/service-process.ts'
import { Spread } from './load/spread.ts'
import { VotingSocket } from './load/voting-socket.ts'
import { seededRandom } from './synthetic-log.ts'

/** Sockets that are opened at the same time. */
const OPENING = 50
const TICK_MS = 2
const LAST_ACKS_WITHIN_MS = 10_000
/** After the load a vote is cast this often, until one of them is acknowledged as quickly as on a quiet day. */
const PROBE_EVERY_MS = 50
const QUIET_ACK_MS = 100
const RECOVERS_WITHIN_MS = 60_000
const LAST_MAPS_WITHIN_MS = 10_000
/** Above either of these the driver itself is the bottleneck and the figures are not the service's. */
const SATURATED_LAG_MS = 10
const SATURATED_UTILISATION = 0.9

const options = readOptions()
const folder = mkdtempSync(join(tmpdir(), 'folkmoot-load-'))
try {
  await prepareConversations(folder, options)
  process.env.METRICS_TOKEN = METRICS_TOKEN
  const report = await run()
  process.stdout.write(words(report))
  if (options.json) {
    mkdirSync(dirname(options.json), { recursive: true })
    writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  process.exitCode = report.log.lost + report.log.duplicated > 0 || !report.log.dense ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run() {
  const service = await startServiceProcess(
    folder,
    [],
    options.profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`],
  )
  const random = seededRandom(options.seed)
  const due = new Map<string, number>()
  const acknowledged = new Map<string, number>()
  const refusals = new Map<string, number>()
  const ackMs = new Spread()
  /** By half of the time; in the second some sockets may be slow. */
  const halves = [new Spread(), new Spread()] as const
  const mapLag = new MapLag()
  let isSecondHalf = false
  const lagMs = new Spread()
  const mapDelayMs = new Spread()
  let closed = 0
  let startedAt = Infinity
  const listenerOf = (conversation: number) => ({
    accepted(mutation: string, sequence: number) {
      const since = due.get(mutation)
      const now = performance.now()
      if (since !== undefined) {
        ackMs.add(now - since)
        halves[isSecondHalf ? 1 : 0].add(now - since)
      }
      due.delete(mutation)
      acknowledged.set(mutation, sequence)
      mapLag.accepted(conversation, sequence, now)
    },
    refused(mutation: string, code: string) {
      due.delete(mutation)
      refusals.set(code, (refusals.get(code) ?? 0) + 1)
    },
    map(publishedAt: number, sequence: number) {
      mapLag.map(conversation, sequence, performance.now())
      // The map that is there when somebody comes may be as old as it likes.
      if (publishedAt >= startedAt) mapDelayMs.add(Date.now() - publishedAt)
    },
    closed() {
      closed++
    },
  })
  const before = processUse(service.pid)
  const connectStarted = performance.now()
  const sockets: VotingSocket[] = []
  while (sockets.length < options.sockets) {
    const count = Math.min(OPENING, options.sockets - sockets.length)
    const some = Array.from({ length: count }, (_, index) => {
      const conversation = (sockets.length + index) % options.conversations
      return new VotingSocket(service.port, conversationName(conversation), listenerOf(conversation))
    })
    await Promise.all(some.map(({ ready }) => ready))
    sockets.push(...some)
  }
  const connectMs = performance.now() - connectStarted
  const connected = processUse(service.pid)

  await eventLoopDelay(service.port)
  const driverCpu = process.cpuUsage()
  const utilisation = performance.eventLoopUtilization()
  const started = performance.now()
  startedAt = Date.now()
  const total = options.rate * options.seconds
  let sent = 0
  const quick = sockets.length - options.slow
  let voting = sockets
  let residentMbBefore = 0
  while (sent < total) {
    const now = performance.now()
    if (!isSecondHalf && sent >= total / 2) {
      isSecondHalf = true
      residentMbBefore = processUse(service.pid)?.residentMb ?? 0
      for (const slow of sockets.slice(quick)) slow.pause()
      voting = sockets.slice(0, quick)
    }
    const target = Math.min(total, Math.floor(((now - started) / 1000) * options.rate))
    for (; sent < target; sent++) {
      const dueAt = started + (sent / options.rate) * 1000
      const mutation = `load-${sent.toString(36).padStart(8, '0')}`
      due.set(mutation, dueAt)
      lagMs.add(performance.now() - dueAt)
      const statement = Math.floor(random() * options.statements)
      voting[sent % voting.length]!.vote(mutation, statement, (Math.floor(random() * 3) - 1) as Vote) // −1, 0 or 1
    }
    await wait(TICK_MS)
  }
  const sendSeconds = (performance.now() - started) / 1000
  const driver = process.cpuUsage(driverCpu)
  const used = performance.eventLoopUtilization(utilisation).utilization
  const recoveredMs = await recovery()
  const deadline = performance.now() + LAST_ACKS_WITHIN_MS
  while (due.size > 0 && performance.now() < deadline) await wait(20)
  const eventLoop = await eventLoopDelay(service.port)
  const after = processUse(service.pid)
  const mapDeadline = performance.now() + LAST_MAPS_WITHIN_MS
  while (mapLag.isWaiting && performance.now() < mapDeadline) await wait(20)
  mapLag.end(performance.now())
  const closedByService = closed
  for (const socket of sockets) socket.close()
  const exitCode = await service.stop()

  /** Time from the last vote of the load until votes are acknowledged quickly again; null where they never are. */
  async function recovery(): Promise<number | null> {
    const since = started + sendSeconds * 1000
    for (let probe = 0; performance.now() - since < RECOVERS_WITHIN_MS; probe++) {
      const mutation = `probe-${probe.toString(36).padStart(8, '0')}`
      const sentAt = performance.now()
      due.set(mutation, sentAt)
      voting[probe % voting.length]!.vote(mutation, probe % options.statements, 1)
      await wait(PROBE_EVERY_MS)
      while (due.has(mutation) && performance.now() - sentAt < QUIET_ACK_MS) await wait(5)
      if (acknowledged.has(mutation)) return Math.round(sentAt - since)
    }
    return null
  }

  const lag = lagMs.summary()
  const cpuSeconds = (driver.user + driver.system) / 1e6
  return {
    machine: { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version },
    load: options,
    sent,
    sentPerSecond: Math.round(sent / sendSeconds),
    acknowledged: acknowledged.size,
    refused: Object.fromEntries(refusals),
    unanswered: due.size,
    closedByService,
    exitCode,
    ackMs: ackMs.summary(),
    ackMsByHalf: halves.map((half) => half.summary()),
    recoveredMs,
    eventLoop,
    mapLagMs: { first: mapLag.first.summary(), others: mapLag.others.summary() },
    mapDelayMs: mapDelayMs.summary(),
    log: checkLog(join(folder, DATABASE_NAME), acknowledged),
    service: before &&
      connected &&
      after && {
        connectMs: Math.round(connectMs),
        cpuShare: round((after.cpuSeconds - connected.cpuSeconds) / sendSeconds),
        residentMb: round(after.residentMb),
        secondHalfMb: round(after.residentMb - residentMbBefore),
        largestResidentMb: round(after.largestResidentMb),
        kilobytesPerSocket: round(((connected.residentMb - before.residentMb) * 1024) / options.sockets),
      },
    driver: {
      cpuShare: round(cpuSeconds / sendSeconds),
      eventLoopUtilisation: round(used),
      lagMs: lag,
      isSaturated: (lag?.p99 ?? 0) > SATURATED_LAG_MS || used > SATURATED_UTILISATION,
    },
  }
}

function words(report: Awaited<ReturnType<typeof run>>): string {
  const { load, ackMs, mapDelayMs, mapLagMs, log, service, driver, eventLoop } = report
  const [firstHalf, secondHalf] = report.ackMsByHalf
  const spread = (of: { p50: number; p99: number; largest: number } | null) =>
    of ? `p50 ${of.p50} ms, p99 ${of.p99} ms, largest ${of.largest} ms` : 'none'
  const refused = Object.entries(report.refused).map(([code, count]) => `${code} ${count}`)
  return [
    `${load.sockets} sockets, ${load.rate} votes/s for ${load.seconds} s on ${load.statements} statements` +
      (load.conversations > 1 ? ` in ${load.conversations} conversations` : '') +
      (load.people > 0 ? `, ${load.people} people had voted in the first one` : ''),
    `  sent             ${report.sent} (${report.sentPerSecond}/s)`,
    `  acknowledged     ${report.acknowledged}; ${report.unanswered} unanswered, ${report.closedByService} sockets closed`,
    `  refused          ${refused.length > 0 ? refused.join(', ') : 'none'}`,
    `  ack latency      ${spread(ackMs)} (from when the vote was due)`,
    `  by half          ${spread(firstHalf ?? null)}; then ${load.slow} slow sockets: ${spread(secondHalf ?? null)}`,
    `  recovery         ${report.recoveredMs === null ? 'none' : `an acknowledgement within ${QUIET_ACK_MS} ms again ${report.recoveredMs} ms after the last vote`}`,
    `  vote to map      ${load.conversations > 1 ? `first conversation ${spread(mapLagMs.first)}; the others ${spread(mapLagMs.others)}` : spread(mapLagMs.first)}`,
    `  event loop late  p50 ${eventLoop.p50} ms, p99 ${eventLoop.p99} ms, p99.9 ${eventLoop.p999} ms, largest ${eventLoop.largest} ms`,
    `  map delay        ${spread(mapDelayMs)} (${mapDelayMs?.count ?? 0} maps received)`,
    `  vote log         ${log.stored} stored, ${log.lost} lost, ${log.duplicated} duplicated, ${log.unacknowledged} stored but not heard of, ${log.dense ? 'dense' : 'WITH GAPS'}`,
    service
      ? `  service          ${service.cpuShare} cores, ${service.residentMb} MB (at most ${service.largestResidentMb}; ${service.secondHalfMb} MB more than at half time), ${service.kilobytesPerSocket} KB a socket, connected in ${service.connectMs} ms`
      : '  service          (no figures on this system)',
    `  driver           ${driver.cpuShare} cores, busy ${Math.round(100 * driver.eventLoopUtilisation)}%, sent late by ${spread(driver.lagMs)}`,
    driver.isSaturated
      ? '  The driver did not keep up, so these are not the limits of the service.'
      : '  The driver kept up.',
    '',
  ].join('\n')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
