import * as v from 'valibot'
import { expect, test } from 'vitest'
import { dropOff } from '../../../server/facilitate/monitor.ts'
import { Timeline } from '../../../server/facilitate/timeline.ts'
import { monitoring } from '../../../server/protocol/facilitate/monitoring.ts'
import { openStore } from '../../../server/store/open.ts'
import { TestSocket } from '../socket/test-socket.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'
import { newVote, townSquare } from '../store/town-square.ts'
import { facilitating, id, staffPath } from './facilitating.ts'

const hour = 60 * 60_000

test('the page of an owner tells what is connected, waits and was refused', async () => {
  const { ask, port } = await facilitating()
  const voter = await TestSocket.open(port)
  await voter.enter(id)
  voter.vote(0, 1, 'mutation-1')
  await voter.next('vote-accepted')
  voter.vote(99, 1, 'mutation-2')
  await voter.next('vote-refused')
  const { body } = await ask(staffPath('/monitoring'))
  const seen = v.parse(monitoring, body)
  expect(seen).toMatchObject({
    connected: 1,
    waiting: 0,
    oldestWaitingMs: null,
    counts: { participants: 1, votes: 1 },
    refusals: [{ code: 'unknown-statement', times: 1, words: { en: expect.any(String) } }],
  })
  expect(seen.dropOff.every(({ people }) => people === 0 || people === null)).toBe(true)
  expect(seen.series.votes.at(-1)).toBeNull()
})

test('the series counts votes and first votes in steps, and follows the log', async () => {
  const store = await openStore(temporaryFolder())
  await store.importConversation(townSquare)
  const timeline = new Timeline()
  await timeline.catchUp(store, townSquare.id)
  for (let person = 1; person <= 6; person++) {
    const tokenHash = `token-hash-${person}`
    await store.append(newVote({ mutation: 'mutation-1', tokenHash, timeMs: 2 * hour }))
    await store.append(newVote({ mutation: 'mutation-2', tokenHash, timeMs: 3 * hour }))
  }
  await timeline.catchUp(store, townSquare.id)
  const { startMs, stepMs, votes, people, statements } = timeline.series([1_000, 2 * hour], 3 * hour)
  expect({ startMs, stepMs }).toEqual({ startMs: 0, stepMs: hour / 4 })
  // Of the three votes and two people of the beginning no number is told, nor one from which it could be worked out.
  expect(votes).toEqual([null, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, 0, 6])
  expect(people).toEqual([null, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, 0, 0])
  expect(statements).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  expect(timeline.series([], 400 * 24 * hour).votes.length).toBeLessThanOrEqual(120)
})

test('a column of fewer than five people is not told, nor can it be told from the others', () => {
  const people = (...votes: [votes: number, people: number][]) =>
    dropOff(votes.flatMap(([each, times]) => new Array<number>(times).fill(each))).map(
      (column) => column.people,
    )
  expect(people([1, 10], [2, 7])).toEqual([10, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(people([1, 10], [2, 7], [130, 3])).toEqual([10, null, 0, 0, 0, 0, 0, 0, 0, 0, null])
  expect(people([1, 2], [2, 4])).toEqual([null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(dropOff([]).at(-1)).toEqual({ from: 120, to: null, people: 0 })
})
