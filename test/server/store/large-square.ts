// A conversation that is too large to be imported in one transaction.
import type { ImportedConversation } from '../../../server/store/imported-conversation.ts'
import { townSquare } from './town-square.ts'

/** As many votes as asked for, of one participant for each fifty, on fifty statements. */
export function largeSquare(votes: number, id = 'large-square'): ImportedConversation {
  const each = Array.from({ length: votes }, (_, vote) => vote)
  return {
    ...townSquare,
    id,
    oldAddresses: ['2large'],
    statements: Array.from({ length: 50 }, (_, id) => ({
      ...townSquare.statements[1]!,
      id,
      text: `Statement ${id}.`,
    })),
    votes: {
      participants: Uint32Array.from(each, (vote) => 3 * Math.floor(vote / 50)),
      statements: Uint32Array.from(each, (vote) => vote % 50),
      values: Int8Array.from(each, (vote) => (vote % 3) - 1),
      timesMs: Float64Array.from(each, (vote) => 1_000 + vote),
    },
  }
}
