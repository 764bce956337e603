import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { temporaryFolder } from '../server/store/temporary-folder.ts'
import { emptySquare, newVote } from '../server/store/town-square.ts'
import { times } from './how-often.ts'

const COPIES = 1000

test(`I1: ${times(3, 20)} times ${COPIES} identical votes in parallel are one row each`, async () => {
  const store = await openStore(temporaryFolder())
  await store.importConversation(emptySquare)
  for (let round = 0; round < times(3, 20); round++) {
    const vote = newVote({ conversation: emptySquare.id, mutation: `mutation-${round}` })
    const outcomes = await Promise.all(Array.from({ length: COPIES }, () => store.append(vote)))
    const [first, ...others] = outcomes
    expect(first).toMatchObject({ kind: 'stored', sequence: round + 1, isRepeat: false })
    for (const other of others) expect(other).toEqual({ ...first, isRepeat: true })
    expect(await store.lastSequence(emptySquare.id)).toBe(round + 1)
  }
  await store.close()
})
