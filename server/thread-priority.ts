// Voting comes first: threads that may take a little longer give way to it where processors are scarce.
import { readlinkSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { basename } from 'node:path'

/** On the scale of `nice`: of a processor that it shares with a thread that serves votes, such a thread gets a quarter. */
export const NICER_BY = 5

/**
 * Lowers the priority of the calling thread for good. Where threads have no priority of their own (anywhere but on Linux) or
 * it may not be changed, nothing happens.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    // Linux schedules threads like processes, and takes the number of a thread for that of a process.
    const thread = Number(basename(readlinkSync('/proc/thread-self')))
    setPriority(thread, getPriority(thread) + NICER_BY)
  } catch {
    // It works as well, only less politely.
  }
}
