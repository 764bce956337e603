// By which ways people came to take part: how many, and how many votes are theirs. The sums are told elsewhere in the report, so a way
// of too few people hides another one with it.
import { channels } from '../protocol/channel.ts'
import type { ReportFacts } from './facts.ts'
import { hiddenCells } from './suppress.ts'

/**
 * The ways that anybody with votes came by. `votesOf` counts the votes of each person, `channelOf` says where in `channels` their
 * way stands, counted from 1, and 0 or nothing where it is not known.
 */
export function channelFacts(
  votesOf: ArrayLike<number>,
  channelOf: ArrayLike<number>,
  smallest: number,
): ReportFacts['channels'] {
  const ways = [...channels, 'unknown' as const].map((channel) => ({ channel, people: 0, votes: 0 }))
  for (let person = 0; person < votesOf.length; person++) {
    const votes = votesOf[person]!
    if (votes === 0) continue
    const place = channelOf[person] ?? 0
    const way = ways[place === 0 ? channels.length : place - 1]!
    way.people++
    way.votes += votes
  }
  const taken = ways.filter(({ people }) => people > 0)
  const isHidden = hiddenCells(
    taken.map(({ people }) => people),
    smallest,
  )
  return taken.map((way, index) => (isHidden[index] ? { ...way, people: null, votes: null } : way))
}
