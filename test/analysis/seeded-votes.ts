// Made-up conversations from a seed: people of a few camps who mostly vote as their camp does, or at random.
import type { VoteLog } from '../../analysis/opinion-map.ts'

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface SeededConversation {
  readonly participants?: number
  readonly statements?: number
  /** Number of camps; participant i belongs to camp i mod camps. 0 means that everyone votes at random. */
  readonly camps?: number
  /** Share of the votes that follow the camp, the others being random. */
  readonly loyalty?: number
  /** Share of the statements that a participant votes on. */
  readonly activity?: number
}

export function seededVotes(
  seed: number,
  { participants = 120, statements = 24, camps = 2, loyalty = 0.85, activity = 0.7 }: SeededConversation = {},
): VoteLog {
  const random = seededRandom(seed)
  const anyVote = () => Math.floor(random() * 3) - 1
  const opinions = Array.from({ length: camps }, () =>
    Array.from({ length: statements }, () => (random() < 0.5 ? 1 : -1)),
  )
  const log = { participants: [] as number[], statements: [] as number[], values: [] as number[] }
  for (let participant = 0; participant < participants; participant++) {
    for (let statement = 0; statement < statements; statement++) {
      if (random() >= activity) continue
      const followsCamp = camps > 0 && random() < loyalty
      log.participants.push(participant)
      log.statements.push(statement)
      log.values.push(followsCamp ? opinions[participant % camps]![statement]! : anyVote())
    }
  }
  return log
}
