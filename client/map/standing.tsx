// Where the reader stands, in words before the picture.
import { statements } from '../conversation/state.ts'
import { say, sayShare } from '../page/boot.ts'
import { ownStanding } from './own-place.ts'
import { type Comparison, ENOUGH_VOTES } from '../../server/protocol/where-i-stand.ts'

const SHOWN = 3

/** Nothing before the first vote. */
export function Standing() {
  const standing = ownStanding.value
  if (!standing) return null
  const { nearest, alsoNear, votes, agreements, differences } = standing
  const { letter } = nearest
  return (
    <section class="standing" aria-labelledby="standing-heading">
      <h3 id="standing-heading">{say('standingHeading')}</h3>
      <p class="standing-sentence">
        {alsoNear
          ? say('standingBetween', { first: letter, second: alsoNear.letter })
          : say('standingNearest', { letter })}{' '}
        {votes < ENOUGH_VOTES
          ? say('standingGuess', { count: votes })
          : say('standingRests', { count: votes })}
      </p>
      <div class="standing-lists">
        <Comparisons
          lead={say('standingAgree', { letter })}
          comparisons={agreements}
          count={(share, people) => say('standingSame', { share, people })}
        />
        <Comparisons
          lead={say('standingDiffer', { letter })}
          comparisons={differences}
          count={(share, people) => say('standingOpposite', { share, people })}
        />
      </div>
      <p class="quiet">{say('youOnlyHere')}</p>
    </section>
  )
}

interface ComparisonsProps {
  readonly lead: string
  readonly comparisons: readonly Comparison[]
  readonly count: (share: string, people: number) => string
}

function Comparisons({ lead, comparisons, count }: ComparisonsProps) {
  const shown = comparisons.filter(({ statement }) => statements.value.has(statement)).slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <div class="stances">
      <p class="stances-lead">{lead}</p>
      <ul>
        {shown.map(({ statement, own, share, people }) => (
          <li key={statement}>
            <span class="stance-text written" dir="auto">
              {statements.value.get(statement)}
            </span>{' '}
            <span class="stance-count">
              {own === 1 ? say('youAgreed') : say('youDisagreed')} {count(sayShare(share), people)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
