// A whole conversation as importers and the sample generator hand it to the store: validated, ids as in the source,
// votes in the order of the log that they will become.

export interface ImportedStatement {
  readonly id: number
  readonly text: string
  /** Participant who wrote it; null when unknown or staff. */
  readonly author: number | null
  readonly createdAtMs: number
  /** −1 rejected, 0 not moderated, +1 accepted. */
  readonly moderation: -1 | 0 | 1
  readonly isMeta: boolean
  readonly isSeed: boolean
  /** Nobody has decided about it yet, and only its author sees it; false where absent. */
  readonly isWaiting?: boolean
  /** The statement that stands in its place. */
  readonly mergedInto?: number | null
  /** How others came to stand in its place; where absent it was merged, if a statement is named that it was merged into. */
  readonly replacedAs?: 'merge' | 'reword' | 'split' | null
  /** The statement that it was made of. */
  readonly derivedFrom?: number | null
}

/** Parallel arrays, one entry for each vote event, in log order. */
export interface ImportedVotes {
  readonly participants: Uint32Array
  readonly statements: Uint32Array
  /**
   * −1, 0, +1, or `WITHDRAWN`, `ERASED` and `PARTICIPANT_ERASED` as in `LogSlice`; after the last entry that is erased
   * there is one of the two others.
   */
  readonly values: Int8Array
  /** Milliseconds since 1970. */
  readonly timesMs: Float64Array
}

export interface ImportedConversation {
  readonly id: string
  readonly topic: string
  readonly description: string
  readonly isOpen: boolean
  readonly isSample: boolean
  readonly createdAtMs: number
  /** What differs from the default settings; all defaults when it is absent. */
  readonly settings?: Readonly<Record<string, unknown>>
  readonly statements: readonly ImportedStatement[]
  readonly votes: ImportedVotes
  /** What the conversation is for, by language, and the questions about people; none where absent. */
  readonly purpose?: Readonly<Record<string, unknown>>
  readonly questions?: Readonly<Record<string, unknown>>
  /** Addresses that it had before, without the slash in front; they will lead to it. */
  readonly oldAddresses?: readonly string[]
}
