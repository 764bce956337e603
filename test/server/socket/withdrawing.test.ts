import { expect, test } from 'vitest'
import type { Components, Snapshot } from '../../../server/protocol/snapshot.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { WITHDRAWN } from '../../../server/store/store.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { peopleVote } from '../public-step.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { TestSocket } from './test-socket.ts'

const square = townSquare.id

test('a withdrawn vote no longer counts, and the statement can be voted on again', async () => {
  const { port } = await testService()
  const client = await TestSocket.open(port)
  const { token } = await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  await client.next('vote-accepted')
  client.vote(0, null, 'mutation-2')
  expect((await client.next('vote-accepted')).progress).toEqual({ voted: 0, of: 3 })
  const again = await TestSocket.open(port)
  expect((await again.enter(square, { token })).votes).toEqual([])
  again.vote(0, -1, 'mutation-3')
  expect((await again.next('vote-accepted')).progress).toEqual({ voted: 1, of: 3 })
})

test('a withdrawal is one entry of the log however often it is sent', async () => {
  const { port, store } = await testService()
  const client = await TestSocket.open(port)
  await client.enter(square)
  client.vote(0, 1, 'mutation-1')
  await client.next('vote-accepted')
  for (const mutation of ['mutation-2', 'mutation-2', 'mutation-3']) {
    client.vote(0, null, mutation)
    expect(await client.next('vote-accepted')).toMatchObject({ mutation, sequence: 5 })
  }
  const log = await store.readLog(square, 0, 100)
  expect([...log.values].filter((value) => value === WITHDRAWN)).toHaveLength(1)
})

test('I3: withdrawals of one vote on two sockets of one person at once are one entry, and the map goes on', async () => {
  const failures: unknown[] = []
  const { port, store } = await testService({ onFailure: (_, error) => failures.push(error) })
  const client = await TestSocket.open(port)
  const { token } = await client.enter(square)
  const other = await TestSocket.open(port)
  await other.enter(square, { token })
  for (let round = 0; round < 10; round++) {
    client.vote(0, 1, `mutation-${round}`)
    const { sequence } = await client.next('vote-accepted')
    const answers = await Promise.all(
      [client, other].map(async (socket, which) => {
        socket.vote(0, null, `mutation-${round}-${which}`)
        return await socket.nextOf('vote-accepted', 'vote-refused')
      }),
    )
    // The second of the two finds nothing left to withdraw, or is told to try again while the first is on its way.
    for (const answer of answers) {
      if ('code' in answer) expect(answer).toMatchObject({ code: 'too-many-messages' })
      else expect(answer).toMatchObject({ sequence: sequence + 1 })
    }
    expect(await store.lastSequence(square)).toBe(sequence + 1)
  }
  const log = await store.readLog(square, 3, 100)
  expect([...log.values].filter((value) => value === WITHDRAWN)).toHaveLength(1)
  const last = await peopleVote({ port }, square, 4)
  const watcher = await TestSocket.open(port)
  await watcher.enter(square, { role: 'watcher' })
  let map: Snapshot
  do {
    map = await watcher.next('snapshot')
    watcher.send({ type: 'grant-credit' })
  } while (map.sequence < last)
  expect(map.counts.votes).toBe(3 + 4)
  expect(failures).toEqual([])
})

test('a vote on one socket and its withdrawal on another at once end as the log says', async () => {
  const { port, store } = await testService()
  const client = await TestSocket.open(port)
  const { token } = await client.enter(square)
  const other = await TestSocket.open(port)
  await other.enter(square, { token })
  client.vote(0, 1, 'mutation-first')
  await client.next('vote-accepted')
  client.vote(0, -1, 'mutation-again')
  other.vote(0, null, 'mutation-withdrawal')
  await Promise.all([client.next('vote-accepted'), other.next('vote-accepted')])
  const log = await store.readLog(square, 0, 100)
  const last = log.values.at(-1)
  const again = await TestSocket.open(port)
  expect((await again.enter(square, { token })).votes).toEqual(last === WITHDRAWN ? [] : [[0, -1]])
})

test('withdrawing what was never voted on changes nothing', async () => {
  const { port, store } = await testService()
  const client = await TestSocket.open(port)
  await client.enter(square)
  client.vote(0, null, 'mutation-1')
  await client.next('vote-accepted')
  expect(await store.lastSequence(square)).toBe(3)
})

test('the map of a closed conversation is without what was withdrawn', async () => {
  const sample = sampleConversation()
  const dataFolder = temporaryFolder()
  const { port } = await testService({ dataFolder, conversations: [sample] })
  const client = await TestSocket.open(port)
  const { next } = await client.enter(sample.id)
  client.vote(next!.id, 1, 'mutation-1')
  const { sequence } = await client.next('vote-accepted')
  client.vote(next!.id, null, 'mutation-2')
  await client.next('vote-accepted')
  await runFolkmoot(['state', sample.id, 'closed'], dataFolder)
  let map: Snapshot
  do {
    map = await client.next('snapshot')
    client.send({ type: 'grant-credit' })
  } while (map.sequence <= sequence)
  expect(map.counts.votes).toBe((await currentVotes(port, sample.id)).votes)
  const { groups, statements } = await componentsOf(port, sample.id, map.version)
  expect(groups.map(({ letter }) => letter)).toEqual(map.groups.map(({ letter }) => letter))
  for (const { agrees, disagrees, votes } of groups) {
    expect(votes).toHaveLength(statements.length)
    votes.forEach((people, i) => {
      expect(people === 0 || people >= 5).toBe(true)
      expect(agrees[i]! + disagrees[i]!).toBeLessThanOrEqual(people)
    })
  }
})

async function currentVotes(port: number, id: string): Promise<{ votes: number }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/conversations/${id}`)
  return ((await answer.json()) as { counts: { votes: number } }).counts
}

async function componentsOf(port: number, id: string, version: number): Promise<Components> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/conversations/${id}/components/${version}`)
  return (await answer.json()) as Components // its shape is what is being looked at
}
