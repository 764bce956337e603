import { cpSync } from 'node:fs'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { newVote, townSquare } from './town-square.ts'

/** Votes that are cast in a filled folder, after the three of the square. */
export const VOTES = 200

/** A data folder with 203 acknowledged votes: as after an orderly stop, or as after a power cut, with its WAL. */
export async function filledFolder({ isCutOff = false } = {}): Promise<string> {
  const folder = temporaryFolder()
  const store = await openStore(folder)
  await store.importConversation(townSquare)
  for (let batch = 0; batch < VOTES / 20; batch++) {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.append(
          newVote({ mutation: `mutation-${batch}-${i}`, tokenHash: `person-${i}`, statement: batch % 2 }),
        ),
      ),
    )
  }
  if (!isCutOff) {
    await store.close()
    return folder
  }
  const image = temporaryFolder()
  cpSync(folder, image, { recursive: true })
  await store.close()
  return image
}
