import { expect, test } from 'vitest'
import { IdleChecks } from '../../../server/analysis/idle-checks.ts'
import type { Snapshot } from '../../../server/protocol/snapshot.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import { peopleVote } from '../public-step.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { testService } from '../test-service.ts'

const sample = sampleConversation()

/** Follows a conversation until a snapshot is as wanted. */
async function watch(port: number, isWanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  const client = await TestSocket.open(port)
  await client.enter(sample.id, { role: 'watcher' })
  for (;;) {
    const snapshot = await client.next('snapshot')
    if (isWanted(snapshot)) return snapshot
    client.send({ type: 'grant-credit' })
  }
}

test('a map says how far its groups can be trusted once that has been checked, and nothing else of it changes', async () => {
  const { port } = await testService({ conversations: [sample], analysis: { checkShare: 1 } })
  const before = await watch(port, ({ confidence }) => confidence === null)
  const after = await watch(port, ({ confidence }) => confidence !== null)
  expect(after.confidence).toMatchObject({ sequence: sample.votes.values.length, distinct: true })
  expect(after.confidence!.groups.map(({ letter }) => letter)).toEqual(
    after.groups.map(({ letter }) => letter),
  )
  for (const { together } of after.confidence!.groups) {
    expect(together).toBeGreaterThan(0.5)
    expect(together).toBeLessThanOrEqual(1)
  }
  const same = { version: 0, publishedAt: 0, confidence: null }
  expect({ ...after, ...same }).toEqual({ ...before, ...same })
})

test('a vote is on the map while a check is under way', async () => {
  const { port } = await testService({ conversations: [sample], analysis: { checkShare: 1 } })
  await watch(port, ({ confidence }) => confidence === null)
  const sequence = await peopleVote({ port }, sample.id)
  const snapshot = await watch(port, (candidate) => candidate.sequence === sequence)
  expect(snapshot.confidence?.sequence ?? 0).toBeLessThan(sequence)
})

test('checks are done one after the other, and one that was dropped is not done', async () => {
  const done: string[] = []
  const steps: string[] = []
  function* steppingAs(name: string): Generator<number, void> {
    for (let step = 1; step <= 3; step++) {
      steps.push(name)
      yield step / 3
    }
  }
  await new Promise<void>((resolve) => {
    const checks = new IdleChecks(1, (conversation) => {
      done.push(conversation)
      if (conversation === 'third') resolve()
    })
    for (const name of ['first', 'second', 'third']) checks.add(name, steppingAs(name))
    expect(checks.accepts('first')).toBe(false)
    expect(checks.accepts('fourth')).toBe(true)
    checks.drop('second')
  })
  expect(done).toEqual(['first', 'third'])
  expect(steps).toEqual(['first', 'first', 'first', 'third', 'third', 'third'])
})
