// What every implementation of `ManagementStore` must do; run by the suite of each store.
import { expect, test } from 'vitest'
import type { Store } from '../../../server/store/store.ts'
import { emptySquare, newVote, townSquare } from './town-square.ts'

export function managementConformance(openStore: () => Promise<{ readonly store: Store }>): void {
  const open = async () => (await openStore()).store

  test('seeds are stored accepted, in their order, behind the statements that are there', async () => {
    const store = await open()
    await store.importConversation(townSquare)
    expect(await store.management.addSeeds(townSquare.id, ['Benches.', 'A fountain.'], 9_000)).toEqual([6, 7])
    const statements = await store.statements(townSquare.id)
    expect(statements.slice(-2)).toMatchObject([
      {
        id: 6,
        text: 'Benches.',
        author: null,
        createdAtMs: 9_000,
        moderation: 1,
        isSeed: true,
        isWaiting: false,
      },
      { id: 7, text: 'A fountain.' },
    ])
    expect((await store.conversation(townSquare.id))!.revision).toBe(1)
  })

  test('an invitation code lets in one participant, on whichever device they are', async () => {
    const store = await open()
    const { id } = townSquare
    await store.importConversation(townSquare)
    await store.management.addInvitations(id, ['hash-1', 'hash-2'], 5_000)
    expect(await store.management.redeem(id, 'hash-3', 'phone', 6_000)).toBe('unknown')
    expect(await store.management.isInvited(id, 'phone')).toBe(false)
    expect(await store.management.redeem(id, 'hash-1', 'phone', 6_000)).toBe('accepted')
    expect(await store.management.redeem(id, 'hash-1', 'phone', 6_000)).toBe('accepted')
    expect(await store.management.redeem(id, 'hash-1', 'desk', 6_000)).toBe('used')
    expect(await store.management.isInvited(id, 'phone')).toBe(true)
    expect(await store.management.invitationCounts(id)).toEqual({ made: 2, used: 1 })

    await store.append(newVote({ mutation: 'first-vote', tokenHash: 'phone' }))
    const participant = (await store.participant(id, 'phone'))!
    await store.participation.saveReturnCode(id, participant, 'return-hash')
    await store.participation.restore(id, 'return-hash', 'desk')
    expect(await store.management.isInvited(id, 'desk')).toBe(true)
    expect(await store.management.isInvited(id, 'somebody')).toBe(false)
  })

  test('a deleted conversation leaves nothing behind, and its name and place can be used again', async () => {
    const store = await open()
    const { id } = townSquare
    await store.importConversation(emptySquare)
    await store.importConversation(townSquare)
    await store.append(newVote({ mutation: 'a-vote' }))
    await store.management.addInvitations(id, ['hash-1'], 5_000)
    await store.participation.addReport(id, 'phone', { statement: 0, reason: 'other', timeMs: 6_000 })
    expect(await store.management.purge('nowhere')).toBe(false)
    expect(await store.management.purge(id)).toBe(true)
    expect((await store.conversations()).map((each) => each.id)).toEqual([emptySquare.id])
    expect(await store.statements(id)).toEqual([])
    expect(await store.lastSequence(id)).toBe(0)

    expect(await store.importConversation(townSquare)).toMatchObject({ kind: 'imported', votes: 3 })
    expect(await store.management.invitationCounts(id)).toEqual({ made: 0, used: 0 })
    expect(await store.append(newVote({ mutation: 'a-vote' }))).toMatchObject({
      sequence: 4,
      isRepeat: false,
    })
  })
}
