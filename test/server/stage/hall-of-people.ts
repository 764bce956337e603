// A conversation with so many votes of two or three camps, as halls and rehearsals in tests begin with.
import type { ImportedConversation } from '../../../server/store/imported-conversation.ts'
import { seededRandom } from '../../../server/sample/seeded-random.ts'

const STATEMENTS = 12

/** So many people of equal camps, each of whom has voted on everything. */
export function hallOfPeople(
  people: number,
  { id = 'hall', camps = 2 }: { id?: string; camps?: number } = {},
): ImportedConversation {
  const random = seededRandom(people)
  const votes = Array.from({ length: people * STATEMENTS }, (_, at) => {
    const participant = Math.floor(at / STATEMENTS)
    const statement = at % STATEMENTS
    const likes = seededRandom(statement * 31 + (participant % camps))() > 0.5
    return { participant, statement, value: likes === random() < 0.9 ? 1 : -1 }
  })
  return {
    id,
    topic: 'What should become of the hall?',
    description: '',
    isOpen: true,
    isSample: false,
    createdAtMs: 1_000,
    statements: Array.from({ length: STATEMENTS }, (_, statement) => ({
      id: statement,
      text: `The hall needs improvement number ${statement + 1}.`,
      author: null,
      createdAtMs: 1_000,
      moderation: 1,
      isMeta: false,
      isSeed: true,
    })),
    votes: {
      participants: Uint32Array.from(votes, ({ participant }) => participant),
      statements: Uint32Array.from(votes, ({ statement }) => statement),
      values: Int8Array.from(votes, ({ value }) => value),
      timesMs: Float64Array.from(votes, (_, at) => 2_000 + at),
    },
  }
}
