// Processor time of the browser's processes by their kind, from /proc; nothing elsewhere than on Linux. Where others work on the
// same cores, this says more than the rate of frames.
import { readdirSync, readFileSync } from 'node:fs'

const MS_PER_TICK = 10

/** Milliseconds so far, of all descendants of this process that Chromium gave a kind. */
export function cpuTimes(): ReadonlyMap<string, number> {
  const parents = new Map<string, string>()
  const spent = new Map<string, { readonly kind: string; readonly ms: number }>()
  for (const pid of processes()) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // After the name in brackets: state, parent, and at 11 and 12 the ticks in the program and in the system.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      parents.set(pid, fields[1]!)
      const kind = /--type=([\w-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1]
      const ticks = Number(fields[11]) + Number(fields[12])
      if (kind !== undefined) spent.set(pid, { kind, ms: MS_PER_TICK * ticks })
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === `${process.pid}` || isOurs(parents.get(pid)))
  const byKind = new Map<string, number>()
  for (const [pid, { kind, ms }] of spent) if (isOurs(pid)) byKind.set(kind, (byKind.get(kind) ?? 0) + ms)
  return byKind
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}
