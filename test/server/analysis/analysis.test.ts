import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../../server/package-root.ts'
import type { Snapshot } from '../../../server/protocol/snapshot.ts'
import { sampleConversation } from '../../../server/sample/sample-conversation.ts'
import type { Service } from '../../../server/service.ts'
import { peopleVote } from '../public-step.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { emptySquare, townSquare } from '../store/town-square.ts'
import { testService } from '../test-service.ts'
import { replayedMap, withoutTime } from './replayed-map.ts'

const sample = sampleConversation()

/** A watcher that is always ready for the next map. */
class MapWatcher {
  readonly #client: TestSocket

  private constructor(client: TestSocket) {
    this.#client = client
  }

  static async of({ port }: Service, conversation: string): Promise<MapWatcher> {
    const client = await TestSocket.open(port)
    await client.enter(conversation, { role: 'watcher' })
    return new MapWatcher(client)
  }

  async covering(sequence: number): Promise<Snapshot> {
    for (;;) {
      const snapshot = await this.#client.next('snapshot')
      this.#client.send({ type: 'grant-credit' })
      if (snapshot.sequence >= sequence) return snapshot
    }
  }
}

test('I3: the published map is the recomputation from its prefix of the log, before and after votes', async () => {
  const service = await testService({ conversations: [sample] })
  const { store } = service
  const watcher = await MapWatcher.of(service, sample.id)
  const imported = sample.votes.values.length
  await watcher.covering(imported)
  const first = (await store.newestSnapshot(sample.id))!
  const replayed = await replayedMap(store, sample.id, imported, first.version, null)
  expect(withoutTime(first.snapshot)).toEqual(withoutTime(replayed.snapshot))
  expect(first.components).toBe(replayed.components)

  const client = await TestSocket.open(service.port)
  let { next } = await client.enter(sample.id)
  for (let i = 0; i < 6; i++) {
    client.vote(next!.id, i % 2 === 0 ? 1 : -1, `mutation-${i}`)
    next = (await client.next('vote-accepted')).next
  }
  const last = await peopleVote(service, sample.id, 4)
  await watcher.covering(last)
  const second = (await store.newestSnapshot(sample.id))!
  const again = await replayedMap(store, sample.id, last, second.version, first.presentation)
  expect(withoutTime(second.snapshot)).toEqual(withoutTime(again.snapshot))
  expect(second.components).toBe(again.components)
})

test('I3: a restart neither changes the map nor publishes it again', async () => {
  const dataFolder = temporaryFolder()
  const before = await testService({ dataFolder, conversations: [sample] })
  await (await MapWatcher.of(before, sample.id)).covering(1)
  const stored = await before.store.newestSnapshot(sample.id)
  await before.close()
  const after = await testService({ dataFolder, conversations: [] })
  const shown = await (await MapWatcher.of(after, sample.id)).covering(1)
  expect(shown).toEqual(JSON.parse(stored!.snapshot))
  const sequence = await peopleVote(after, sample.id)
  const later = await (await MapWatcher.of(after, sample.id)).covering(sequence)
  expect(later.version).toBe(shown.version + 1)
})

test('below the opening number there are counts and no map', async () => {
  const service = await testService()
  const watcher = await MapWatcher.of(service, townSquare.id)
  const snapshot = await watcher.covering(0)
  expect(snapshot).toMatchObject({
    state: 'waiting',
    sequence: 0,
    opensAt: 7,
    counts: { participants: 0, votes: 0, statements: 3 },
    buckets: [],
    groups: [],
    consensus: [],
    confidence: null,
  })
  const response = await fetch(
    `http://127.0.0.1:${service.port}/api/conversations/${townSquare.id}/components/${snapshot.version}`,
  )
  expect(await response.json()).toMatchObject({ statements: [], means: [], components: [[], []] })
  expect(await (await service.app.request(`/api/conversations/${townSquare.id}`)).json()).toMatchObject({
    counts: { participants: 2, votes: 3 },
  })
  const sequence = await peopleVote(service, townSquare.id, 5)
  expect(await watcher.covering(sequence)).toMatchObject({ counts: { participants: 7, votes: 8 } })
})

test('a conversation without votes has an empty map', async () => {
  const service = await testService()
  const snapshot = await (await MapWatcher.of(service, emptySquare.id)).covering(0)
  expect(snapshot).toMatchObject({ state: 'waiting', sequence: 0, counts: { participants: 0, votes: 0 } })
})

test('I8: nothing that is published describes fewer than five people', async () => {
  const service = await testService({ conversations: [sample] })
  const { buckets, groups, consensus } = await (await MapWatcher.of(service, sample.id)).covering(1)
  expect(groups.length).toBeGreaterThanOrEqual(2)
  for (const { people } of [...buckets, ...groups]) expect(people).toBeGreaterThanOrEqual(5)
  for (const fact of [...consensus, ...groups.flatMap(({ representative }) => representative)]) {
    expect(fact.votes).toBeGreaterThanOrEqual(5)
  }
  for (const bucket of buckets) expect(groups[bucket.group]).toBeDefined()
})

test('a map is at most 10 KB', async () => {
  const service = await testService({ conversations: [sample] })
  const snapshot = await (await MapWatcher.of(service, sample.id)).covering(1)
  expect(JSON.stringify(snapshot).length).toBeLessThan(10_000)
})

test.each([
  ['throws', ['throw']],
  ['ends', ['exit']],
  ['loops for ever', ['loop']],
  ['hoards memory', ['memory']],
  ['fails ten times', Array<string>(10).fill('exit')],
])(
  'I1, I3: when the worker %s votes go on, and its successor replays the log to the same map',
  async (_, failures) => {
    const folder = temporaryFolder()
    const file = join(folder, 'worker.mjs')
    copyFileSync(join(import.meta.dirname, 'failing-worker.mjs'), file)
    writeFileSync(join(folder, 'worker.txt'), join(packageRoot, 'dist/server/analysis-worker.js'))
    writeFileSync(join(folder, 'failures.txt'), failures.join('\n'))
    const reported: string[] = []
    const service = await testService({
      conversations: [sample],
      analysis: { file, patienceMs: 2500, memoryMb: 64, beatMs: 20 },
      onFailure: (where) => reported.push(where),
    })
    const sequence = await peopleVote(service, sample.id)
    const watcher = await MapWatcher.of(service, sample.id)
    await watcher.covering(sequence)
    // On a busy machine the real worker may be slow enough to be given up as well.
    expect(reported.length).toBeGreaterThanOrEqual(failures.length)
    expect(new Set(reported)).toEqual(new Set(['analysis']))
    const published = (await service.store.newestSnapshot(sample.id))!
    const replayed = await replayedMap(service.store, sample.id, sequence, published.version, null)
    expect(withoutTime(published.snapshot)).toEqual(withoutTime(replayed.snapshot))
  },
)
