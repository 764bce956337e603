import { expect, onTestFinished, test } from 'vitest'
import { Conversations } from '../../../server/conversation/conversations.ts'
import { Exposures } from '../../../server/conversation/exposures.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'

test('exposures are counted for each statement and each group', () => {
  const exposures = new Exposures(2)
  exposures.count(0, 'A')
  exposures.count(0, 'B')
  exposures.count(0, 'B')
  exposures.count(0, '-')
  expect(exposures.of(0)).toEqual({ total: 4, byGroup: { A: 1, B: 2 } })
  expect(exposures.of(1)).toEqual({ total: 0, byGroup: {} })
  expect(exposures.enlarged(3).of(0)).toEqual(exposures.of(0))
  expect(exposures.enlarged(3).of(2)).toEqual({ total: 0, byGroup: {} })
})

test('what was counted is taken once, and put back when it could not be stored', () => {
  const exposures = new Exposures(2)
  exposures.restore({ statement: 1, letter: 'A', shown: 7 })
  exposures.count(1, 'A')
  exposures.count(1, 'A')
  exposures.count(0, '-')
  const taken = exposures.takeUnsaved()
  expect(taken).toEqual([
    { statement: 1, letter: 'A', shown: 2 },
    { statement: 0, letter: '-', shown: 1 },
  ])
  expect(exposures.takeUnsaved()).toEqual([])
  exposures.putBack(taken)
  exposures.count(0, '-')
  expect(exposures.takeUnsaved()).toEqual([
    { statement: 1, letter: 'A', shown: 2 },
    { statement: 0, letter: '-', shown: 2 },
  ])
  expect(exposures.of(1).total).toBe(9)
})

async function square(folder = temporaryFolder()) {
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  const conversations = new Conversations(store)
  onTestFinished(() => conversations.close())
  return { store, conversations, conversation: (await conversations.open(townSquare.id))! }
}

test('a statement is counted once for each time that somebody gets to see it', async () => {
  const { conversation } = await square()
  const voter = await conversation.voter('token-hash-1')
  const first = conversation.standingOf(voter).next!
  conversation.standingOf(voter)
  const index = conversation.indexOf(first.id)!
  expect(conversation.exposureOf(index)).toEqual({ total: 1, byGroup: {} })
  await conversation.castVote(voter, {
    type: 'cast-vote',
    mutation: 'mutation-1',
    statement: first.id,
    vote: 1,
  })
  const shown = [0, 1, 2].map((each) => conversation.exposureOf(each).total)
  expect(shown.reduce((sum, each) => sum + each)).toBe(2)
  expect(shown[index]).toBe(1)
})

test('the group is the one that the person has on the newest map', async () => {
  const { store, conversation } = await square()
  const voter = await conversation.voter('token-hash-1')
  await store.append({
    ...voter,
    conversation: townSquare.id,
    statement: 0,
    vote: 1,
    mutation: 'mutation-0',
    timeMs: 1,
  })
  const known = await conversation.voter('token-hash-1')
  await conversation.publish({
    version: 1,
    sequence: 4,
    publishedAtMs: 1,
    snapshot: '{}',
    components: '{}',
    presentation: JSON.stringify({ letters: 'AAC' }),
  })
  const { next } = conversation.standingOf(known)
  expect(conversation.exposureOf(conversation.indexOf(next!.id)!)).toEqual({ total: 1, byGroup: { C: 1 } })
})

test('exposures outlive a restart', async () => {
  const folder = temporaryFolder()
  const { store, conversation, conversations } = await square(folder)
  const { next } = conversation.standingOf(await conversation.voter('token-hash-1'))
  await conversations.close()
  await store.close()
  const after = (await square(folder)).conversation
  expect(after.exposureOf(after.indexOf(next!.id)!)).toEqual({ total: 1, byGroup: {} })
  await after.saveExposures()
})
