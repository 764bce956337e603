// Votes that were withdrawn and people who were erased while the map was live: nothing of them is left in it.
import { expect, test } from 'vitest'
import { recomputeMap } from '../../../server/analysis/recompute-map.ts'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import type { Snapshot } from '../../../server/protocol/snapshot.ts'
import { openStore } from '../../../server/store/open.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { hallOfPeople } from '../stage/hall-of-people.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'

test('I3: the map after withdrawals and erasures is the one of a log without their votes, bit for bit', async () => {
  const dataFolder = temporaryFolder()
  const hall = hallOfPeople(20)
  const service = await testService({ dataFolder, conversations: [hall] })
  const watcher = await TestSocket.open(service.port)
  await watcher.enter(hall.id, { role: 'watcher' })
  const mapUpTo = async (sequence: number) => {
    for (;;) {
      const map: Snapshot = await watcher.next('snapshot')
      watcher.send({ type: 'grant-credit' })
      if (map.sequence >= sequence) return map
    }
  }
  const people = await Promise.all(
    Array.from({ length: 10 }, async (_, who) => {
      const client = await TestSocket.open(service.port)
      const token = newParticipantToken()
      await client.enter(hall.id, { token })
      for (const [place, { id }] of hall.statements.slice(0, 9).entries()) {
        client.vote(id, place % 2 === who % 2 ? 1 : -1, `mutation-${place}`)
        await client.next('vote-accepted')
      }
      return { client, token }
    }),
  )
  const last = await service.store.lastSequence(hall.id)
  await mapUpTo(last - 30)
  // Two withdraw most of their votes, so that they would not have been grouped; three are erased.
  for (const { client } of people.slice(0, 2)) {
    for (const [place, { id }] of hall.statements.slice(0, 7).entries()) {
      client.vote(id, null, `mutation-w${place}`)
      await client.next('vote-accepted')
    }
  }
  for (const { token } of people.slice(2, 5)) {
    const erased = await fetch(`http://127.0.0.1:${service.port}/api/conversations/${hall.id}/erase`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ statements: 'withdraw' }),
    })
    expect(await erased.json()).toEqual({ votes: 9 })
  }
  await runFolkmoot(['state', hall.id, 'closed'], dataFolder)
  await mapUpTo(last + 17)
  await service.close()
  const store = await openStore(dataFolder)
  expect(await recomputeMap(store, hall.id)).toMatchObject({ kind: 'equal', sequence: last + 17 })
  await store.close()
})
