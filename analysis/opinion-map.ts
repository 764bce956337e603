// The canonical result: what the engine and the reference pipeline both compute from a prefix of the vote log, the
// moderation state and the settings, and from nothing else. Participants and statements are dense indexes here; the
// server maps them to ids at its edge. Formulas: Polis mathematics, sections 1 to 8.

/** What a participant says of a statement: agree, pass or disagree. Unseen is absence, never a number. */
export type Vote = -1 | 0 | 1

/** Votes on each statement by the members of each group; every array is row-major, groups × statements. */
export interface GroupVoteCounts {
  readonly agrees: Uint32Array
  readonly disagrees: Uint32Array
  /** Agrees, disagrees and passes together. */
  readonly votes: Uint32Array
}

/** One way to divide the grouped participants into k opinion groups. */
export interface Grouping {
  readonly k: number
  /** False when no solution with groups large enough was found for this k. */
  readonly eligible: boolean
  /** Group of each participant, 0 to k − 1; −1 for participants who are not grouped. */
  readonly labels: Int8Array
  /** Group centres, k × 2. */
  readonly centres: Float64Array
  readonly sizes: Uint32Array
  readonly withinSumOfSquares: number
  /** Mean silhouette, −1 to 1. */
  readonly silhouette: number
  readonly counts: GroupVoteCounts
}

/** The canonical opinion map of a conversation at one log sequence. Immutable. */
export interface OpinionMap {
  /** Version of this shape; grows when a field changes its meaning. */
  readonly format: 1
  /** The result covers the vote log from 1 to this sequence number. */
  readonly sequence: number
  readonly participants: number
  readonly statements: number
  /** Current votes: one for each pair of participant and statement with a vote. */
  readonly votes: number
  /** Participants who take part in the grouping (Polis: in-conv). */
  readonly grouped: number
  /** Mean of the observed votes on each statement, −1 to 1; 0 for statements moderated out. */
  readonly means: Float64Array
  /** Unit vectors over the statements, leading first, at least two; all zero where nothing varies. */
  readonly components: readonly Float64Array[]
  /** Share of the variance that each component explains, 0 to 1. */
  readonly explainedVariance: Float64Array
  /** Positions of all participants, participants × 2. */
  readonly positions: Float64Array
  /** 1 for participants who take part in the grouping. */
  readonly included: Uint8Array
  /** Position of an imaginary participant whose only vote is an agree on the statement, statements × 2. */
  readonly statementPositions: Float64Array
  /** Length of the statement's position ("divisiveness"); 0 for statements moderated out. */
  readonly extremity: Float64Array
  /** Statements left out by moderation, 1 each. */
  readonly moderatedOut: Uint8Array
  /** Votes on each statement by everyone, grouped or not. */
  readonly totals: GroupVoteCounts
  /** The groupings for every k in range, smallest k first; empty while nobody is grouped. */
  readonly groupings: readonly Grouping[]
  /** The k that the rule of the canonical result selects; 0 while there is no grouping. */
  readonly k: number
}
