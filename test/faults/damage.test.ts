// Data that is damaged behind the service's back, one bit or one cut at a time: the database, its write-ahead log and the
// files that tell where the logs end. Each time the damage is found out, or nothing that was acknowledged is missing.
import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { UnusableDatabase } from '../../server/store/store.ts'
import { filledFolder, VOTES } from '../server/store/filled-folder.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { times } from './how-often.ts'

/** Five flipped bits for every two cuts: 500 and 200 in the long form. */
const ROUNDS = times(70, 700)

/** Whether the data is refused, or opened with every acknowledged vote. Anything else throws. */
async function outcomeOf(folder: string, expected: Int8Array): Promise<'refused' | 'harmless'> {
  try {
    const store = await openStore(folder)
    const { values } = await store.readLog('town-square', 0, 10_000)
    await store.close()
    expect(values).toEqual(expected)
    return 'harmless'
  } catch (error) {
    expect(error).toBeInstanceOf(UnusableDatabase)
    return 'refused'
  }
}

test(`I1: of ${ROUNDS} flipped bits and cuts of database, write-ahead log and heads none makes an acknowledged vote disappear without a report`, async () => {
  const image = await filledFolder({ isCutOff: true })
  const expected = new Int8Array(VOTES + 3).fill(1)
  expected.set([1, -1, 0])
  const files = readdirSync(image).filter((name) => !name.endsWith('-shm'))
  const outcomes = { refused: 0, harmless: 0 }
  let random = 42
  const below = (limit: number) => (random = (random * 48_271) % 2_147_483_647) % limit
  for (let round = 0; round < ROUNDS; round++) {
    const folder = temporaryFolder()
    for (const name of files) copyFileSync(join(image, name), join(folder, name))
    const path = join(folder, files[Math.floor(round / 7) % files.length]!)
    const content = readFileSync(path)
    if (round % 7 >= 5) truncateSync(path, below(content.length))
    else {
      content[below(content.length)]! ^= 1 << below(8)
      writeFileSync(path, content)
    }
    outcomes[await outcomeOf(folder, expected)]++
  }
  expect(outcomes.refused).toBeGreaterThan(0)
  expect(outcomes.harmless).toBeGreaterThan(0)
})
