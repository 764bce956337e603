// What a table of groups and statements must not tell: no number of fewer than the smallest shown people, neither directly
// nor as the difference between what is told (complementary suppression). It is part of the contract, because whoever makes a
// published map again must leave out the same.

/** Votes of some people on a statement: agrees, disagrees and all votes, passes among them. */
export interface VoteCount {
  readonly agrees: number
  readonly disagrees: number
  readonly votes: number
}

/** What may be told of the votes on one statement. */
export interface ShownVotes {
  readonly all: VoteCount | null
  readonly groups: readonly (VoteCount | null)[]
}

/**
 * The votes on a statement by everyone and by each shown group, as far as they may be told.
 *
 * Votes of people outside the shown groups are left out of the sum where they are too few, since the sum less the groups
 * would tell them. A group with too few votes is hidden; where hidden votes could still be worked out, the smallest of the
 * other groups is hidden with it.
 */
export function shownVotes(all: VoteCount, groups: readonly VoteCount[], smallest: number): ShownVotes {
  const grouped = sum(groups)
  const outside = all.votes - grouped.votes
  const told = groups.length > 0 && outside > 0 && outside < smallest ? grouped : all
  if (told.votes < smallest) return { all: null, groups: groups.map(() => null) }
  const isHidden = groups.map(({ votes }) => votes < smallest)
  const untold = () => told.votes - sum(groups.filter((_, index) => !isHidden[index])).votes
  while (untold() > 0 && untold() < smallest) {
    let next = -1
    groups.forEach(({ votes }, index) => {
      if (!isHidden[index] && (next < 0 || votes < groups[next]!.votes)) next = index
    })
    isHidden[next] = true
  }
  return { all: told, groups: groups.map((group, index) => (isHidden[index] ? null : group)) }
}

function sum(counts: readonly VoteCount[]): VoteCount {
  return counts.reduce(
    (total, { agrees, disagrees, votes }) => ({
      agrees: total.agrees + agrees,
      disagrees: total.disagrees + disagrees,
      votes: total.votes + votes,
    }),
    { agrees: 0, disagrees: 0, votes: 0 },
  )
}
