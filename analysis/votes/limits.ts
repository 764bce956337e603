// The sizes that one conversation may have. They are what the packed layouts can hold: 14 bits for a statement, 26-bit
// fields in the pair statistics, exact sums of a million positions.

export const LIMITS = { participants: 1_000_000, statements: 10_000, votes: 100_000_000 } as const
