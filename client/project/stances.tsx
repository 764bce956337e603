// Statements with how many said so, in sizes that are read from the last row.
import type { RoomStance } from '../../server/protocol/stage.ts'
import { sayShare } from '../page/boot.ts'
import { say } from './say.ts'

interface StancesProps {
  readonly stances: readonly RoomStance[]
  readonly texts: ReadonlyMap<number, string>
  /** Most that are shown. */
  readonly most: number
}

export function Stances({ stances, texts, most }: StancesProps) {
  return (
    <ul class="hall-stances">
      {stances
        .filter(({ statement }) => texts.has(statement))
        .slice(0, most)
        .map(({ statement, direction, share }) => (
          <li key={statement}>
            <p class="hall-stance-text" dir="auto">
              {texts.get(statement)}
            </p>
            <p class={`hall-stance-lead hall-${direction}`}>
              {direction === 'agree'
                ? say('stanceAgree', { share: sayShare(share) })
                : say('stanceDisagree', { share: sayShare(share) })}
            </p>
          </li>
        ))}
    </ul>
  )
}
