// What Polis' results owe to the history of the conversation (Polis mathematics 14.1).
import { expect, test } from 'vitest'
import { bestPolisK, polisGroupings } from '../../../analysis/polis-compat/polis-groups.ts'
import { PolisConversation, type PolisVote } from '../../../analysis/polis-compat/polis-replay.ts'
import { implementations } from './implementations.ts'
import { type PolisResult, polisResults, readPolisResult } from './polis-result.ts'
import { describeOnRealData } from '../../shared-data.ts'

/** The votes second by second. */
function* batches({ log, participantIds, document }: PolisResult): Generator<PolisVote[]> {
  let batch: PolisVote[] = []
  let second = Number.NaN
  for (let event = 0; event < log.values.length; event++) {
    const now = Math.floor(log.times[event]! / 1000)
    if (now !== second && batch.length > 0) {
      yield batch
      batch = []
    }
    second = now
    batch.push({
      participant: participantIds[log.participants[event]!]!,
      statement: document.tids[log.statements[event]!]!,
      value: log.values[event] as -1 | 0 | 1,
    })
  }
  yield batch
}

const rising = (ids: Iterable<number>) => [...ids].sort((a, b) => a - b)

for (const name of polisResults)
  describeOnRealData(`the history of ${name}`, () => {
    const result = readPolisResult(name)
    const { document, participantIds } = result

    test.each(implementations)(
      'the people who take part in the grouping are the stored ones, by the $name',
      ({ analyse }) => {
        const { included } = analyse(result.log)
        expect(participantIds.filter((_, index) => included[index])).toEqual(rising(document['in-conv']))
      },
    )

    // Above 100 base clusters the outcome is chaotic, even from one run of Polis to another.
    if (participantIds.length < 100) {
      test('replayed second by second, then grouped as after a restart, the groups are the stored ones', () => {
        const conversation = new PolisConversation(new Set(document['mod-out']))
        for (const batch of batches(result)) conversation.update(batch)
        expect(rising(conversation.included)).toEqual(rising(document['in-conv']))

        const groupings = polisGroupings(conversation.baseClusters)
        const found = groupings.find(({ k }) => k === bestPolisK(groupings))!
        const people = (bases: readonly number[], membersOf: (base: number) => readonly number[]) =>
          rising(bases.flatMap((base) => [...membersOf(base)]))
        const byFirst = (a: number[], b: number[]) => a[0]! - b[0]!
        const ours = found.clusters.map(({ members }) =>
          people(members, (base) => conversation.baseClusters.find(({ id }) => id === base)!.members),
        )
        const stored = document['group-clusters'].map(({ members }) =>
          people(members, (base) => result.baseClusters.find(({ id }) => id === base)!.members),
        )
        expect(ours.sort(byFirst)).toEqual(stored.sort(byFirst))
      })
    }
  })
