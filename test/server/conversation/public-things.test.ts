// I8: what everybody may fetch stays the same while a single person votes, withdraws or is erased, also after a restart, and is
// exact once the conversation is closed.
import { expect, test } from 'vitest'
import { newParticipantToken } from '../../../server/conversation/participant-token.ts'
import type { Snapshot } from '../../../server/protocol/snapshot.ts'
import type { Service } from '../../../server/service.ts'
import { runFolkmoot } from '../cli/run-folkmoot.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { hallOfPeople } from '../stage/hall-of-people.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { testService } from '../test-service.ts'

const hall = hallOfPeople(20)
const IMPORTED = hall.votes.values.length
const NEWCOMERS = 10

const publicFiles = [
  `/api/conversations/${hall.id}/exports/results/summary.csv`,
  `/api/conversations/${hall.id}/exports/results/comments.csv`,
  `/api/conversations/${hall.id}/exports/results/comment-groups.csv`,
  `/api/v3/math/pca2?conversation_id=${hall.id}`,
  `/r/${hall.id}/files/statements.csv`,
  `/r/${hall.id}/files/groups.csv`,
]

async function fetched({ port }: Service, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

async function mapOf(service: Service) {
  const path = `/api/conversations/${hall.id}`
  const snapshot = JSON.parse(await fetched(service, `${path}/snapshot`)) as Snapshot
  const components = await fetched(service, `${path}/components/${snapshot.version}`)
  return { snapshot, components }
}

async function everythingPublic(service: Service): Promise<readonly string[]> {
  const { snapshot, components } = await mapOf(service)
  const files: string[] = []
  for (const path of publicFiles) {
    const text = await fetched(service, path)
    // How often a statement was shown, the last column, goes on with each person who comes, whatever they vote.
    files.push(path.endsWith('statements.csv') ? text.replaceAll(/,\d+\r\n/g, '\r\n') : text)
  }
  return [JSON.stringify(snapshot), components, ...files]
}

test('nothing public follows one person, before or after a restart; closing shows all', async () => {
  const dataFolder = temporaryFolder()
  const first = await testService({ dataFolder, conversations: [hall] })
  const newcomers = await Promise.all(
    Array.from({ length: NEWCOMERS }, async () => {
      const client = await TestSocket.open(first.port)
      const token = newParticipantToken()
      await client.enter(hall.id, { token })
      return { client, token }
    }),
  )
  const vote = async (who: number, statement: number, value: -1 | 1 | null, name: string) => {
    newcomers[who]!.client.vote(statement, value, name)
    return (await newcomers[who]!.client.next('vote-accepted')).sequence
  }
  for (let statement = 0; statement < 8; statement++) {
    for (let who = 0; who < NEWCOMERS; who++) {
      await vote(who, statement, who % 2 === 0 ? 1 : -1, `mutation-${statement}`)
    }
  }
  // All ten came onto the map together, a third of the thirty that are on it then.
  const step = IMPORTED + 8 * NEWCOMERS
  await expect.poll(async () => (await mapOf(first)).snapshot.sequence).toBe(step)
  const before = await everythingPublic(first)

  await vote(0, 9, 1, 'mutation-late')
  await vote(1, 0, null, 'mutation-withdrawn')
  await vote(1, 1, null, 'mutation-withdrawn-too')
  const erased = await fetch(`http://127.0.0.1:${first.port}/api/conversations/${hall.id}/erase`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${newcomers[2]!.token}` },
    body: JSON.stringify({ statements: 'withdraw' }),
  })
  expect(await erased.json()).toEqual({ votes: 8 })
  const head = await first.store.lastSequence(hall.id)
  expect(head).toBe(IMPORTED + 8 * NEWCOMERS + 4)
  expect(await everythingPublic(first)).toEqual(before)
  await first.close()

  const second = await testService({ dataFolder, conversations: [] })
  expect(await everythingPublic(second)).toEqual(before)
  await runFolkmoot(['state', hall.id, 'closed'], dataFolder)
  await expect.poll(async () => (await mapOf(second)).snapshot.sequence).toBe(head)
  const { votes } = (await mapOf(second)).snapshot.counts
  expect(votes).toBe(IMPORTED + 8 * NEWCOMERS + 1 - 2 - 8)
}, 120_000)
