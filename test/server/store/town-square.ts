// A small conversation that many tests begin with: three statements, ids with a gap, two people who came with an import.
import type { ImportedConversation } from '../../../server/store/imported-conversation.ts'
import type { NewVote } from '../../../server/store/store.ts'

const statement = { author: null, createdAtMs: 1_000, moderation: 1, isMeta: false, isSeed: true } as const

export const townSquare: ImportedConversation = {
  id: 'town-square',
  topic: 'What should become of the square?',
  description: '',
  isOpen: true,
  isSample: false,
  createdAtMs: 1_000,
  statements: [
    { ...statement, id: 0, text: 'More trees.', author: 40 },
    { ...statement, id: 1, text: 'No cars.' },
    { ...statement, id: 5, text: 'A market on Sundays.' },
  ],
  votes: {
    participants: Uint32Array.of(40, 7, 40),
    statements: Uint32Array.of(0, 0, 5),
    values: Int8Array.of(1, -1, 0),
    timesMs: Float64Array.of(1_000, 2_000, 3_000),
  },
}

/** The same with nobody's votes. */
export const emptySquare: ImportedConversation = {
  ...townSquare,
  id: 'empty-square',
  votes: {
    participants: new Uint32Array(0),
    statements: new Uint32Array(0),
    values: new Int8Array(0),
    timesMs: new Float64Array(0),
  },
}

/** A vote by the person with this token, with what matters in a test. */
export function newVote(changes: Partial<NewVote> & { readonly mutation: string }): NewVote {
  return {
    conversation: townSquare.id,
    participant: null,
    tokenHash: 'token-hash-1',
    statement: 0,
    vote: 1,
    timeMs: 4_000,
    ...changes,
  }
}
