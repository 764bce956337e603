// The canonical result: what the engine and the reference pipeline both compute from a prefix of the vote log, the
// moderation state and the settings, and from nothing else. Participants and statements are dense indexes here; the
// server maps them to ids at its edge. Formulas: Polis mathematics, sections 1 to 8.

/** What a participant says of a statement: agree, pass or disagree. Unseen is absence, never a number. */
export type Vote = -1 | 0 | 1

/**
 * The vote log as dense indexes: parallel arrays, one entry for each vote event, in log order. The last vote of a
 * participant on a statement counts.
 */
export interface VoteLog {
  readonly participants: ArrayLike<number>
  readonly statements: ArrayLike<number>
  /** Votes, each −1, 0 or 1. */
  readonly values: ArrayLike<number>
}

/** What the facilitators decided; it never touches the log. Missing or short arrays mean 0. */
export interface Moderation {
  /** 1 for statements left out of the map (rejected, meta, and in strict conversations not yet accepted). */
  readonly moderatedOut?: ArrayLike<number>
  /** 1 for participants left out of every statistic, component and group; they still get a position. */
  readonly excluded?: ArrayLike<number>
}

/** What of the result a facilitator may choose. */
export interface MapSettings {
  /** Largest number of groups that is tried, 2 to 6; default 6 (Polis tries 5). */
  readonly largestK?: number
  /** Number of groups that the facilitator insists on, 2 to 6; it is tried even beyond `largestK`. */
  readonly pinnedK?: number
}

/** Votes on each statement by the members of each group; every array is row-major, groups × statements. */
export interface GroupVoteCounts {
  readonly agrees: Uint32Array
  readonly disagrees: Uint32Array
  /** Agrees, disagrees and passes together. */
  readonly votes: Uint32Array
}

/**
 * One way to divide the grouped participants into k opinion groups. Groups are numbered by falling size, ties by their
 * lowest participant index, so that two implementations which find the same groups also number them alike.
 */
export interface Grouping {
  readonly k: number
  /** True when every group has at least max(3, 2% of the grouped) people. */
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
  /**
   * Unit vectors over the statements, leading first, at least two; all zero where nothing varies. The entry of largest
   * absolute value is positive; of entries within a relative 1e-9 of the largest, the one of the lowest index.
   */
  readonly components: readonly Float64Array[]
  /** Share of the variance that each component explains, 0 to 1. */
  readonly explainedVariance: Float64Array
  /**
   * Positions of all participants, participants × 2 (4.1). The S of the sparsity scale counts the statements with at
   * least one vote, moderated out or not, as Polis' matrix does.
   */
  readonly positions: Float64Array
  /**
   * 1 for participants who take part in the grouping, by the rule of section 2 applied after every single vote of the
   * log: somebody is in from the vote at which they have voted on min(7, S) statements (S = statements with a vote so
   * far), or from their first vote while fewer than 15 are in; once in, always in.
   */
  readonly included: Uint8Array
  /** Position of an imaginary participant whose only vote is an agree on the statement, statements × 2. */
  readonly statementPositions: Float64Array
  /** Length of the statement's position ("divisiveness"); 0 for statements moderated out. */
  readonly extremity: Float64Array
  /** Statements left out by moderation, 1 each. */
  readonly moderatedOut: Uint8Array
  /** Votes on each statement by everyone, grouped or not. */
  readonly totals: GroupVoteCounts
  /**
   * The groupings for every k in range, smallest k first: 2 to min(`largestK`, 2 + ⌊grouped / 12⌋), and `pinnedK`, as
   * far as there are k distinct positions. Empty while the grouped people have fewer than two distinct positions.
   */
  readonly groupings: readonly Grouping[]
  /**
   * `pinnedK` if there is such a grouping, else the smallest eligible k whose silhouette is within 0.02 of the best
   * eligible one, else 2; 0 while there is no grouping.
   */
  readonly k: number
}
