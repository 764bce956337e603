// `folkmoot check`: is everything that was acknowledged there, as it was, and do the maps follow from it?
import { join } from 'node:path'
import { type Recomputation, recomputeMap } from '../analysis/recompute-map.ts'
import { DATABASE_NAME } from '../store/open.ts'
import { headsOf, observe } from '../store/read-only.ts'
import type { Damage } from '../store/verify-log.ts'
import { dataFolder, pathFromCaller, readCommandLine } from './command-line.ts'
import { RefusedInput } from './failures.ts'

export const checkHelp = `folkmoot check [FILE] [--data-dir DIR]

Checks the database of the data folder, or a backup, and changes nothing. A service may be running meanwhile.

  - the file itself and every reference within it
  - each vote log: entries 1, 2, 3 … without a gap, the running hash over all of them, the end of the log as it was
    recorded outside the database, and that a later entry accounts for each one that has lost its content
  - the words of each statement: as they were recorded, by a running hash of their own
  - each published map: made again from the votes that it covers it must be the same to the last bit

  --data-dir DIR  where the database is kept; else the environment's DATA_DIR, else ./data

Exit code 1 when something is wrong, with the entry at which a log breaks.
`

export async function checkCommand(words: readonly string[]): Promise<void> {
  const { subject, options } = readCommandLine(words, 'FILE', { 'data-dir': 'string' }, { isOptional: true })
  const folder = dataFolder(options['data-dir'])
  const database = subject === '' ? join(folder, DATABASE_NAME) : pathFromCaller(subject)
  const observed = observe(database, subject === '' ? headsOf(folder) : undefined)
  let problems = 0
  const say = (line: string) => process.stdout.write(`${line}\n`)
  try {
    say(`Checking ${database}`)
    const damage = observed.findDamage()
    for (const { message } of damage) say(`WRONG  ${message}`)
    problems += damage.length
    if (damage.every(({ conversation }) => conversation !== null)) {
      say('good   The file and every reference within it.')
    }
    for (const { id } of await observed.store.conversations()) {
      if (isDamaged(damage, id)) continue
      const entries = await observed.store.lastSequence(id)
      say(
        entries === 0
          ? `good   The vote log of ${id}: no entries yet.`
          : `good   The vote log of ${id}: entries 1 to ${count(entries)} without a gap, and their running hash.`,
      )
      say(`good   The words of all statements of ${id}.`)
      const map = await recomputeMap(observed.store, id)
      if (map.kind === 'different') problems++
      say(aboutMap(id, map))
    }
  } finally {
    await observed.close()
  }
  if (problems === 1) throw new RefusedInput('one thing is wrong')
  if (problems > 1) throw new RefusedInput(`${problems} things are wrong`)
}

/** Damage to the file as a whole concerns every conversation. */
function isDamaged(damage: readonly Damage[], id: string): boolean {
  return damage.some(({ conversation }) => conversation === id || conversation === null)
}

function aboutMap(id: string, map: Recomputation): string {
  if (map.kind === 'no-map') return `good   ${id} has no map yet.`
  const which = `Map ${map.version} of ${id}, which covers entries 1 to ${count(map.sequence)}`
  if (map.kind === 'equal') return `good   ${which}: equal to its recomputation.`
  if (map.kind === 'different') {
    return `WRONG  ${which}, differs from its recomputation in: ${map.parts.join(', ')}.`
  }
  if (map.kind === 'withdrawn-since') {
    return `note   ${which}, cannot be made again: votes that it counted were withdrawn or erased since, and nothing of them is kept. The service makes a new one when it runs.`
  }
  return `note   ${which}, was made under other settings; the service makes it anew when it runs.`
}

function count(number: number): string {
  return number.toLocaleString('en-GB')
}
