// Guests beside the store: a conversation with a database of its own is asked there and nowhere else.
import { expect, onTestFinished, test } from 'vitest'
import { withGuests } from '../../../server/store/guest-stores.ts'
import { openStore } from '../../../server/store/open.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { emptySquare, newVote, townSquare } from './town-square.ts'

async function openBoth() {
  const main = await openStore(temporaryFolder())
  const guest = await openStore(temporaryFolder())
  onTestFinished(async () => {
    await main.close()
    await guest.close()
  })
  await main.importConversation(townSquare)
  await guest.importConversation(emptySquare)
  const guests = withGuests(main)
  guests.add(emptySquare.id, guest)
  return { main, guest, guests }
}

test('votes, settings and the stage of a guest are kept in its own database', async () => {
  const { main, guest, guests } = await openBoth()
  const { store } = guests
  await store.append(newVote({ conversation: emptySquare.id, mutation: 'mutation-1' }))
  await store.saveSettings(emptySquare.id, { opensAt: 9 })
  await store.stage.saveStage(emptySquare.id, { scene: 'map' }, 1)
  await store.participation.changeConversation(emptySquare.id, { isOpen: false })
  expect(await guest.lastSequence(emptySquare.id)).toBe(1)
  expect(await guest.conversation(emptySquare.id)).toMatchObject({ settings: { opensAt: 9 }, isOpen: false })
  expect(await guest.stage.stage(emptySquare.id)).toMatchObject({ revision: 1 })
  expect(await main.conversation(emptySquare.id)).toBeNull()
  expect(await main.lastSequence(townSquare.id)).toBe(await store.lastSequence(townSquare.id))
})

test('guests are on no list, but letters lead to them too', async () => {
  const { guests } = await openBoth()
  const { store } = guests
  expect((await store.conversations()).map(({ id }) => id)).toEqual([townSquare.id])
  await store.stage.joinCode(townSquare.id, 'BCDFGH')
  await store.stage.joinCode(emptySquare.id, 'KMNPRS')
  expect(await store.stage.conversationOfCode('BCDFGH')).toBe(townSquare.id)
  expect(await store.stage.conversationOfCode('KMNPRS')).toBe(emptySquare.id)
})

test('a guest that has gone is unknown', async () => {
  const { guests } = await openBoth()
  guests.remove(emptySquare.id)
  expect(await guests.store.conversation(emptySquare.id)).toBeNull()
  expect(await guests.store.conversation(townSquare.id)).not.toBeNull()
})
