// How many groups to show. The canonical k may hop to and fro while votes come in; what is shown follows it only when it
// has won four updates in a row or is clearly better (Polis mathematics 6.9).
import type { OpinionMap } from '../opinion-map.ts'
import type { PresentationState } from './presentation-state.ts'

/** Updates in a row that another number of groups has to win. */
export const WINS_TO_CHANGE = 4
/** A silhouette that is better by more than this wins at once. */
export const CLEAR_MARGIN = 0.05

/** The part of the presentation’s memory that has to do with the number of groups. */
export type ChosenK = Pick<PresentationState, 'k' | 'isPinned' | 'winningK' | 'wins'>

/**
 * Chooses the k to show. A pinned k for which the map has a grouping is shown at once, and so is the map's own k after
 * the pin is lifted or when the k shown so far has no eligible grouping any more. Showing the same sequence again wins
 * nothing.
 */
export function chooseK(map: OpinionMap, previous: PresentationState | undefined, pinnedK?: number): ChosenK {
  const isPinned = map.groupings.some(({ k }) => k === pinnedK)
  const winningK = map.k
  const isSameWinner = previous !== undefined && previous.winningK === winningK
  const wins = isSameWinner ? previous.wins + (map.sequence === previous.sequence ? 0 : 1) : 1
  const chosen = (k: number): ChosenK => ({ k, isPinned, winningK, wins })
  if (isPinned) return chosen(pinnedK ?? winningK)
  if (previous === undefined || previous.isPinned || wins >= WINS_TO_CHANGE) return chosen(winningK)

  const shown = map.groupings.find(({ k }) => k === previous.k)
  const winner = map.groupings.find(({ k }) => k === winningK)
  if (!shown || !winner || (winner.eligible && !shown.eligible)) return chosen(winningK)
  return chosen(winner.silhouette - shown.silhouette > CLEAR_MARGIN ? winningK : shown.k)
}
