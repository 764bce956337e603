import { expect, onTestFinished, test } from 'vitest'
import { Conversations } from '../../../server/conversation/conversations.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'

async function testConversations() {
  const store = await openStore(temporaryFolder())
  onTestFinished(() => store.close())
  await store.importConversation(townSquare)
  await store.importConversation(emptySquare)
  const loaded: string[] = []
  const unloaded: string[] = []
  const conversations = new Conversations(store, {
    onLoad: ({ id }) => loaded.push(id),
    onUnload: ({ id }) => unloaded.push(id),
  })
  onTestFinished(() => conversations.close())
  return { store, conversations, loaded, unloaded }
}

const LATER = 11 * 60_000

test('a conversation is loaded once, however many ask for it at once', async () => {
  const { conversations, loaded } = await testConversations()
  const many = await Promise.all(Array.from({ length: 50 }, () => conversations.open('town-square')))
  expect(new Set(many).size).toBe(1)
  expect(loaded).toEqual(['town-square'])
})

test('one that is not there can be opened once it has been imported', async () => {
  const { store, conversations } = await testConversations()
  expect(await conversations.open('later')).toBeNull()
  await store.importConversation({ ...townSquare, id: 'later' })
  expect((await conversations.open('later'))?.id).toBe('later')
})

test('I6: one that nobody has needed for ten minutes leaves memory, one with visitors stays', async () => {
  const { conversations, unloaded } = await testConversations()
  const visited = (await conversations.open('town-square'))!
  const idle = await conversations.open('empty-square')
  visited.visitors++
  await conversations.sweep(performance.now() + 9 * 60_000)
  expect(unloaded).toEqual([])
  await conversations.sweep(performance.now() + LATER)
  expect(unloaded).toEqual(['empty-square'])
  expect(await conversations.open('town-square')).toBe(visited)
  expect(await conversations.open('empty-square')).not.toBe(idle)
})

test('one with a vote on its way to the disk stays', async () => {
  const { conversations, unloaded } = await testConversations()
  const conversation = (await conversations.open('town-square'))!
  const voter = await conversation.voter('token-hash-1')
  const vote = conversation.castVote(voter, {
    type: 'cast-vote',
    mutation: 'mutation-1',
    statement: 0,
    vote: 1,
  })
  await conversations.sweep(performance.now() + LATER)
  expect(unloaded).toEqual([])
  await vote
  await conversations.sweep(performance.now() + LATER)
  expect(unloaded).toEqual(['town-square'])
})

test('the list tells the counts of all, and loads only those whose map is behind', async () => {
  const { store, conversations, loaded } = await testConversations()
  const counts = { participants: 2, votes: 3, statements: 3 }
  await store.saveSnapshot('town-square', {
    version: 1,
    sequence: 3,
    publishedAtMs: 1,
    snapshot: JSON.stringify({ counts }),
    components: '{}',
    presentation: '{}',
  })
  const list = await conversations.list()
  expect(list.map(({ id, counts: { votes } }) => [id, votes])).toEqual([
    ['town-square', 3],
    ['empty-square', 0],
  ])
  expect(loaded).toEqual(['empty-square'])
})

test('I6: however many ask for the list at once, it is made once, and once more for those who come later', async () => {
  const { store, conversations } = await testConversations()
  const [first, ...others] = await Promise.all(Array.from({ length: 50 }, () => conversations.list()))
  for (const other of others) expect(other).toBe(first)
  await store.importConversation({ ...emptySquare, id: 'another-square' })
  expect(await conversations.list()).toHaveLength(first!.length + 1)
})

test('an origin that was just listed may come at once', async () => {
  const { store, conversations } = await testConversations()
  expect(await conversations.listsOrigin('https://site.example')).toBe(false)
  await store.saveSettings('town-square', { origins: ['https://site.example'] })
  expect(await conversations.listsOrigin('https://site.example')).toBe(true)
})
