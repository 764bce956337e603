// A person as a live conversation knows them, and how far they have come.
import type { Channel } from '../protocol/channel.ts'
import type { Progress } from '../protocol/statement.ts'
import type { Statement } from '../protocol/statement.ts'

/** Who speaks; decided by the server from the token alone. */
export interface Voter {
  readonly tokenHash: string
  /** By which way they have come this time; the server has decided it. */
  readonly channel: Channel
  /** Null until the first vote is stored. */
  participant: number | null
  /** Id of the statement that was shown last. */
  shown?: number
  /** Votes on their way to the disk. */
  inFlight?: number
  /** True for somebody whom the embedding site has named. */
  readonly isIdentified: boolean
  /** True for somebody who had entered an invitation code before they came. */
  readonly isInvited: boolean
}

/** What a participant has done and what comes next. */
export interface Standing {
  readonly progress: Progress
  readonly next: Statement | null
}
